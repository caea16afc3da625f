using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.Plugins.DiagonalCase.RandomStarts;

/// <summary>The claims about how the modes of a small random start are learned.</summary>
internal static class RandomStartClaims
{
    /// <summary>A predicted gap between two half-times counts as an order from this many time scales 1/|s| of the weaker mode on.</summary>
    private const double OrderedGap = 1;

    public const string NotSmall = "The start is too large beside the targets: the statement is about small starts.";

    public static IReadOnlyList<Claim> Of(ExperimentContext context, RandomStartRun run, AlignmentRates rates) =>
        [TwoForces(context, run), HalfTimes(run), Order(run), AlignmentRate(run, rates)];

    public static IReadOnlyList<Metric> Metrics(RandomStartRun run) =>
    [
        .. run.Start.Targets.SelectMany((_, i) => new Metric[]
        {
            new($"half-time-{i + 1}", $"time at which mode {i + 1} reaches half of its target", run.HalfTime(i)),
            new($"predicted-half-time-{i + 1}", $"$T_{{{i + 1}}}$ by the formula from the start", run.Start.PredictedHalfTimes[i]),
        }),
    ];

    private static Claim TwoForces(ExperimentContext context, RandomStartRun run) => Note0.Deviates(
        "05-two-forces",
        "The force on each vector is its feature benefit plus the interference of the other modes.",
        Note0.Diagonal,
        [ForceSplit.WorstDeviation(context, run.Start.Network, run.Trajectory)],
        tolerance: 1e-12,
        Control.ScaledComponent(0, 1.1));

    private static Claim HalfTimes(RandomStartRun run) => Note0.Deviates(
        "21-half-times",
        "From a random start mode $i$ reaches half of its target at $T_i = \\log(4|s_i|/|x_i^\\perp|^2 - 1)/(2|s_i|)$, where $x_i^\\perp$ is what the modes learned before leave of $W^e_i + \\sgn(s_i) W^d_i$; largest relative error over " + $"{ModeNames.Count(run.Start.Timed, run.Start.Targets.Count)}.",
        Note0.Summary,
        run.Start.Timed.Select(i => (run.HalfTime(i) / run.Start.PredictedHalfTimes[i]) - 1),
        tolerance: 1e-3,
        Note0.Faster) with
    {
        NotApplicable = run.Start.Timed.Count > 0 ? null : "No mode is learned from a small start on its own: targets are too close, or the start too large beside the weakest of them.",
    };

    /// <summary>Counts pairs of modes whose predicted times are clearly apart and whose measured order is the other one.</summary>
    private static Claim Order(RandomStartRun run)
    {
        RandomStart start = run.Start;
        (int First, int Second)[] pairs =
        [
            .. from first in start.Timed
               from second in start.Timed
               where start.PredictedHalfTimes[second] - start.PredictedHalfTimes[first] > OrderedGap / start.Magnitude(second)
                   && start.Magnitude(first) > start.Magnitude(second)
               select (first, second),
        ];
        return Note0.Holds(
            "18-order",
            "From a small start whose vectors are of like size, targets are learned in the order of $|s_i|$; number of pairs out of order, of those with half-times clearly apart among " + $"{ModeNames.Count(start.Timed, start.Targets.Count)}.",
            Note0.Summary,
            predicted: 0,
            pairs.Count(pair => !(run.HalfTime(pair.First) < run.HalfTime(pair.Second))),
            Bound.AtMost(0),
            NetworkControls.ScaledMode(pairs.Length > 0 ? pairs[0].First : start.ModesByRank[0], 0.2)) with
        {
            NotApplicable = pairs.Length > 0 ? null : "No two of the modes that are learned from a small start, each on its own, have half-times clearly apart.",
        };
    }

    private static Claim AlignmentRate(RandomStartRun run, AlignmentRates rates)
    {
        (double Error, double Uncertainty) worst = rates.WorstOf(run.Start.Small);
        return Note0.Deviates(
            "19-alignment-rate",
            "While a mode is small, $|W^e_i - \\sgn(s_i) W^d_i|^2 / |W^e_i + \\sgn(s_i) W^d_i|^2$ falls as $e^{-4|s_i|t}$, and $1 - \\cos(W^e_i, \\sgn(s_i) W^d_i)$ with it; largest relative error of a fitted rate, with its 95 % interval, over " + $"{ModeNames.Count(run.Start.Small, run.Start.Targets.Count)}.",
            Note0.Summary,
            [worst.Error],
            tolerance: 0.02,
            Note0.Faster) with
        {
            Uncertainty = worst.Uncertainty,
            NotApplicable = run.Start.Small.Count > 0 ? null : NotSmall,
        };
    }
}
