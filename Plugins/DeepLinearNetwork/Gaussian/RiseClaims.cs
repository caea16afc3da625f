using PluginLab.Experiments;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Plugins.DeepLinearNetwork.Gaussian;

/// <summary>Statement 26 for starts that are neither balanced nor aligned: it holds for small ones, and how small is told by the second mode.</summary>
/// <remarks>
/// What the first and the last layer hold of mode 2 in the hidden direction of mode 1 grows as exp(s_2 ∫ a^(L−2) dt) = a^(s_2/s_1) beside the weight a of mode 1
/// itself, a' = s_1 a^(L−1): of the size r of the start r^(1 − s_2/s_1) is left when mode 1 rises, and its square slows the rise.
/// </remarks>
internal static class RiseClaims
{
    private const string Source = "Note 1, introduction, statement 26 (networks of any width)";
    private const double Tolerance = 0.03;
    private const double ExponentTolerance = 0.35;

    /// <summary>Largest r^(2(1 − s_2/s_1)) at the smallest size for a start to be small.</summary>
    private const double LargestRemainder = 0.01;

    public static IEnumerable<Claim> Of(RiseStudy study) => [Quotient(study), Exponent(study)];

    private static Claim Quotient(RiseStudy study) => new()
    {
        Id = "note1-26-gaussian-start",
        Statement = $"From small Gaussian starts, $σ\\sqrt{{h}} = {NumberText.Of(study.Sizes[0])}\\,s_1^{{1/L}}$, mode 1 rises from $s_1/10$ to $9s_1/10$ in the time of a product of $L$ weights (median quotient over {NumberText.Of(RiseStudy.StartsPerSize)} starts).",
        Source = Source,
        Predicted = 1,
        Measured = study.Medians[0],
        Uncertainty = 0,
        Bound = Bound.Within(1, Tolerance),
        Expected = Verdict.Supported,
        NotApplicable = FindException(study),
        CorrectedForm = "Exact for balanced aligned starts only; larger Gaussian starts rise in other times.",
        Control = Controls.Faster,
    };

    private static Claim Exponent(RiseStudy study)
    {
        PowerLawFit? fit = study.ExcessFit;
        return new Claim
        {
            Id = "note1-26-gaussian-excess",
            Statement = "\"Roughly\" means: a Gaussian start of size $r$ makes the rise longer by a part that vanishes as $r^{2(1 - s_2/s_1)}$, at every depth from 2 on (fitted exponent of the median over the predicted one, with its 95 % interval).",
            Source = $"{Source}, made quantitative",
            Predicted = 1,
            Measured = (fit?.Exponent ?? double.NaN) / study.ExcessExponent,
            Uncertainty = (fit?.ExponentInterval(FitUncertainty.Window).HalfWidth ?? double.NaN) / study.ExcessExponent,
            Bound = Bound.Within(1, ExponentTolerance),
            Expected = Verdict.Supported,
            NotApplicable = study.Task.Depth == 1 ? "One layer has no alignment to wait for: it rises as a weight does, from any start."
                : study.Task.LearnableCount == 1 ? "There is one mode, or room for one only, so that no second one disturbs it."
                : FindException(study),
            Control = Controls.CloserSecondMode,
        };
    }

    private static string? FindException(RiseStudy study) => study.Task.Depth == 1 || study.SmallestRemainder <= LargestRemainder
        ? null
        : "The second singular value is so close to the first that the smallest of these starts is not small: mode 2 rises with mode 1.";
}
