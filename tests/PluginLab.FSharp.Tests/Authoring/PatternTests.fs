namespace PluginLab.FSharp.Tests.Authoring

open NUnit.Framework
open PluginLab.Dynamics
open PluginLab.Experiments
open PluginLab.FSharp

type PatternTests() =
    let growth = DynamicsSystem.FromFunction(1, (fun _ x -> [| x[0] * x[0] |]))

    let describe solution =
        match solution with
        | Completed trajectory -> $"completed at {trajectory.Times[trajectory.Count - 1]}"
        | Stopped(event, _) -> $"stopped by {event.Name}"
        | Failed(outcome, diagnostic, partial) -> $"{outcome} after {partial.Count > 0}: {diagnostic.Length > 20}"

    let claim measured uncertainty reason =
        Claim.Of("c", "s", "source", 1.0, measured, Bound.AtMost 2.0, uncertainty = uncertainty, ?notApplicable = reason)

    let verdict claim =
        match claim with
        | Supported -> "supported"
        | Refuted -> "refuted"
        | Inconclusive -> "inconclusive"
        | NotApplicable reason -> reason

    [<Test>]
    member _.``Every way of ending a solve has its case``() =
        let problem = InitialValueProblem(growth, [ 1.0 ], 0.0, 0.5)
        let stopped = problem.WithEvent(EventFunction.Stop("grown", (fun _ x -> x[0]), 1.5))
        let beyond = InitialValueProblem(growth, [ 1.0 ], 0.0, 2.0)

        Assert.That(describe (Simulation.solve SaveAt.End problem), Is.EqualTo "completed at 0.5")
        Assert.That(describe (Simulation.solve SaveAt.EveryStep stopped), Is.EqualTo "stopped by grown")
        Assert.That(describe (Simulation.solve SaveAt.EveryStep beyond), Does.EndWith "after True: True")

    [<Test>]
    member _.``Every verdict has its case``() =
        let cases = [ claim 1.0 0.1 None; claim 3.0 0.1 None; claim 2.0 0.1 None; claim 1.0 0.1 (Some "too few points") ]

        Assert.That(List.map verdict cases, Is.EqualTo(box [ "supported"; "refuted"; "inconclusive"; "too few points" ]))
