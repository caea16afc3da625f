using System;
using System.Linq;
using System.Threading;
using PluginLab.Dynamics;
using PluginLab.Extensibility;

namespace TestPlugins;

/// <summary>Loads without a complaint; each of its components breaks the contract in one way.</summary>
public sealed class MisbehavingPlugin : IPlugin
{
    public PluginCatalog Catalog { get; } = new()
    {
        Experiments = [new ChangesEveryRun(), new FailsAtTheBoundary(), new BadClaims(), new BadFigure()],
        Systems =
        [
            System("not-a-number", DynamicsSystem.FromFunction(1, (_, _) => [double.NaN]), [1.0]),
            System("short-start", DynamicsSystem.FromFunction(2, (_, _) => [0, 0]), [1.0]),
        ],
        Integrators = [Integrator(new KeepsTheEnd()), Integrator(new StandsStill()), Integrator(new NeverGivesUp())],
    };

    private static Component<ObservedSystem> System(string id, IDynamicsSystem system, double[] start) =>
        new() { Id = id, Description = "Misbehaves.", Create = _ => new ObservedSystem(system, [], start) };

    private static Component<IIntegrator> Integrator(ExactDecay integrator) =>
        new() { Id = integrator.Name, Description = "Misbehaves.", Create = _ => integrator };
}

/// <summary>Solves dx/dt = −x, which the contract test asks for, in one way or another.</summary>
internal abstract class ExactDecay : IIntegrator
{
    public abstract string Name { get; }

    public abstract Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken);

    protected static Solution Solve(InitialValueProblem problem, double[] times, Func<double, double> factor)
    {
        double[] start = problem.InitialState.ToArray();
        return new Solution
        {
            Outcome = SolveOutcome.Completed,
            Diagnostic = "Done.",
            PartialTrajectory = new Trajectory(times, times.Select(time => start.Select(x => x * factor(time)).ToArray())),
            Statistics = new SolveStatistics(1, 0, 1),
        };
    }
}

internal sealed class KeepsTheEnd : ExactDecay
{
    public override string Name => "keeps-the-end";

    public override Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken) =>
        Solve(problem, [problem.EndTime], time => Math.Exp(-time)) with { Outcome = Outcome(cancellationToken) };

    private static SolveOutcome Outcome(CancellationToken token) => token.IsCancellationRequested ? SolveOutcome.Cancelled : SolveOutcome.Completed;
}

internal sealed class StandsStill : ExactDecay
{
    public override string Name => "stands-still";

    public override Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken) =>
        Solve(problem, [.. saveAt.RequestedTimes.DefaultIfEmpty(problem.EndTime)], _ => 1) with
        {
            Outcome = cancellationToken.IsCancellationRequested ? SolveOutcome.Cancelled : SolveOutcome.Completed,
        };
}

internal sealed class NeverGivesUp : ExactDecay
{
    public override string Name => "never-gives-up";

    public override Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken) =>
        Solve(problem, [.. saveAt.RequestedTimes.DefaultIfEmpty(problem.EndTime)], time => Math.Exp(-time));
}
