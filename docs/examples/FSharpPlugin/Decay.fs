module Decay

open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Extensibility
open PluginLab.Figures
open PluginLab.FSharp

let rate = Parameter.PositiveReal("rate", "Decay rate $k$.", 1.0, maximum = 100.0)

let decay =
    experiment "decay-fsharp" {
        title "Decay"
        question "Does $x' = -kx$ halve in time?"
        parameters [ rate ]
        run (fun context ->
            let k = context.Get rate
            let problem = InitialValueProblem(DynamicsSystem.FromFunction(1, fun _ x -> [| -k * x[0] |]), [ 1.0 ], 0.0, 4.0 / k)
            let half = EventFunction.Crossing("half", (fun _ x -> x[0]), 0.5)
            let solution = context.Solve(problem.WithEvent half, SaveAt.EquallySpaced(0.0, 4.0 / k, 100))
            let halfLife = Claim.Near("half-life", @"$x$ halves in $\log 2/k$.", "Textbook", log 2.0 / k, solution.EventTime "half", 1e-6,
                                      control = Control.ScaledRightHandSide 1.1)
            let line = Line(Id = "x", Label = "$x$", X = solution.Trajectory.Times, Y = solution.Trajectory.Component 0)
            let figure = Figure.Of("decay", "Decay", Axis.Linear "time $t$", Axis.Logarithmic "$x$", [ line ], caption = "$x$ decays.")
            ExperimentResult(Claims = [ halfLife ], Figures = [ figure ])) }

type DecayPlugin() =
    interface IPlugin with member _.Catalog = PluginCatalog(Experiments = [ decay ])
