using PluginLab.Experiments;

namespace PluginLab.Plugins.DeepLinearNetwork.Gaussian;

/// <summary>Statement 26 for starts that are neither balanced nor aligned: it holds for small ones.</summary>
internal static class RiseClaim
{
    private const double Tolerance = 0.03;
    private const int DeepestClaimed = 3;
    private const int NarrowestClaimed = 4;

    public static Claim Of(RiseStudy study) => new()
    {
        Id = "note1-26-gaussian-start",
        Statement = "From small Gaussian starts, $σ\\sqrt{h} = 0.02\\,s_1^{1/L}$, mode 1 rises from $s_1/10$ to $9s_1/10$ in the time of a product of $L$ weights (median quotient over 12 starts).",
        Source = "Note 1, introduction, statement 26 (networks of any width)",
        Predicted = 1,
        Measured = study.Medians[0],
        Uncertainty = 0,
        Bound = Bound.Within(1, Tolerance),
        Expected = Verdict.Supported,
        NotApplicable = study.Task.Depth <= DeepestClaimed && study.Task.HiddenWidth >= NarrowestClaimed
            ? null
            : "Products of more than three or of narrow Gaussian layers are so uneven that even small starts turn towards the target only while mode 1 rises: measured, but not claimed.",
        CorrectedForm = "Exact for balanced aligned starts only; larger Gaussian starts rise in other times.",
        Control = Controls.Faster,
    };
}
