using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.Equalization.Paths;

/// <summary>Statements 50 and 51: in which direction the ratio moves.</summary>
internal static class DirectionClaims
{
    private const string Section = "Note 1, section 'How fast do weights equalize?', statement";
    private const double EventTolerance = 1e-12;

    public static IEnumerable<Claim> Of(DirectionStudy study) =>
    [
        RelativeDerivatives(study), Decreases(study), GrowsAboveTarget(study), MixedSigns(study),
    ];

    private static Claim RelativeDerivatives(DirectionStudy study)
    {
        Comparison derivative = Comparison.Worst(study.RelativeDerivatives);
        return new Claim
        {
            Id = "note1-50-relative-derivatives",
            Statement = "The relative derivatives of $w_1w_2$ and $w_1/w_2$ are $(s - w_1w_2)(w_2/w_1 \\pm w_1/w_2)$ (the one farthest off, over five states of any signs).",
            Source = $"{Section} 50",
            Predicted = derivative.Predicted,
            Measured = derivative.Measured,
            Uncertainty = 0,
            Bound = Bound.Near(derivative.Predicted, 1e-9),
            Expected = Verdict.Supported,
            Control = Control.ScaledRightHandSide(1.1),
        };
    }

    private static Claim Decreases(DirectionStudy study)
    {
        (double first, double second) = DirectionStudy.Above;
        return new Claim
        {
            Id = "note1-51-ratio-decreases",
            Statement = "As written: if $w_1 > w_2$ then $w_1/w_2$ decreases, so that from $(3, 1)\\sqrt{s}$ it ends below 3.",
            Source = $"{Section} 51",
            Predicted = first / second,
            Measured = study.FromAbove.Ratio.Measured,
            Uncertainty = 0,
            Bound = Bound.AtMost(first / second),
            Expected = Verdict.Refuted,
            CorrectedForm = "It decreases while $0 < w_1w_2 < s$ and grows while $w_1w_2 > s$: from $(3, 1)\\sqrt{s}$ to $4 + \\sqrt{17} = 8.123$.",
            Control = new Control("a target four times as large", system => system is Monomial monomial ? new Monomial(4 * monomial.Target, monomial.Exponents) : system),
        };
    }

    private static Claim GrowsAboveTarget(DirectionStudy study) => new()
    {
        Id = "note1-51-grows-above-target",
        Statement = "From $(3, 1)\\sqrt{s}$, above the target, the ratio grows to the $\\rho$ with $\\rho - 1/\\rho = 8$.",
        Source = $"{Section} 51",
        Predicted = study.FromAbove.Ratio.Predicted,
        Measured = study.FromAbove.Ratio.Measured,
        Uncertainty = 0,
        Bound = Bound.Near(study.FromAbove.Ratio.Predicted, 1e-6),
        Expected = Verdict.Supported,
        Control = Control.ScaledComponent(0, 1.1),
    };

    private static Claim MixedSigns(DirectionStudy study) => new()
    {
        Id = "note1-51-mixed-signs",
        Statement = "From $(0.5, -0.1)\\sqrt{s}$ the ratio first grows without bound in size, until $w_2$ crosses zero at the time of the closed form; only then does it decrease.",
        Source = $"{Section} 51",
        Predicted = study.CrossingTime.Predicted,
        Measured = study.CrossingTime.Measured,
        Uncertainty = EventTolerance * study.CrossingTime.Measured,
        Bound = Bound.Near(study.CrossingTime.Predicted, 1e-6),
        Expected = Verdict.Supported,
        Control = Control.ScaledRightHandSide(1.1),
    };
}
