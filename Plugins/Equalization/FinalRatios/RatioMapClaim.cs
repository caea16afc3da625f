using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.Equalization.FinalRatios;

/// <summary>Statement 53, from everywhere: the final ratio depends on w₁² − w₂² alone.</summary>
internal static class RatioMapClaim
{
    public static Claim Of(RatioMapStudy study) => new()
    {
        Id = "note1-53-final-ratio-map",
        Statement = $"From any start the ratio ends at $\\exp(\\text{{asinh}}((w_1^2 - w_2^2)/(2s)))$, whatever the signs of the weights: the largest relative error over {study.Grid.Count} starts with weights up to ${Rounded.Text(RatioMapStudy.Extent)}\\sqrt{{s}}$, but those with $w_1 = -w_2$, which end in the saddle.",
        Source = "Note 1, section 'How fast do weights equalize?', statement 53, made exact",
        Predicted = 0,
        Measured = study.Worst.RelativeError,
        Uncertainty = study.Unsettled,
        Bound = Bound.AtMost(FinalRatioClaims.Tolerance),
        Expected = Verdict.Supported,
        Control = FinalRatioClaims.OtherConservedQuantity,
    };
}
