using PluginLab.Host.Benchmarks;

namespace PluginLab.Host.Tests.Benchmarks;

/// <summary>How runs are repeated, by a clock that a benchmark moves itself.</summary>
internal sealed class RepeatedRunsTests
{
    [Test]
    public void Runs_that_become_faster_only_warm_up()
    {
        Clock clock = new();
        ScriptedBenchmark benchmark = new(clock, run => run <= 12 ? 0.125 * (13 - run) : 0.125);

        (BenchmarkRun last, IReadOnlyList<RunCost> costs) = new RepeatedRuns(clock).Measure(benchmark, count: 4, CancellationToken.None);

        Assert.That(costs.Select(cost => cost.Seconds), Is.EqualTo([0.125, 0.125, 0.125, 0.125]));
        Assert.That(last.RightHandSides, Is.EqualTo(benchmark.Runs));
    }

    [TestCase(1)]
    [TestCase(8)]
    public void A_run_that_goes_wrong_is_the_last(int wrong)
    {
        Clock clock = new();
        ScriptedBenchmark benchmark = new(clock, _ => 1, wrong);

        (BenchmarkRun last, _) = new RepeatedRuns(clock).Measure(benchmark, count: 5, CancellationToken.None);

        Assert.That((last.Fault, benchmark.Runs), Is.EqualTo(("wrong", wrong)));
    }

    [Test]
    public void A_slow_benchmark_warms_up_once()
    {
        Clock clock = new();
        ScriptedBenchmark benchmark = new(clock, _ => 100);

        new RepeatedRuns(clock).Measure(benchmark, count: 2, CancellationToken.None);

        Assert.That(benchmark.Runs, Is.EqualTo(3));
    }

    /// <summary>Takes as many seconds as a rule says for each run, counted from 1.</summary>
    private sealed class ScriptedBenchmark(Clock clock, Func<int, double> seconds, int wrong = 0) : IBenchmark
    {
        public int Runs { get; private set; }

        public string Method => "scripted";

        public BenchmarkRun Run(CancellationToken cancellationToken)
        {
            Runs++;
            clock.Seconds += seconds(Runs);
            return new(ComputedStates.OfValues([0], 1), Runs, Runs == wrong ? "wrong" : null);
        }

        public BenchmarkRun RunReference(CancellationToken cancellationToken) => throw new AssertionException("Nobody asked for a reference.");
    }

    private sealed class Clock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1_000_000;

        public override long GetTimestamp() => (long)(Seconds * TimestampFrequency);
    }
}
