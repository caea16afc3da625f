using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.Equalization.FinalRatios;

/// <summary>Statements 27 and 53: how closely the weights equalize.</summary>
internal static class FinalRatioClaims
{
    /// <summary>How far, relative, a final ratio may be from its prediction.</summary>
    public const double Tolerance = 1e-6;

    private const string Source = "Note 1, section 'How fast do weights equalize?', statement 53";

    // Conserves w₁²/1.1 − w₂² instead, so that the ratio tends to √1.1 from small starts.
    public static readonly Control OtherConservedQuantity = Control.ScaledComponent(0, 1.1);

    public static IEnumerable<Claim> Of(FinalRatioStudy study) =>
    [
        FinalRatio(study),
        GoldenRatio(study),
        Threshold(
            "note1-53-threshold", "The weights roughly equalize if and only if $w_1 \\le \\sqrt{s}$ when roughly means a ratio up to $(1 + \\sqrt{5})/2 = 1.618$",
            FinalRatioStudy.GoldenRatio, study.GoldenThreshold, "There is no sharp threshold: $\\rho = a^2/2 + \\sqrt{1 + a^4/4}$ from $w_1 = a\\sqrt{s}$, which passes 1.618 at $a = 1$."),
        Threshold(
            "note1-53-threshold-ten-percent", "They end within 10 % of each other if and only if $w_1 \\le 0.437\\sqrt{s}$", FinalRatioStudy.TenPercent, study.TenPercentThreshold, null),
    ];

    private static Claim FinalRatio(FinalRatioStudy study)
    {
        Comparison final = Comparison.Worst(study.Sweep.Select(ending => ending.Ratio));
        return new Claim
        {
            Id = "note1-27-final-ratio",
            Statement = "The weights approach each other up to the ratio $\\rho = \\exp(\\text{asinh}(c/(2s)))$, $c = w_1^2 - w_2^2$, never to 1 (the one farthest off, over starts from $0.02\\sqrt{s}$ to $4\\sqrt{s}$).",
            Source = "Note 1, section 'Degree d = 2', statement 27",
            Predicted = final.Predicted,
            Measured = final.Measured,
            Uncertainty = 0,
            Bound = Bound.Near(final.Predicted, Tolerance),
            Expected = Verdict.Supported,
            Control = OtherConservedQuantity,
        };
    }

    private static Claim GoldenRatio(FinalRatioStudy study) => new()
    {
        Id = "note1-53-golden-ratio",
        Statement = "From $w_1 = \\sqrt{s} \\gg w_2$, the edge of the note's heuristic, the weights end in the golden ratio.",
        Source = Source,
        Predicted = FinalRatioStudy.GoldenRatio,
        Measured = study.AtSquareRoot.Ratio.Measured,
        Uncertainty = 0,
        Bound = Bound.Near(FinalRatioStudy.GoldenRatio, Tolerance),
        Expected = Verdict.Supported,
        Control = OtherConservedQuantity,
    };

    private static Claim Threshold(string id, string statement, double ratio, Bracket measured, string? correctedForm)
    {
        double predicted = Math.Sqrt(ratio - (1 / ratio));
        return new Claim
        {
            Id = id,
            Statement = $"{statement} (the $w_1/\\sqrt{{s}}$ at which the final ratio is just that, by bisection).",
            Source = Source,
            Predicted = predicted,
            Measured = measured.Middle,
            Uncertainty = measured.HalfWidth,
            Bound = Bound.Near(predicted, 1e-4),
            Expected = Verdict.Supported,
            CorrectedForm = correctedForm,
            Control = OtherConservedQuantity,
        };
    }
}
