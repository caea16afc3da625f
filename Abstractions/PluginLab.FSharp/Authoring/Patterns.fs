namespace PluginLab.FSharp

open PluginLab.Dynamics
open PluginLab.Experiments

/// What solves and claims come to, for <c>match</c>: the compiler says which case is forgotten.
[<AutoOpen>]
module Patterns =
    /// <summary>How a solve ended: with its trajectory, at a terminal event, or with outcome, diagnostic and partial trajectory.</summary>
    let (|Completed|Stopped|Failed|) (solution: Solution) =
        match solution.Outcome with
        | SolveOutcome.Completed -> Completed solution.PartialTrajectory
        | SolveOutcome.StoppedByEvent -> Stopped(Seq.last solution.Events, solution.PartialTrajectory)
        | outcome -> Failed(outcome, solution.Diagnostic, solution.PartialTrajectory)

    /// <summary>What the measurement says of a claim; of one that does not apply, why.</summary>
    let (|Supported|Refuted|Inconclusive|NotApplicable|) (claim: Claim) =
        match claim.Verdict with
        | Verdict.Supported -> Supported
        | Verdict.Refuted -> Refuted
        | Verdict.Inconclusive -> Inconclusive
        | _ -> NotApplicable(string claim.NotApplicable)
