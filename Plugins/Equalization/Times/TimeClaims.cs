using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.Equalization.Times;

/// <summary>Statement 53, on time: small starts equalize long before they learn.</summary>
internal static class TimeClaims
{
    private const string Source = "Note 1, section 'How fast do weights equalize?', statement 53";
    /// <summary>How far, relative, the formula of small starts may be off.</summary>
    public const double Tolerance = 1e-3;

    private const double EventTolerance = 1e-12;

    public static IEnumerable<Claim> Of(TimeStudy study) =>
    [
        Equalize(study), EqualizeExactly(study), Learn(study),
    ];

    private static Claim Equalize(TimeStudy study)
    {
        TimePoint[] small = [.. study.Points.Where(point => point.Scale <= TimeStudy.LargestSmallScale)];
        Comparison equalized = Comparison.Worst(small.Select(point => point.Equalized));
        return new Claim
        {
            Id = "note1-53-time-to-equalize",
            Statement = "From $w_2 = r_0w_1$ with $r_0 = 0.01$ the ratio falls to $1 + \\delta = 1.1$ in $\\log[(2 + \\delta)/\\delta \\cdot (1 - r_0)/(1 + r_0)]/(2s)$, whatever the scale (the time farthest off, over scales from $10^{-6}\\sqrt{s}$ to $0.02\\sqrt{s}$).",
            Source = Source,
            Predicted = equalized.Predicted,
            Measured = equalized.Measured,
            Uncertainty = EventTolerance * equalized.Measured,
            Bound = Bound.Near(equalized.Predicted, Tolerance),
            Expected = Verdict.Supported,
            CorrectedForm = $"For starts small beside $\\sqrt{{s}}$ only: from $0.1\\sqrt{{s}}$ it takes {Rounded.Text(100 * study.LargestDrift, 3)} % longer.",
            Control = Control.ScaledRightHandSide(1.1),
        };
    }

    private static Claim EqualizeExactly(TimeStudy study)
    {
        Comparison exact = Comparison.Worst(study.Points.Select(point => new Comparison(point.ExactEqualization, point.Equalized.Measured)));
        return new Claim
        {
            Id = "note1-53-time-to-equalize-exact",
            Statement = "From larger starts, where the product is no longer small when the weights are equal, the ratio falls to 1.1 at the time of the closed form for two unequal weights (the time farthest off, over scales up to $0.1\\sqrt{s}$).",
            Source = Source,
            Predicted = exact.Predicted,
            Measured = exact.Measured,
            Uncertainty = EventTolerance * exact.Measured,
            Bound = Bound.Near(exact.Predicted, 1e-6),
            Expected = Verdict.Supported,
            Control = Control.ScaledRightHandSide(1.1),
        };
    }

    private static Claim Learn(TimeStudy study)
    {
        Comparison learned = Comparison.Worst(study.Points.Select(point => point.Learned));
        return new Claim
        {
            Id = "note1-28-time-to-learn",
            Statement = "The product reaches $s/2$ at the time of the closed form for two unequal weights, which grows by $\\log(10)/s$ for each decade by which the start is smaller (the time farthest off, over all scales).",
            Source = "Note 1, section 'Degree d = 2', statement 28",
            Predicted = learned.Predicted,
            Measured = learned.Measured,
            Uncertainty = EventTolerance * learned.Measured,
            Bound = Bound.Near(learned.Predicted, 1e-6),
            Expected = Verdict.Supported,
            Control = Control.ScaledRightHandSide(1.1),
        };
    }
}
