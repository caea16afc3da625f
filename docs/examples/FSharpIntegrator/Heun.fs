module Heun

open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Extensibility
open PluginLab.Numerics.Integration
open PluginLab.Numerics.Integration.Methods
open PluginLab.Numerics.Integration.StepSizes

let step = Parameter.PositiveReal("step", "Step size $h$, in units of time.", 0.01, maximum = 10.0)

let tableau = ButcherTableau("Heun", 2, nodes = [ 0.0; 1.0 ], stageWeights = [ []; [ 1.0 ] ], weights = [ 0.5; 0.5 ]).WithHermiteOutput()

let heun =
    Component<IIntegrator>(
        Id = "heun-fsharp",
        Description = "Heun's method of order 2 with a constant step (Heun, Z. Math. Phys. 45, 1900).",
        Parameters = [ step ],
        Counterpart = "dormand-prince-5",
        Create = fun values -> StepIntegrator(ExplicitRungeKutta tableau, ConstantStepSize(values.Get step), maximumSteps = 1_000_000L))

type HeunPlugin() =
    interface IPlugin with member _.Catalog = PluginCatalog(Integrators = [ heun ])
