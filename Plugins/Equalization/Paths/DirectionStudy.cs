using PluginLab.Dynamics;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.Equalization.Paths;

/// <summary>Where the ratio does not simply decrease: products above the target, and weights of opposite signs.</summary>
internal sealed record DirectionStudy
{
    /// <summary>A start with w₁w₂ > s, in units of √s.</summary>
    public static readonly (double First, double Second) Above = (3, 1);

    /// <summary>A start with w₁w₂ &lt; 0, in units of √s.</summary>
    public static readonly (double First, double Second) Mixed = (0.5, -0.1);

    private const int PointsPerPath = 600;
    private const double PathTime = 3;

    public required PairRuns Runs { get; init; }

    /// <summary>Where the start above the target ends.</summary>
    public required Ending FromAbove { get; init; }

    /// <summary>Time at which w₂ crosses zero from the start of mixed signs.</summary>
    public required Comparison CrossingTime { get; init; }

    /// <summary>Relative derivatives of product and ratio at a few states: by the formulas of the note, and of what is integrated.</summary>
    public required IReadOnlyList<Comparison> RelativeDerivatives { get; init; }

    public required Trajectory PathFromAbove { get; init; }

    public required Trajectory PathFromMixed { get; init; }

    public static DirectionStudy Measure(PairRuns runs)
    {
        double[] above = runs.State(Above.First, Above.Second);
        double[] mixed = runs.State(Mixed.First, Mixed.Second);
        double crossing = runs.Theory(Mixed.First, Mixed.Second).HittingTime(0);
        IReadOnlyList<double> times = Spacing.Linear(0, PathTime / runs.Target, PointsPerPath);
        (double First, double Second)[] states = [(0.9, 0.2), (0.3, -0.7), (-1.2, -0.5), Above, Mixed];
        return new DirectionStudy
        {
            Runs = runs,
            FromAbove = runs.Solve.End(runs.Pair, above),
            CrossingTime = new Comparison(crossing, runs.Solve.Reach(runs.Pair, mixed, (_, state) => state[1], 0, crossing)?.Time ?? double.NaN),
            RelativeDerivatives = [.. states.SelectMany(state => CompareDerivatives(runs, runs.State(state.First, state.Second)))],
            PathFromAbove = runs.Solve.Follow(runs.Pair, above, times),
            PathFromMixed = runs.Solve.Follow(runs.Pair, mixed, times),
        };
    }

    private static IEnumerable<Comparison> CompareDerivatives(PairRuns runs, double[] state)
    {
        double[] derivative = runs.Solve.EvaluateDerivative(runs.Pair, state);
        double remaining = runs.Target - (state[0] * state[1]);
        double first = derivative[0] / state[0];
        double second = derivative[1] / state[1];
        yield return new Comparison(remaining * ((state[1] / state[0]) + (state[0] / state[1])), first + second);
        yield return new Comparison(remaining * ((state[1] / state[0]) - (state[0] / state[1])), first - second);
    }
}
