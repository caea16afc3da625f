using PluginLab.Dynamics;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.Equalization.Paths;

/// <summary>How w₁/w₂ and w₁w₂ evolve from the starts of a run.</summary>
internal sealed record PathStudy
{
    /// <summary>w₂(0) in units of √s.</summary>
    public const double SecondWeight = 1e-4;

    /// <summary>w₁(0) and w₂(0), in units of √s, of the start on which the note's first approximation is tested.</summary>
    public static readonly (double First, double Second) ApproximationStart = (0.2, 1e-4);

    /// <summary>The ratio down to which it is tested.</summary>
    public const double SmallestRatio = 10;

    private const int PointsPerPath = 1000;

    // In units of 1/s: before it, a start of w₁ up to 10 √s has hardly moved.
    private const double FirstTime = 1e-6;

    public required PairRuns Runs { get; init; }

    public required IReadOnlyList<PairPath> Paths { get; init; }

    /// <summary>The largest change of w₁² − w₂² after any step from any start, over the target or its initial value, whichever is larger.</summary>
    public required double LargestDrift { get; init; }

    /// <summary>w₁w₂ · w₁/w₂ at the start and where the ratio has fallen to 10.</summary>
    public required Comparison ProductTimesRatio { get; init; }

    public static PathStudy Measure(PairRuns runs, IReadOnlyList<double> firstWeights, double endTime)
    {
        IReadOnlyList<double> times = Spacing.Logarithmic(FirstTime / runs.Target, endTime, PointsPerPath);
        return new PathStudy
        {
            Runs = runs,
            Paths = [.. firstWeights.Select(first => Follow(runs, first, times))],
            LargestDrift = Largest.Of(firstWeights.Select(first => Drift(runs, [first, SecondWeight * runs.WeightUnit], endTime))),
            ProductTimesRatio = FollowToSmallestRatio(runs),
        };
    }

    private static PairPath Follow(PairRuns runs, double first, IReadOnlyList<double> times)
    {
        double second = SecondWeight * runs.WeightUnit;
        return new PairPath(first, runs.Solve.Follow(runs.Pair, [first, second], times), new UnbalancedPair(runs.Target, first, second));
    }

    private static double Conserved(ReadOnlySpan<double> state) => (state[0] - state[1]) * (state[0] + state[1]);

    private static double Drift(PairRuns runs, double[] start, double endTime) =>
        runs.Solve.LargestChange(runs.Pair, start, endTime, (_, state) => Conserved(state)) / Math.Max(runs.Target, Math.Abs(Conserved(start)));

    private static Comparison FollowToSmallestRatio(PairRuns runs)
    {
        (double first, double second) = ApproximationStart;
        double[] start = runs.State(first, second);
        LocatedEvent? reached = runs.Solve.Reach(
            runs.Pair, start, (_, state) => state[0] - (SmallestRatio * state[1]), 0, runs.Theory(first, second).RatioHittingTime(SmallestRatio));
        return new Comparison(start[0] * start[0], reached is null ? double.NaN : reached.State[0] * reached.State[0]);
    }
}

/// <summary>A path of two weights beside its closed form.</summary>
/// <param name="FirstWeight">w₁(0).</param>
/// <param name="Path">The solution at times spaced evenly in their logarithm.</param>
/// <param name="Theory">The closed form from the same start.</param>
internal sealed record PairPath(double FirstWeight, Trajectory Path, UnbalancedPair Theory)
{
    public IReadOnlyList<double> Ratios { get; } = Path.Observe((_, state) => state[0] / state[1]);

    public IReadOnlyList<double> Products { get; } = Path.Observe((_, state) => state[0] * state[1]);

    public IReadOnlyList<double> PredictedRatios { get; } = [.. Path.Times.Select(time => Theory.StateAt(time)).Select(state => state.First / state.Second)];

    /// <summary>How far the ratio ever rises above an earlier value, in its logarithm.</summary>
    public double LargestRise
    {
        get
        {
            double lowest = double.PositiveInfinity;
            double rise = 0;
            foreach (double ratio in Ratios)
            {
                lowest = Math.Min(lowest, ratio);
                rise = Math.Max(rise, Math.Log(ratio / lowest));
            }

            return rise;
        }
    }
}
