/// The integrator bogacki-shampine-3: a tableau handed to the step loop that all bundled methods share.
module PluginLab.Plugins.FSharpSample.BogackiShampine

open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Extensibility
open PluginLab.Numerics.Integration
open PluginLab.Numerics.Integration.Methods
open PluginLab.Numerics.Integration.StepSizes

let private relativeTolerance = Parameter.Real("relative-tolerance", "Tolerated error of a step per unit of state.", 1e-6, 1e-14, 0.1)
let private absoluteTolerance = Parameter.PositiveReal("absolute-tolerance", "Tolerated error of a step at zero state.", 1e-9, 1.0)
let private maximumSteps = Parameter.WholeNumber("maximum-steps", "Budget of attempted steps.", 1_000_000, 1, System.Int32.MaxValue)

/// Order 3 with an embedded estimate of order 2. Source: Bogacki and Shampine, Appl. Math. Lett. 2 (1989), 321–325.
let tableau =
    ButcherTableau(
        name = "Bogacki–Shampine 3(2)",
        order = 3,
        nodes = [ 0.0; 1.0 / 2.0; 3.0 / 4.0; 1.0 ],
        stageWeights = [ [||]; [| 1.0 / 2.0 |]; [| 0.0; 3.0 / 4.0 |]; [| 2.0 / 9.0; 1.0 / 3.0; 4.0 / 9.0 |] ],
        weights = [ 2.0 / 9.0; 1.0 / 3.0; 4.0 / 9.0; 0.0 ])
        .WithErrorEstimate(2, [ -5.0 / 72.0; 1.0 / 12.0; 1.0 / 9.0; -1.0 / 8.0 ])
        .WithHermiteOutput()

let private create (values: ParameterSet) =
    let tolerance = ErrorTolerance(values.Get relativeTolerance, values.Get absoluteTolerance)
    StepIntegrator(ExplicitRungeKutta tableau, AdaptiveStepSize tolerance, int64 (values.Get maximumSteps)) :> IIntegrator

/// The component.
let integrator =
    Component<IIntegrator>(
        Id = "bogacki-shampine-3",
        Description = "Bogacki–Shampine 3(2), order 3 with adaptive steps (Bogacki and Shampine, 1989), in F#.",
        Parameters = [ relativeTolerance; absoluteTolerance; maximumSteps ],
        Create = create)
