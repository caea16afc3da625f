using PluginLab.Dynamics;
using PluginLab.Host.Benchmarks;

namespace PluginLab.Host.Tests.Benchmarks;

internal sealed class EnsembleBenchmarkTests
{
    private static readonly Ensemble TwoTrajectories = new(DynamicsSystem.FromFunction(1, (_, x) => [-x[0]]), [1, 2], startTime: 0, endTime: 1);

    [Test]
    public void A_trajectory_that_fails_is_solved_again_for_its_diagnostic()
    {
        using CancellationTokenSource interruption = new();

        Assert.That(Run(new Failing(SolveOutcome.MaxStepsReached, () => { }), interruption.Token).Fault, Is.EqualTo("Trajectory 0: solved to the end"));
    }

    [Test]
    public void An_interruption_also_ends_the_solve_that_looks_for_the_diagnostic()
    {
        using CancellationTokenSource interruption = new();

        Assert.That(Run(new Failing(SolveOutcome.MaxStepsReached, interruption.Cancel), interruption.Token).Fault, Is.EqualTo("Trajectory 0: interrupted"));
    }

    [Test]
    public void Cancelled_runs_are_not_solved_again()
    {
        using CancellationTokenSource interruption = new();

        Assert.That(Run(new Failing(SolveOutcome.Cancelled, interruption.Cancel), interruption.Token).Fault, Is.EqualTo("The runs were cancelled."));
    }

    private static BenchmarkRun Run(IIntegrator integrator, CancellationToken cancellationToken) =>
        new EnsembleBenchmark(TwoTrajectories, integrator, threads: 1, TwoTrajectories, integrator).Run(cancellationToken);

    /// <summary>Ends all trajectories of an ensemble with one outcome, and solves a single one until it is interrupted.</summary>
    private sealed class Failing(SolveOutcome outcome, Action afterEnsemble) : IEnsembleIntegrator
    {
        public string Name => "failing";

        public EnsembleSolution Integrate(Ensemble ensemble, EnsembleOutput output, CancellationToken cancellationToken)
        {
            EnsembleRecord record = new(ensemble, output);
            for (int i = 0; i < ensemble.Count; i++)
            {
                record.End(i, outcome, 0, ensemble.InitialState(i), new SolveStatistics(0, 0, 0));
            }

            afterEnsemble();
            return record.ToSolution();
        }

        public Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken) => new()
        {
            Outcome = SolveOutcome.Completed,
            Diagnostic = cancellationToken.IsCancellationRequested ? "interrupted" : "solved to the end",
            PartialTrajectory = new Trajectory([0], [[.. problem.InitialState]]),
            Statistics = new SolveStatistics(0, 0, 0),
        };
    }
}
