using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.Equalization.Degrees;

/// <summary>Statement 34: weights of any number approach each other.</summary>
internal static class DegreeClaims
{
    public static IEnumerable<Claim> Of(DegreeStudy study) => study.Degrees.Where(equality => equality.Degree > 2).Select(equality =>
    {
        Comparison weight = Comparison.Worst(equality.Ending.Weights);
        return new Claim
        {
            Id = $"note1-34-degree-{equality.Degree}",
            Statement = $"From $w_1 = 0.2\\,s^{{1/{equality.Degree}}}$ and all others at $0.01\\,s^{{1/{equality.Degree}}}$ the {equality.Degree} weights end at $w_i = \\sqrt{{w_i(0)^2 + q}}$ with $\\prod_i(w_i(0)^2 + q) = s^2$ (the weight farthest off).",
            Source = "Note 1, section 'General case', statement 34",
            Predicted = weight.Predicted,
            Measured = weight.Measured,
            Uncertainty = 0,
            Bound = Bound.Near(weight.Predicted, 1e-6),
            Expected = Verdict.Supported,
            Control = Control.ScaledComponent(0, 1.1),
        };
    });
}
