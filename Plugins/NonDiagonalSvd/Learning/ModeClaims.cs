using PluginLab.Experiments;
using PluginLab.Plugins.NonDiagonalSvd.Modes;

namespace PluginLab.Plugins.NonDiagonalSvd.Learning;

/// <summary>What the notes say about a single run on Σ: when each mode is learned, and what is learned in the end.</summary>
internal static class ModeClaims
{
    /// <summary>Id of the claim on the half-times of single modes.</summary>
    public const string HalfTimesId = "note0-21-half-times";

    /// <summary>Id of the claim on the half-times within a repeated singular value.</summary>
    public const string BlockHalfTimesId = "note0-21-block-half-times";

    /// <summary>Bound on the relative deviation of half-times.</summary>
    public const double HalfTimeTolerance = 1e-3;

    /// <summary>Where the formula's own error comes closer to the bound, a measurement would test the start and not the formula.</summary>
    private const double LargestFormulaError = 0.8 * HalfTimeTolerance;

    private const string OutsideFormula =
        "the formula assumes a small start and modes that are learned one after another within the run; here its own error is too large for every such mode";

    /// <summary>Modes that are half learned later than this are not reliably seen within the run.</summary>
    public const double LatestShareOfRun = 0.95;
    private const double ReachTolerance = 1e-4;
    private const double LargestRemainder = 1e-3;
    private const string Summary = "Note 0, section 'Summary of the dynamics', statement 21, in the singular basis of section 'Non-diagonal case'";

    /// <summary>The claims of a run; the one on blocks only where a singular value is repeated.</summary>
    public static IEnumerable<Claim> Of(LearningRun run) =>
        [HalfTimes(run), .. run.Basis.Blocks.Any(block => block.Count > 1) ? [BlockHalfTimes(run)] : Array.Empty<Claim>(), OrderClaim.Of(run), Reaches(run)];

    /// <summary>The modes of which the formula for the half-time speaks in this run.</summary>
    public static IReadOnlyList<int> Predictable(LearningRun run) => [.. Enumerable.Range(0, run.ModeCount).Where(mode =>
        run.Prediction.FormulaErrors[mode] <= LargestFormulaError && run.Prediction.Times[mode] <= LatestShareOfRun * run.EndTime)];

    private static Claim HalfTimes(LearningRun run)
    {
        int[] modes = [.. run.Basis.Blocks.Where(block => block.Count == 1).Select(block => block.First).Intersect(Predictable(run))];
        return new Claim
        {
            Id = HalfTimesId,
            Statement = "The singular mode $i$ of $\\Sigma$ is half learned at $T_i = \\log(4s_i/\\lvert x_i^\\perp\\rvert^2 - 1)/(2s_i)$, where $x_i = (U^\\top W_e)_i + (W_d V)_i$ at the start, "
                + $"less its projection on the modes before it. Largest relative deviation over {Count(modes.Length, run.ModeCount)}.",
            Source = Summary,
            Predicted = 0,
            Measured = LargestDeviation(run, run.ModeTimes, modes),
            Uncertainty = 0,
            Bound = Bound.AtMost(HalfTimeTolerance),
            Expected = Verdict.Supported,
            NotApplicable = modes.Length > 0 ? null
                : run.Basis.Blocks.All(block => block.Count > 1) ? "every singular value is repeated, so that no single mode is defined; the claim about blocks speaks instead"
                : OutsideFormula,
            Control = Controls.Faster,
        };
    }

    private static Claim BlockHalfTimes(LearningRun run)
    {
        ModeBlock[] blocks = [.. run.Basis.Blocks.Where(block => block.Count > 1 && block.Modes.All(Predictable(run).Contains))];
        int[] modes = [.. blocks.SelectMany(block => block.Modes)];
        return new Claim
        {
            Id = BlockHalfTimesId,
            Statement = "For a singular value that is repeated, the singular values of the product within its block, $U_b^\\top M V_b$, are half learned at the times that "
                + $"follow from the eigenvalues $\\lvert x^\\perp\\rvert^2$ of the block's Gram matrix. Largest relative deviation over {Count(modes.Length, run.ModeCount)}.",
            Source = Summary,
            Predicted = 0,
            Measured = LargestDeviation(run, run.BlockTimes, modes),
            Uncertainty = 0,
            Bound = Bound.AtMost(HalfTimeTolerance),
            Expected = Verdict.Supported,
            NotApplicable = modes.Length > 0 ? null : OutsideFormula,
            Control = Controls.Faster,
        };
    }

    private static Claim Reaches(LearningRun run)
    {
        int learnable = Math.Min(run.ModeCount, run.Task.HiddenWidth);
        double scale = run.Basis.Values[0];
        double remainder = ExpectedRemainder(run, learnable);
        return new Claim
        {
            Id = "note0-23-end",
            Statement = $"The product ends at the best approximation of $\\Sigma$ of rank {NumberText.Of(learnable)} (of rank {NumberText.Of(run.ModeCount)}), whatever the shape of $\\Sigma$. Measured: largest entry of the difference at the end time, over $s_1$; the bound allows for what is not learned yet then.",
            Source = "Note 0, section 'Non-diagonal case', statement 23 (some singular values might be 0); Eckart and Young, 1936",
            Predicted = 0,
            Measured = run.FinalProduct.Subtract(run.Basis.Approximation(learnable)).LargestMagnitude() / scale,
            Uncertainty = 0,
            Bound = Bound.AtMost(ReachTolerance + (2 * remainder)),
            Expected = Verdict.Supported,
            NotApplicable = remainder <= LargestRemainder
                ? null
                : "at the end time the slowest mode is not learned yet, or the start is too large for the modes with singular value 0 to stay small",
            Control = Controls.AnotherTarget,
        };
    }

    /// <summary>What must be left at the end, over s_1: unlearned parts s e^{−2s(t − T)}, competition for the last hidden unit, and modes with singular value 0.</summary>
    private static double ExpectedRemainder(LearningRun run, int learnable)
    {
        IReadOnlyList<double> values = run.Basis.Values;
        double remainder = Enumerable.Range(0, learnable).Sum(mode => values[mode] * Math.Exp(-2 * values[mode] * (run.EndTime - run.Prediction.Times[mode])));
        if (learnable < run.ModeCount)
        {
            double gap = values[learnable - 1] - values[learnable];
            remainder += values[0] * Math.Exp(-gap * (run.EndTime - run.Prediction.Times[learnable - 1]));
        }

        bool hasZeroModes = run.ModeCount < Math.Min(run.Task.Target.Rows, run.Task.Target.Columns);
        double zeroModes = hasZeroModes ? 4 * run.Task.Encoder.LargestMagnitude() * run.Task.Decoder.LargestMagnitude() * Math.Sqrt(run.Task.HiddenWidth) : 0;
        return double.IsNaN(remainder) ? double.PositiveInfinity : (remainder + zeroModes) / values[0];
    }

    private static double LargestDeviation(LearningRun run, IReadOnlyList<double> measured, int[] modes) =>
        modes.Length == 0 ? double.NaN : modes.Aggregate(0.0, (largest, mode) => Math.Max(largest, Math.Abs((measured[mode] / run.Prediction.Times[mode]) - 1)));

    private static string Count(int some, int all) => $"{NumberText.Of(some)} of {NumberText.Of(all)} modes";
}
