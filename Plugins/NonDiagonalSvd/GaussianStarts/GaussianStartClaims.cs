using PluginLab.Experiments;
using PluginLab.Numerics.Statistics;

namespace PluginLab.Plugins.NonDiagonalSvd.GaussianStarts;

/// <summary>What the notes say about the law of the half-times over Gaussian starts.</summary>
internal static class GaussianStartClaims
{
    /// <summary>Id of the claim on the law.</summary>
    public const string LawId = "note0-25-gaussian-starts";

    /// <summary>Id of the claim on the mean.</summary>
    public const string MeanId = "note0-21-gaussian-mean";

    private const double SmallestPValue = 1e-4;
    private const double MostStandardErrors = 5;
    private const double LargestBias = 0.5;

    /// <summary>The claims of a study.</summary>
    public static IEnumerable<Claim> Of(GaussianStartStudy study)
    {
        yield return SameLaw(study);
        yield return Mean(study);
    }

    private static Claim SameLaw(GaussianStartStudy study) => new()
    {
        Id = LawId,
        Statement = $"Gaussian starts stay Gaussian in the basis of the modes: the half-times of each mode have one law on $\\Sigma = U S V^\\top$ and on $S$. Measured: smallest p-value of the two-sample Kolmogorov–Smirnov tests over {NumberText.Of(study.ModeCount)} modes, "
            + $"times their number (Bonferroni); {NumberText.Of(HalfTimeSample.Size)} independent starts on each target.",
        Source = "Note 0, section 'Non-diagonal case', statement 25",
        Predicted = 1,
        Measured = Math.Min(1, study.ModeCount * Enumerable.Range(0, study.ModeCount).Min(mode => KolmogorovSmirnovTest.Compare(study.Rotated.Times[mode], study.Diagonal.Times[mode]).PValue)),
        Uncertainty = 0,
        Bound = Bound.AtLeast(SmallestPValue),
        Expected = Verdict.Supported,
        NotApplicable = study.Basis.Left.Rows * study.Basis.Right.Rows == 1 ? "a target with one entry has no basis to change" : null,
        Control = Controls.OneWeightTwiceAsFast,
    };

    private static Claim Mean(GaussianStartStudy study)
    {
        int[] modes = [.. Enumerable.Range(0, study.ModeCount).Where(mode => IsPredictable(study, mode))];
        return new()
        {
            Id = MeanId,
            Statement = "Over Gaussian starts of standard deviation $\\sigma$ mode $i$ is half learned at $\\mathrm{E}\\, T_i = (\\log(s_i/\\sigma^2) - \\psi((h - i + 1)/2))/(2s_i)$ on average. "
                + $"Measured: largest deviation of a mean over {NumberText.Of(2 * HalfTimeSample.Size)} starts, in standard errors, of {NumberText.Of(modes.Length)} of {NumberText.Of(study.ModeCount)} modes.",
            Source = "Note 0, section 'Summary of the dynamics', statement 21, averaged over the starts of section 'Non-diagonal case', statement 25",
            Predicted = 0,
            Measured = modes.Select(mode => Math.Abs(DeviationInStandardErrors(study, mode))).DefaultIfEmpty(double.NaN).Aggregate(Math.Max),
            Uncertainty = 0,
            Bound = Bound.AtMost(MostStandardErrors),
            Expected = Verdict.Supported,
            NotApplicable = modes.Length > 0 ? null : "the formula assumes small starts and modes that are learned one after another; here its own error is not small against the standard error for any mode",
            Control = Controls.Faster,
        };
    }

    /// <summary>Whether the formula's own error is small against what the sample can resolve.</summary>
    private static bool IsPredictable(GaussianStartStudy study, int mode) =>
        Math.Max(study.Rotated.FormulaErrors[mode], study.Diagonal.FormulaErrors[mode]) <= LargestBias * study.StandardError(mode);

    private static double DeviationInStandardErrors(GaussianStartStudy study, int mode) =>
        (study.AllTimes(mode).Average() - study.PredictedMeans[mode]) / study.StandardError(mode);
}
