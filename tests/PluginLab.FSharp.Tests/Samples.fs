/// A formula, an experiment and a figure to try things on.
module PluginLab.FSharp.Tests.Samples

open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Figures
open PluginLab.FSharp

/// x' = p₀ − x², y' = −2y: a sink at (√p₀, 0).
type Sink =
    | Sink
    static member inline Derivative() : RightHandSide< ^T > =
        RightHandSide(fun _ x p dx ->
            dx[0] <- p[0] - x[0] * x[0]
            dx[1] <- -x[1] * number 2.0)

/// x + 3y.
type Weighted =
    | Weighted
    static member inline Value() : StateFunction< ^T > = StateFunction< ^T >(fun _ x _ -> x[0] + x[1] * number 3.0)

let rate = Parameter.PositiveReal("rate", "Decay rate $k$.", 1.0, maximum = 100.0)
let count = Parameter.WholeNumber("count", "Number of points.", 20, 2, 1000)

/// Decay at a rate, with a claim that breaks under its control.
let decay =
    experiment "decay" {
        title "Decay at rate $k$"
        question "Does $x' = -kx$ halve in time?"
        parameters [ rate; count ]
        constraints [ Constraint.Require("The rate must not be 13.", (fun values -> values.Get rate <> 13.0)) ]
        run (fun context ->
            let k = context.Get rate
            let system = DynamicsSystem.FromFunction(1, (fun _ x -> [| -k * x[0] |]))
            let half = EventFunction.Crossing("half", (fun _ x -> x[0]), 0.5)
            let problem = InitialValueProblem(system, [ 1.0 ], 0.0, 4.0 / k).WithEvent half
            let solution = context.Solve(problem, SaveAt.EquallySpaced(0.0, 4.0 / k, context.Get count))
            let halfTime = solution.EventTime "half"
            let claim =
                Claim.Near(
                    "half-life", @"$x$ halves in $\log 2/k$.", "Textbook", log 2.0 / k, halfTime, 1e-6,
                    control = Control.ScaledRightHandSide 1.1)
            let line = Line(Id = "x", X = solution.Trajectory.Times, Y = solution.Trajectory.Component 0)
            let findings = [ Finding(Title = "$x$ halves on time", ClaimIds = [ "half-life" ]) ]
            let figure =
                Figure.Of(
                    "decay", "Decay <of> $x$", Axis.Linear "time $t$", Axis.Logarithmic "$x$", [ line ],
                    claimIds = [ "half-life" ], findings = findings)
            let first = context.CreateRandom("start").NextUniform()
            ExperimentResult(
                Claims = [ claim ],
                Figures = [ figure ],
                Metrics = [ Metric("half-life", "Time to half.", halfTime); Metric("random", "A random number.", first) ],
                Notes = [ "Nothing <else>." ]))
    }
