using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.Equalization.Paths;

/// <summary>Statements 27, 51 and 52: the path of the ratio and of the product.</summary>
internal static class PathClaims
{
    private const string Section = "Note 1, section 'How fast do weights equalize?', statement";
    private const double EventTolerance = 1e-12;

    public static IEnumerable<Claim> Of(PathStudy study) =>
    [
        Conserved(study), RatioPath(study), DecreasesBelowTarget(study), ProductTimesRatio(study),
    ];

    private static Claim Conserved(PathStudy study) => new()
    {
        Id = "note1-27-conserved",
        Statement = "$w_1^2 - w_2^2$ never changes: its largest change after any step from any start, in units of $s$ (or of itself, if it is larger), is rounding.",
        Source = "Note 1, section 'Degree d = 2', statement 27",
        Predicted = 0,
        Measured = study.LargestDrift,
        Uncertainty = 0,
        Bound = Bound.AtMost(1e-9),
        Expected = Verdict.Supported,
        Control = Control.ScaledComponent(0, 1.1),
    };

    private static Claim RatioPath(PathStudy study)
    {
        Comparison path = Comparison.Worst(study.Paths.SelectMany(path => path.PredictedRatios.Zip(path.Ratios, (predicted, measured) => new Comparison(predicted, measured))));
        return new Claim
        {
            Id = "note1-27-ratio-path",
            Statement = "At all times $w_1/w_2 = (z + c)/(z - c)$ with $c = w_1^2 - w_2^2$ and $z = (w_1 + w_2)^2$, $z' = 2sz - (z^2 - c^2)/2$ (the ratio farthest off, over all starts and times).",
            Source = "Note 1, section 'Degree d = 2', statement 27",
            Predicted = path.Predicted,
            Measured = path.Measured,
            Uncertainty = 0,
            Bound = Bound.Near(path.Predicted, 1e-6),
            Expected = Verdict.Supported,
            Control = Control.ScaledRightHandSide(1.1),
        };
    }

    private static Claim DecreasesBelowTarget(PathStudy study) => new()
    {
        Id = "note1-51-decreases-below-target",
        Statement = "While $0 < w_1w_2 < s$ and $w_1 > w_2$, the ratio $w_1/w_2$ only decreases: how far $\\log(w_1/w_2)$ ever rises above an earlier value, over all starts.",
        Source = $"{Section} 51",
        Predicted = 0,
        Measured = Largest.Of(study.Paths.Select(path => path.LargestRise)),
        Uncertainty = 0,
        Bound = Bound.AtMost(1e-6),
        Expected = Verdict.Supported,
        Control = Control.ScaledComponent(1, 0),
    };

    private static Claim ProductTimesRatio(PathStudy study) => new()
    {
        Id = "note1-52-product-times-ratio",
        Statement = "From $w_1 = 0.2\\sqrt{s} \\gg w_2$ the product grows as the ratio falls: their product keeps its initial value to $1/r^2$, here until $r = w_1/w_2$ is 10.",
        Source = $"{Section} 52",
        Predicted = study.ProductTimesRatio.Predicted,
        Measured = study.ProductTimesRatio.Measured,
        Uncertainty = EventTolerance * study.ProductTimesRatio.Measured,
        Bound = Bound.Near(study.ProductTimesRatio.Predicted, 1.02 / (PathStudy.SmallestRatio * PathStudy.SmallestRatio)),
        Expected = Verdict.Supported,
        CorrectedForm = "Product times ratio is $w_1^2 = c\\,r^2/(r^2 - 1)$ exactly, 1.01 % above $c = w_1^2 - w_2^2$ at $r = 10$.",
        Control = Control.ScaledComponent(0, 2),
    };
}
