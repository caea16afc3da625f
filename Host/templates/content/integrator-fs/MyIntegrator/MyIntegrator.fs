module MyIntegrator

open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Extensibility
open PluginLab.Numerics.Integration
open PluginLab.Numerics.Integration.Methods
open PluginLab.Numerics.Integration.StepSizes

// Source: Ralston, Mathematics of Computation 16 (1962), 431–437. Of all methods with two stages and order 2 it has the smallest bound on its error.
let tableau =
    ButcherTableau(
        name = "Ralston 2",
        order = 2,
        nodes = [ 0.0; 2.0 / 3.0 ],
        stageWeights = [ [||]; [| 2.0 / 3.0 |] ],
        weights = [ 1.0 / 4.0; 3.0 / 4.0 ])
        .WithHermiteOutput()

let step = Parameter.PositiveReal("step", "Constant step size $h$, in units of time.", 0.01, maximum = 1e6)
let maximumSteps = Parameter.WholeNumber("maximum-steps", "Budget of steps.", 1_000_000, 1, System.Int32.MaxValue)

let create (values: ParameterSet) =
    StepIntegrator(ExplicitRungeKutta tableau, ConstantStepSize(values.Get step), int64 (values.Get maximumSteps)) :> IIntegrator

let integrator =
    Component<IIntegrator>(
        Id = "my-integrator",
        Description = "Ralston's method of order 2 with a constant step (Ralston, 1962).",
        Parameters = [ step; maximumSteps ],
        Counterpart = "dormand-prince-5",
        Create = create)

/// The entry point: lists what the plugin offers.
type MyIntegratorPlugin() =
    interface IPlugin with
        member _.Catalog = PluginCatalog(Integrators = [ integrator ])
