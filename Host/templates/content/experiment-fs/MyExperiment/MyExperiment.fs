/// Exponential decay dx/dt = −kx: one claim with its control, and one figure.
module MyExperiment

open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Extensibility
open PluginLab.Figures

let rate = Parameter.PositiveReal("rate", "Rate $k$ of the decay.", 1.0, maximum = 100.0)

let info =
    ExperimentInfo(
        Id = "my-experiment",
        Title = "MyExperiment",
        Question = @"Does $x' = -kx$ halve in the time $\log 2 / k$?",
        Parameters = [ rate ])

/// A claim compares a measurement with a prediction; under its control it must be refuted, or it says nothing.
let halfLife k measured =
    Claim(
        Id = "half-life",
        Statement = @"$x$ halves in the time $\log 2 / k$.",
        Source = "Any textbook",
        Predicted = log 2.0 / k,
        Measured = measured,
        Uncertainty = 0.0,
        Bound = Bound.Near(log 2.0 / k, 1e-6),
        Expected = Verdict.Supported,
        Control = Control.ScaledRightHandSide 1.1)

let curve k (trajectory: Trajectory) =
    let times = trajectory.Times
    let theory = [ for t in times -> exp (-k * t) ]
    Figure(
        Id = "decay",
        Title = "Exponential decay",
        Caption = $"$x$ over time for $k = {NumberText.Of k}$, integrated, and its closed form.",
        AltText = "A straight line that falls on a logarithmic axis.",
        ClaimIds = [ "half-life" ],
        Panels =
            [ Panel(
                  X = Axis.Linear "time $t$",
                  Y = Axis.Logarithmic "$x$",
                  Marks =
                      [ Line(Id = "integrated", Label = "integrated", X = times, Y = trajectory.Component 0)
                        Line(Id = "theory", Label = "$e^{-kt}$", Role = MarkRole.Theory, X = times, Y = theory) ]) ])

let run (context: ExperimentContext) =
    let k = context.Get rate
    let problem = InitialValueProblem(DynamicsSystem.FromFunction(1, fun _ x -> [| -k * x[0] |]), [ 1.0 ], 0.0, 4.0 / k)
    let half = EventFunction.Crossing("half", (fun _ x -> x[0]), 0.5)
    let solution = context.Solve(problem.WithEvent half, SaveAt.EquallySpaced(0.0, 4.0 / k, 100))
    ExperimentResult(Claims = [ halfLife k (solution.EventTime "half") ], Figures = [ curve k solution.Trajectory ])

let experiment =
    { new IExperiment with
        member _.Info = info
        member _.Run context = run context }

/// The entry point: lists what the plugin offers.
type MyExperimentPlugin() =
    interface IPlugin with
        member _.Catalog = PluginCatalog(Experiments = [ experiment ])
