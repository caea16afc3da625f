module Decay

open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Extensibility
open PluginLab.Figures

let rate = Parameter.PositiveReal("rate", "Decay rate $k$.", 1.0, maximum = 100.0)
let info = ExperimentInfo(Id = "decay-fsharp", Title = "Decay", Question = "Does $x' = -kx$ halve in time?", Parameters = [ rate ])

let run (context: ExperimentContext) =
    let k = context.Get rate
    let times = SaveAt.EquallySpaced(0.0, 4.0 / k, 100)
    let problem = InitialValueProblem(DynamicsSystem.FromFunction(1, fun _ x -> [| -k * x[0] |]), [ 1.0 ], 0.0, 4.0 / k)
    let solution = context.Solve(problem.WithEvent(EventFunction.Crossing("half", (fun _ x -> x[0]), 0.5)), times)
    let claim =
        Claim(Id = "half-life", Statement = @"$x$ halves in $\log 2/k$.", Source = "Textbook", Predicted = log 2.0 / k,
              Measured = solution.EventTime "half", Uncertainty = 0.0, Bound = Bound.Near(log 2.0 / k, 1e-6),
              Expected = Verdict.Supported, Control = Control.ScaledRightHandSide 1.1)
    let line = Line(Id = "x", Label = "$x$", X = solution.Trajectory.Times, Y = solution.Trajectory.Component 0)
    let panel = Panel(X = Axis.Linear "time $t$", Y = Axis.Logarithmic "$x$", Marks = [ line ])
    let figure = Figure(Id = "decay", Title = "Decay", Caption = "$x$ decays.", AltText = "A falling line.", Panels = [ panel ])
    ExperimentResult(Claims = [ claim ], Figures = [ figure ])

type DecayPlugin() =
    let experiment = { new IExperiment with
                         member _.Info = info
                         member _.Run context = run context }
    interface IPlugin with member _.Catalog = PluginCatalog(Experiments = [ experiment ])
