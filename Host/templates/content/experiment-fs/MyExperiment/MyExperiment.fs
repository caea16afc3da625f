/// Exponential decay dx/dt = −kx: one claim with its control, and one figure.
module MyExperiment

open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Extensibility
open PluginLab.Figures
open PluginLab.FSharp

let rate = Parameter.PositiveReal("rate", "Rate $k$ of the decay.", 1.0, maximum = 100.0)

/// A claim compares a measurement with a prediction; under its control it must be refuted, or it says nothing.
let halfLife k measured =
    Claim.Near(
        "half-life", @"$x$ halves in the time $\log 2 / k$.", "Any textbook", log 2.0 / k, measured, 1e-6,
        control = Control.ScaledRightHandSide 1.1)

let curve k (trajectory: Trajectory) =
    let times = trajectory.Times
    let theory = [ for t in times -> exp (-k * t) ]
    Figure.Of(
        "decay", "Exponential decay", Axis.Linear "time $t$", Axis.Logarithmic "$x$",
        [ Line(Id = "integrated", Label = "integrated", X = times, Y = trajectory.Component 0)
          Line(Id = "theory", Label = "$e^{-kt}$", Role = MarkRole.Theory, X = times, Y = theory) ],
        caption = $"$x$ over time for $k = {NumberText.Of k}$, integrated, and its closed form.",
        altText = "A straight line that falls on a logarithmic axis.",
        claimIds = [ "half-life" ])

let decay =
    experiment "my-experiment" {
        title "MyExperiment"
        question @"Does $x' = -kx$ halve in the time $\log 2 / k$?"
        parameters [ rate ]
        run (fun context ->
            let k = context.Get rate
            let problem = InitialValueProblem(DynamicsSystem.FromFunction(1, fun _ x -> [| -k * x[0] |]), [ 1.0 ], 0.0, 4.0 / k)
            let half = EventFunction.Crossing("half", (fun _ x -> x[0]), 0.5)
            let solution = context.Solve(problem.WithEvent half, SaveAt.EquallySpaced(0.0, 4.0 / k, 100))
            ExperimentResult(Claims = [ halfLife k (solution.EventTime "half") ], Figures = [ curve k solution.Trajectory ])) }

/// The entry point: lists what the plugin offers.
type MyExperimentPlugin() =
    interface IPlugin with
        member _.Catalog = PluginCatalog(Experiments = [ decay ])
