using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.Plugins.DiagonalCase;

/// <summary>The claims about a small random start.</summary>
internal static class RandomStartClaims
{
    /// <summary>A predicted gap between two half-times counts as an order from this many time scales 1/|s| of the weaker mode on.</summary>
    private const double OrderedGap = 1;

    /// <summary>Below this difference of targets the width takes long to choose between two modes.</summary>
    private const double SmallestGap = 0.1;

    /// <summary>Size of the conserved imbalance beside the weakest learned target up to which the ends are told to first order.</summary>
    private const double LargestSmallness = 0.05;

    /// <summary>A cosine that a solver of relative tolerance 1e-9 still tells to a thousandth.</summary>
    private const double SmallestFloor = 1e-7;

    private const string NotSmall = "The start is too large beside the targets: the statement is about small starts.";

    public static IReadOnlyList<Claim> Of(ExperimentContext context, RandomStartRun run) =>
        [TwoForces(context, run), HalfTimes(run), Order(run), AlignmentRate(run), .. Endings(run), CosineFloor(run)];

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
        [TwoForcesCheck.WorstDeviation(context, run.Start.Network, run.Trajectory)],
        tolerance: 1e-12,
        Control.ScaledComponent(0, 1.1));

    private static Claim HalfTimes(RandomStartRun run) => Note0.Deviates(
        "21-half-times",
        "From a random start mode $i$ reaches half of its target at $T_i = \\log(4|s_i|/|x_i^\\perp|^2 - 1)/(2|s_i|)$, where $x_i^\\perp$ is what the modes learned before leave of $W^e_i + \\sgn(s_i) W^d_i$; largest relative error.",
        Note0.Summary,
        run.Start.Timed.Select(i => (run.HalfTime(i) / run.Start.PredictedHalfTimes[i]) - 1),
        tolerance: 1e-3,
        Note0.Faster) with
    {
        NotApplicable = run.Start.Timed.Count > 0 ? null : "No mode is learned from a small start on its own: targets are too close, or the start too large.",
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
            "From a small start whose vectors are of like size, targets are learned in the order of $|s_i|$; number of pairs out of order.",
            Note0.Summary,
            predicted: 0,
            pairs.Count(pair => !(run.HalfTime(pair.First) < run.HalfTime(pair.Second))),
            Bound.AtMost(0),
            NetworkControls.ScaledMode(start.ModesByRank[0], 0.2)) with
        {
            NotApplicable = pairs.Length > 0 ? null : "No two modes have half-times that the start predicts to be clearly apart.",
        };
    }

    private static Claim AlignmentRate(RandomStartRun run)
    {
        RandomStart start = run.Start;
        double time = start.LinearTime;
        return Note0.Deviates(
            "19-alignment-rate",
            "While a mode is small, $|W^e_i - \\sgn(s_i) W^d_i|^2 / |W^e_i + \\sgn(s_i) W^d_i|^2$ falls as $e^{-4|s_i|t}$, and $1 - \\cos(W^e_i, \\sgn(s_i) W^d_i)$ with it; largest relative error of the rate.",
            Note0.Summary,
            start.Learned.Select(i => (Math.Log(run.At(0, run.OpposedFraction(i)) / run.At(time, run.OpposedFraction(i))) / (4 * start.Magnitude(i) * time)) - 1),
            tolerance: 0.02,
            Note0.Faster) with
        {
            NotApplicable = start.Timed.Count > 0 ? null : NotSmall,
        };
    }

    private static Claim[] Endings(RandomStartRun run)
    {
        RandomStart start = run.Start;
        Claim[] claims =
        [
            Note0.Deviates(
                "19-sign",
                "A learned mode ends aligned with the sign of its target, $\\cos(W^e_i, W^d_i) = \\sgn(s_i)$, up to the square of the conserved imbalance; largest $1 - \\sgn(s_i)\\cos$.",
                Note0.Summary,
                start.Learned.Select(i => run.AtEnd(run.Misalignment(i))),
                Math.Max(1e-8, Math.Pow(4 * start.Smallness, 2)),
                NetworkControls.NegatedTarget),
            Note0.Deviates(
                "20-lengths",
                "The vectors of a learned mode end with length $\\sqrt{|s_i|}$, up to the conserved imbalance; largest relative error of a squared length.",
                Note0.Summary,
                start.Learned.SelectMany(i => new[] { run.AtEnd(run.EncoderSquare(i)), run.AtEnd(run.DecoderSquare(i)) }.Select(square => (square / start.Magnitude(i)) - 1)),
                Math.Max(1e-4, 4 * start.Smallness),
                NetworkControls.ScaledTarget(1.5)),
            Note0.Deviates(
                "06-perpendicular",
                "At the end $W^e_i$ is perpendicular to $W^d_j$ for learned $i \\ne j$; largest $|W^e_i \\cdot W^d_j|$.",
                Note0.Diagonal,
                from i in start.Learned from j in start.Learned where i != j select run.AtEnd(run.Product(i, j)),
                tolerance: 1e-5,
                NetworkControls.CoupledTarget(0.1)),
        ];
        return [.. claims.Select(claim => claim with { NotApplicable = EndingException(start) ?? (double.IsNaN(claim.Measured) ? "There is one learned mode only." : null) })];
    }

    /// <summary>Why the start says nothing about the end of the learned modes; null if it does.</summary>
    private static string? EndingException(RandomStart start) =>
        start.Learned.Count == 0 ? "No mode is learned by the end time."
        : start.Gap < SmallestGap ? "The hidden width leaves out a mode about as strong as one that it keeps."
        : start.Smallness > LargestSmallness ? NotSmall
        : null;

    private static Claim CosineFloor(RandomStartRun run)
    {
        RandomStart start = run.Start;
        (int First, int Second)[] pairs = [.. from i in start.Learned from j in start.Learned where i < j select (i, j)];
        double largest = Note0.Worst(pairs.Select(pair => run.CosineFloor(pair.First, pair.Second)));
        return Note0.Deviates(
            "21-cosine-floor",
            "Learned vectors do not become quite perpendicular: $\\cos(W^e_i, W^e_j)$ stops at $\\hat{w}_i^T C \\hat{w}_j/(|s_i| + |s_j|)$, of the order of $\\sigma^2 h$, with the conserved $C = W^{eT} W^e - W^d W^{dT}$ and the last directions $\\hat{w}$; largest error over the largest of these.",
            Note0.Summary,
            pairs.Select(pair => (run.AtEnd(run.EncoderCosine(pair.First, pair.Second)) - run.CosineFloor(pair.First, pair.Second)) / largest),
            Math.Max(1e-3, 4 * start.Smallness),
            NetworkControls.CoupledTarget(0.1)) with
        {
            NotApplicable = EndingException(start)
                ?? (pairs.Length == 0 ? "There is one learned mode only." : largest < SmallestFloor ? "The start is so small that the floor is lost in the solver's error." : null),
        };
    }
}
