namespace PluginLab.Host.Benchmarks;

/// <summary>The workloads that <c>pluginlab bench</c> knows; docs/performance.md says what each stands for.</summary>
internal static class Workloads
{
    // Where errors fall by powers of ten as modes are learned one after another, integral control takes fewer steps to the same error than the default.
    private const string Nonstiff = "dormand-prince-5,relative-tolerance=9e-7,absolute-tolerance=9e-10,controller=integral";

    // Tolerates less a step than the others: only so does it reach the error that methods of higher order reach at 1e-6.
    private const string Stiff = "runge-kutta-chebyshev-2,relative-tolerance=6e-8,absolute-tolerance=6e-11";
    private const string Tight = "dormand-prince-5,relative-tolerance=1e-12,absolute-tolerance=1e-14,maximum-steps=100000000";
    private const string Sharp = "dormand-prince-5,relative-tolerance=1e-8,absolute-tolerance=1e-10,controller=integral";
    private const int SavedTimes = 200;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Workload> All { get; } =
    [
        new EnsembleWorkload("W1P", "w1p", "trajectory", 100_000, 20, Sharp, Tight),
        new EnsembleWorkload("W1Q", "w1q", "trajectory", 100_000, 20, Sharp, Tight),
        new TrajectoryWorkload("W2-64", "w2-64", EquallySpaced(60), Nonstiff, Tight),
        new TrajectoryWorkload("W2-256", "w2-256", EquallySpaced(60), Nonstiff, Tight),
        new TrajectoryWorkload("W3", "w3", Doubling(2000, 16), Stiff, Tight),
        new EvaluationWorkload("G", "g", ("plain", "true")),
    ];

    private static double[] EquallySpaced(double end) => [.. Enumerable.Range(1, SavedTimes).Select(index => end * index / SavedTimes)];

    private static double[] Doubling(double end, int count) => [.. Enumerable.Range(0, count).Select(index => Math.ScaleB(end, index - count + 1))];
}
