namespace PluginLab.Host.Benchmarks;

/// <summary>Runs a benchmark again and again and measures each run.</summary>
/// <param name="clock">Tells the time.</param>
internal sealed class RepeatedRuns(TimeProvider clock)
{
    private const int LeastWarmUps = 5;
    private const int SteadyRuns = 3;
    private const double SteadyWithin = 0.95;
    private static readonly TimeSpan LeastWarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PauseForCompiler = TimeSpan.FromMilliseconds(300);

    /// <summary>Warms up, then measures; ends at the first run that goes wrong.</summary>
    /// <param name="benchmark">What to run.</param>
    /// <param name="count">Number of measured runs; at least 1.</param>
    /// <param name="cancellationToken">Ends the runs.</param>
    /// <returns>The last run, and what each measured one took.</returns>
    public (BenchmarkRun Last, IReadOnlyList<RunCost> Costs) Measure(IBenchmark benchmark, int count, CancellationToken cancellationToken)
    {
        BenchmarkRun last = WarmUp(benchmark, cancellationToken);
        List<RunCost> costs = [];
        while (last.Fault is null && costs.Count < count)
        {
            (last, RunCost cost) = MeasureOnce(benchmark, cancellationToken);
            costs.Add(cost);
        }

        return (last, costs);
    }

    /// <summary>Runs until the compiler has made its fast versions: the latest runs are no faster than those before.</summary>
    private BenchmarkRun WarmUp(IBenchmark benchmark, CancellationToken cancellationToken)
    {
        long start = clock.GetTimestamp();
        List<double> seconds = [];
        while (true)
        {
            (BenchmarkRun run, RunCost cost) = MeasureOnce(benchmark, cancellationToken);
            seconds.Add(cost.Seconds);
            TimeSpan elapsed = clock.GetElapsedTime(start);
            if (run.Fault is not null || elapsed > LongestWarmUp || (elapsed > LeastWarmUp && IsSteady(seconds)))
            {
                return run;
            }

            // The compiler begins with what was called often once nothing new was called for a while.
            cancellationToken.WaitHandle.WaitOne(seconds.Count < LeastWarmUps ? PauseForCompiler : TimeSpan.Zero);
        }
    }

    private static bool IsSteady(List<double> seconds) =>
        seconds.Count >= LeastWarmUps && seconds.TakeLast(SteadyRuns).Min() > SteadyWithin * seconds.SkipLast(SteadyRuns).Min();

    private (BenchmarkRun Run, RunCost Cost) MeasureOnce(IBenchmark benchmark, CancellationToken cancellationToken)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = clock.GetTimestamp();
        BenchmarkRun run = benchmark.Run(cancellationToken);
        TimeSpan elapsed = clock.GetElapsedTime(start);
        processor = Environment.CpuUsage.TotalTime - processor;
        return (run, new(elapsed.TotalSeconds, processor.TotalSeconds, GC.GetTotalAllocatedBytes(precise: true) - bytes));
    }
}

/// <summary>What one run took.</summary>
/// <param name="Seconds">Seconds by the clock.</param>
/// <param name="ProcessorSeconds">Seconds of all processors that worked for it.</param>
/// <param name="AllocatedBytes">Bytes allocated on the managed heap by all threads.</param>
internal sealed record RunCost(double Seconds, double ProcessorSeconds, long AllocatedBytes);
