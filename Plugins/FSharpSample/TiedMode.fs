/// A tied mode, W = Wᵀ, grows along a logistic curve. Source: note 0, section on the speed of learning.
module PluginLab.Plugins.FSharpSample.TiedMode

open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.Figures

let private target = Parameter.Real("target", "Singular value $s$ that the mode learns.", 1.0, 0.1, 10.0)

// Below 1e-5 the absolute tolerance of the integrator, not the theory, would decide when the mode starts to grow.
let private initialStrength = Parameter.Real("initial-strength", "Strength $\\varepsilon$ at $t = 0$.", 1e-4, 1e-5, 1.0)

let private info =
    ExperimentInfo(
        Id = "tied-mode-fsharp",
        Title = "Growth of a tied mode, in F#",
        Question = "Does the strength of a tied mode follow a logistic curve?",
        Parameters = [ target; initialStrength ],
        Constraints =
            [ Constraint.Require(
                  "The initial strength must be below half the target.",
                  fun values -> values.Get initialStrength < values.Get target / 2.0) ])

/// du/dt = 2(s − u)u
let private flow s = DynamicsSystem.FromFunction(1, fun _ u -> [| 2.0 * (s - u[0]) * u[0] |])

let private logistic s start t = s / (1.0 + (s / start - 1.0) * exp (-2.0 * s * t))

let private halfTime s start = log ((s - start) / start) / (2.0 * s)

let private strength = StateFunction(fun _ u -> u[0])

let private claims s start (solution: Solution) =
    let trajectory = solution.Trajectory
    let deviation = Seq.map2 (fun t u -> abs (u - logistic s start t)) trajectory.Times (trajectory.Observe strength)
    let predicted = halfTime s start

    [ Claim(
          Id = "note0-09-logistic",
          Statement = "The strength follows the logistic curve $s / (1 + (s/\\varepsilon - 1) e^{-2st})$.",
          Source = "Note 0, speed of learning",
          Predicted = 0.0,
          Measured = Seq.max deviation / s,
          Uncertainty = 0.0,
          Bound = Bound.AtMost 1e-5,
          Expected = Verdict.Supported,
          Control = Control.ScaledRightHandSide 1.1)
      Claim(
          Id = "note0-10-half-time",
          Statement = "Half the target is reached at $\\log((s - \\varepsilon)/\\varepsilon) / 2s$.",
          Source = "Note 0, speed of learning",
          Predicted = predicted,
          Measured = solution.EventTime "half",
          Uncertainty = 1e-12 * predicted,
          Bound = Bound.Near(predicted, 1e-5),
          Expected = Verdict.Supported,
          Control = Control.ScaledRightHandSide 1.1) ]

let private figure s start (trajectory: Trajectory) =
    let theory = trajectory.Times |> Seq.map (logistic s start) |> Seq.toArray

    Figure(
        Id = "strength",
        Title = "A tied mode grows along a logistic curve",
        Caption = $"Strength from {NumberText.Of start} to {NumberText.Of s}: integrated, and in closed form; grey: the half-time $T$.",
        AltText = "An S-shaped curve from 0 to the target, with the closed form upon it.",
        ClaimIds = [ "note0-09-logistic"; "note0-10-half-time" ],
        Panels =
            [ Panel(
                  X = Axis.Linear "flow time $t$",
                  Y = Axis.Linear "strength $u$",
                  Marks =
                      [ Line(Id = "integrated", Label = "integrated", X = trajectory.Times, Y = trajectory.Observe strength)
                        Line(Id = "logistic", Label = "logistic", Role = MarkRole.Theory, X = trajectory.Times, Y = theory)
                        ReferenceLine(
                             Id = "half-time",
                             Label = "$T$",
                             Role = MarkRole.Reference,
                             Orientation = Orientation.Vertical,
                             Value = halfTime s start) ]) ])

let private run (context: ExperimentContext) =
    let s, start = context.Get target, context.Get initialStrength
    let endTime = 2.0 * halfTime s start + 2.0 / s
    let problem = InitialValueProblem(flow s, [ start ], 0.0, endTime).WithEvent(EventFunction.Crossing("half", strength, s / 2.0))
    let solution = context.Solve(problem, SaveAt.EquallySpaced(0.0, endTime, 200))

    ExperimentResult(
        Claims = claims s start solution,
        Figures = [ figure s start solution.Trajectory ],
        Metrics = [ Metric("half-time", "Time $T$ at which half the target is reached.", solution.EventTime "half") ])

/// The experiment.
let experiment =
    { new IExperiment with
        member _.Info = info
        member _.Run context = run context }
