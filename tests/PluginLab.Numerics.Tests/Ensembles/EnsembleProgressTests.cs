using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Ensembles;

/// <summary>Progress grows and comes to 1, in lanes and one by one, on however many threads.</summary>
public sealed class EnsembleProgressTests
{
    [Test]
    public void Progress_grows_to_one([Values] bool inLanes, [Values(1, 2, 7)] int threads, [Values(1, 15, 251, 1003)] int count)
    {
        Fractions fractions = new();

        Integrator().Solve(inLanes, Mixed(count), new EnsembleOutput { Progress = fractions, MaximumThreads = threads });

        Assert.That(fractions.Reported, Is.Ordered.Ascending.And.Unique);
        Assert.That(fractions.Reported[^1], Is.EqualTo(1));
        Assert.That(fractions.Reported, threads == 1 ? Has.Count.EqualTo(Math.Min(count, 100)) : Has.Count.InRange(1, Math.Min(count, 100)));
    }

    [Test]
    public void The_progress_of_a_cancelled_ensemble_stays_below_one([Values] bool inLanes, [Values(1, 2)] int threads)
    {
        using CancellationTokenSource source = new();
        Fractions fractions = new() { Received = fraction => CancelAt(0.5, fraction, source) };

        EnsembleSolution solution = Integrator().Solve(inLanes, Mixed(5000), new EnsembleOutput { Progress = fractions, MaximumThreads = threads }, source.Token);

        Assert.That(fractions.Reported[^1], Is.InRange(0.5, 0.99));
        Assert.That(solution.CountOf(SolveOutcome.Cancelled), Is.Positive);
    }

    private static StepIntegrator Integrator() =>
        new(new ExplicitRungeKutta(Tableaus.DormandPrince5), new AdaptiveStepSize(new ErrorTolerance(1e-4, 1e-6)), 1000);

    /// <summary>Some trajectories reach the end, some have no length, some stop, some blow up.</summary>
    private static Ensemble Mixed(int count) => new Ensemble(ParametricSystem.Create(new BlowUp(), 1, 1), Enumerable.Range(0, count).Select(i => -3 + (0.37 * (i % 13))), 0, 1)
        .WithEndTimes(Enumerable.Range(0, count).Select(i => (i % 5) * 0.5))
        .WithEvent(EnsembleEvent.Stop("stop", StateFormula.FromFunction((_, x) => x[0]), Enumerable.Range(0, count).Select(i => i % 2 == 0 ? -0.7 : 1e9)));

    private static void CancelAt(double limit, double fraction, CancellationTokenSource source)
    {
        if (fraction >= limit)
        {
            source.Cancel();
        }
    }

    /// <summary>Takes no lock: by contract one thread reports at a time.</summary>
    private sealed class Fractions : IProgress<double>
    {
        public List<double> Reported { get; } = [];

        public Action<double> Received { get; init; } = _ => { };

        public void Report(double value)
        {
            Reported.Add(value);
            Received(value);
        }
    }
}
