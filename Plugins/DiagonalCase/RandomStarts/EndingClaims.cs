using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.Plugins.DiagonalCase.RandomStarts;

/// <summary>The claims about where the modes of a small random start end.</summary>
internal static class EndingClaims
{
    /// <summary>Below this difference of targets the width takes long to choose between two modes.</summary>
    private const double SmallestGap = 0.1;

    /// <summary>A cosine that a solver of relative tolerance 1e-9 still tells to a thousandth.</summary>
    private const double SmallestFloor = 1e-7;

    public static IReadOnlyList<Claim> Of(RandomStartRun run) => [.. LearnedModes(run), CosineFloor(run), CosineSize(run)];

    private const string OneMode = "One mode only is learned from a small start.";

    private static Claim[] LearnedModes(RandomStartRun run)
    {
        RandomStart start = run.Start;
        string modes = ModeNames.Count(start.Settled, start.Targets.Count);
        Claim[] claims =
        [
            Note0.Deviates(
                "19-sign",
                "A learned mode ends aligned with the sign of its target, $\\cos(W^e_i, W^d_i) = \\sgn(s_i)$, up to the square of the conserved imbalance; largest $1 - \\sgn(s_i)\\cos$ over " + $"{modes}.",
                Note0.Summary,
                start.Settled.Select(i => run.AtEnd(run.Misalignment(i))),
                Math.Max(1e-8, Math.Pow(4 * Smallness(start), 2)),
                NetworkControls.NegatedTarget),
            Note0.Deviates(
                "20-lengths",
                "The vectors of a learned mode end with length $\\sqrt{|s_i|}$, up to the conserved imbalance; largest relative error of a squared length over " + $"{modes}.",
                Note0.Summary,
                start.Settled.SelectMany(i => new[] { run.AtEnd(run.EncoderSquare(i)), run.AtEnd(run.DecoderSquare(i)) }.Select(square => (square / start.Magnitude(i)) - 1)),
                Math.Max(1e-4, 4 * Smallness(start)),
                NetworkControls.ScaledTarget(1.5)),
            Note0.Deviates(
                "06-perpendicular",
                "At the end $W^e_i$ is perpendicular to $W^d_j$ for learned $i \\ne j$; largest $|W^e_i \\cdot W^d_j|$ over " + $"{modes}.",
                Note0.Diagonal,
                from i in start.Settled from j in start.Settled where i != j select run.AtEnd(run.Product(i, j)),
                tolerance: 1e-5,
                NetworkControls.CoupledTarget(0.1)),
        ];
        return [.. claims.Select(claim => claim with { NotApplicable = EndingException(start) ?? (double.IsNaN(claim.Measured) ? OneMode : null) })];
    }

    /// <summary>Why the start says nothing about the end of the learned modes; null if it does.</summary>
    private static string? EndingException(RandomStart start) =>
        start.Learned.Count == 0 ? "No mode is learned by the end time."
        : start.Gap < SmallestGap ? "The hidden width leaves out a mode about as strong as one that it keeps."
        : start.Settled.Count == 0 ? RandomStartClaims.NotSmall
        : null;

    /// <summary>The size of the conserved imbalance beside the weakest target that the claims speak of.</summary>
    private static double Smallness(RandomStart start) => start.Settled.Select(start.Smallness).DefaultIfEmpty(0).Max();

    /// <summary>C sums products of 2h Gaussian weights, so that its entries between directions are of the order of σ²(h + n).</summary>
    private static Claim CosineSize(RandomStartRun run)
    {
        RandomStart start = run.Start;
        double order = start.StandardDeviation * start.StandardDeviation * (start.HiddenWidth + start.Targets.Count);
        IEnumerable<double> sizes =
            from i in start.Settled
            from j in start.Settled
            where i < j
            select run.AtEnd(run.EncoderCosine(i, j)) * (start.Magnitude(i) + start.Magnitude(j));
        double largest = Note0.Worst(sizes);
        return Note0.Holds(
            "16-cosine-floor",
            "Untied, interference does not decrease to 0: the cosines of learned vectors stop at a floor of the size of the start squared, $O(\\sigma^2 (h + n)/(|s_i| + |s_j|))$ with $n$ modes; largest $|\\cos(W^e_i, W^e_j)|(|s_i| + |s_j|)$ at the end, up to twice $\\sigma^2 (h + n)$.",
            Note0.Interference,
            order,
            largest,
            Bound.Within(order, order),
            NetworkControls.CoupledTarget(0.1)) with
        {
            NotApplicable = EndingException(start)
                ?? (double.IsNaN(largest) ? OneMode : order < SmallestFloor ? "The start is so small that the floor is lost in the solver's error." : null),
        };
    }

    private static Claim CosineFloor(RandomStartRun run)
    {
        RandomStart start = run.Start;
        (int First, int Second)[] pairs = [.. from i in start.Settled from j in start.Settled where i < j select (i, j)];
        double largest = Note0.Worst(pairs.Select(pair => run.CosineFloor(pair.First, pair.Second)));
        return Note0.Deviates(
            "21-cosine-floor",
            "What keeps learned vectors from becoming quite perpendicular is the conserved $C = W^{eT} W^e - W^d W^{dT}$: at the end $\\cos(W^e_i, W^e_j) = \\hat{w}_i^T C \\hat{w}_j/(|s_i| + |s_j|)$ to first order, a relation between $C$ at the start and the directions $\\hat{w}$ at the end; largest error over the largest of these.",
            Note0.Summary,
            pairs.Select(pair => (run.AtEnd(run.EncoderCosine(pair.First, pair.Second)) - run.CosineFloor(pair.First, pair.Second)) / largest),
            Math.Max(1e-3, 4 * Smallness(start)),
            NetworkControls.CoupledTarget(0.1)) with
        {
            NotApplicable = EndingException(start)
                ?? (pairs.Length == 0 ? OneMode : largest < SmallestFloor ? "The start is so small that the floor is lost in the solver's error." : null),
        };
    }
}
