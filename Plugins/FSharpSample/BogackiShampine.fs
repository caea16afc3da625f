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
let private largestStep = Parameter.Real("largest-step", "No step is longer than this; 0 sets no limit.", 0.0, 0.0, infinity)
let private maximumSteps =
    Parameter.WholeNumber("maximum-steps", "Budget of attempted steps, rejected ones included.", 1_000_000, 1, System.Int32.MaxValue)

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
    let limit = values.Get largestStep
    let stepSizes = AdaptiveStepSize(tolerance, LargestStep = if limit > 0.0 then limit else infinity)
    StepIntegrator(ExplicitRungeKutta tableau, stepSizes, int64 (values.Get maximumSteps)) :> IIntegrator

/// The component.
let integrator =
    Component<IIntegrator>(
        Id = "bogacki-shampine-3",
        Description =
            "Bogacki–Shampine 3(2), order 3 with adaptive steps, the first chosen automatically, and dense output of order 3 "
            + "(Bogacki and Shampine, 1989), in F#.",
        Parameters = [ relativeTolerance; absoluteTolerance; largestStep; maximumSteps ],
        Counterpart = "dormand-prince-5",
        Create = create)
