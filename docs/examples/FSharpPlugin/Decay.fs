module Decay

open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Extensibility
open PluginLab.Figures

let rate = Parameter.PositiveReal("rate", "Decay rate $k$.", 1.0, maximum = 100.0)

let run (context: ExperimentContext) =
    let k = context.Get rate
    let halfLife = log 2.0 / k
    let system = DynamicsSystem.FromFunction(1, fun _ x -> [| -k * x[0] |])
    let half = EventFunction.Crossing("half", StateFunction(fun _ x -> x[0]), 0.5)
    let solution = context.Solve(InitialValueProblem(system, [ 1.0 ], 0.0, 4.0 * halfLife).WithEvent half, SaveAt.EquallySpaced(0.0, 4.0 * halfLife, 100))
    let claim =
        Claim(Id = "half-life", Statement = @"$x$ halves in $\log 2/k$.", Source = "Textbook", Predicted = halfLife, Measured = solution.EventTime "half",
              Uncertainty = 0.0, Bound = Bound.Near(halfLife, 1e-6), Expected = Verdict.Supported, Control = Control.ScaledRightHandSide 1.1)
    let line = Line(Id = "x", Label = "$x$", X = solution.Trajectory.Times, Y = solution.Trajectory.Component 0)
    let panel = Panel(X = Axis.Linear "time $t$", Y = Axis.Logarithmic "$x$", Marks = [ line ])
    let figure = Figure(Id = "decay", Title = "Decay", Caption = @"$x$ falls by half in every $\log 2/k$.", AltText = "A falling straight line.", Panels = [ panel ])
    ExperimentResult(Claims = [ claim ], Figures = [ figure ])

type DecayPlugin() =
    interface IPlugin with
        member _.Catalog = PluginCatalog(Experiments = [ { new IExperiment with
                                                             member _.Info = ExperimentInfo(Id = "decay-fsharp", Title = "Decay", Question = "Does $x$ halve?", Parameters = [ rate ])
                                                             member _.Run context = run context } ])
