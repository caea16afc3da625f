using PluginLab.Dynamics;
using PluginLab.Experiments;

namespace PluginLab.Plugins.QuadraticNonlinearity.Growth;

/// <summary>Statement 48: the same dynamics as a product of three weights, up to a factor on time.</summary>
internal static class DegreeThreeClaims
{
    private const string Source = "Note 1, section 'Quadratic nonlinearity', statement 48";
    private const double EventTolerance = 2e-12;

    private static readonly double Factor = Math.Pow(2, 2.0 / 3);

    // Slowing one weight of w₁w₂w₃ leaves w₁²w₂, which has only two, as it is.
    private static readonly Control UnequalCubic = Control.ScaledComponent(2, 0.5);

    public static IEnumerable<Claim> Of(DegreeThreeStudy study) =>
    [
        Balanced(study), EqualStart(study), EqualStartTime(study), ExactlyTheSame(study),
    ];

    private static Claim Balanced(DegreeThreeStudy study)
    {
        double balanced = study.CubicTime / study.BalancedTime;
        return new Claim
        {
            Id = "note1-48-time-factor-balanced",
            Statement = "From $w_1 = \\sqrt{2}w_2$, growth to $s/2$ takes $2^{2/3}$ times as long for $w_1w_2w_3$ as for $w_1^2w_2$, from the same product.",
            Source = Source,
            Predicted = Factor,
            Measured = balanced,
            Uncertainty = EventTolerance * balanced,
            Bound = Bound.Near(Factor, 1e-6),
            Expected = Verdict.Supported,
            Control = UnequalCubic,
        };
    }

    private static Claim EqualStart(DegreeThreeStudy study)
    {
        double equal = study.CubicTime / study.EqualStartTime;
        return new Claim
        {
            Id = "note1-48-time-factor-equal-start",
            Statement = "From $w_1 = w_2$ and up to a tenth of the target the factor $2^{2/3}$ still holds within 3 %.",
            Source = Source,
            Predicted = Factor,
            Measured = equal,
            Uncertainty = EventTolerance * equal,
            Bound = Bound.Near(Factor, 0.03),
            Expected = Verdict.Supported,
            CorrectedForm = "The factor tends to $\\sqrt{2}/\\log(1 + \\sqrt{2}) = 1.6046$ for $\\varepsilon \\to 0$, 1.08 % above $2^{2/3} = 1.5874$.",
            Control = UnequalCubic,
        };
    }

    private static Claim EqualStartTime(DegreeThreeStudy study) => new()
    {
        Id = "note1-48-time-equal-start",
        Statement = "From $w_1 = w_2$ the time to $s/2$ is $\\int dw_2/((s - w_1^2w_2)w_1^2)$ with $w_1^2 = 2w_2^2 + c$: unbalanced growth is exact too.",
        Source = Source,
        Predicted = study.PredictedEqualStartTime,
        Measured = study.EqualStartTime,
        Uncertainty = EventTolerance * study.EqualStartTime,
        Bound = Bound.Near(study.PredictedEqualStartTime, 1e-6),
        Expected = Verdict.Supported,
        Control = Control.ScaledRightHandSide(1.1),
    };

    private static Claim ExactlyTheSame(DegreeThreeStudy study)
    {
        double balanced = study.CubicTime / study.BalancedTime;
        return new Claim
        {
            Id = "note1-48-exactly-the-same",
            Statement = "As written: exactly the same dynamics as $w_1w_2w_3$, so that growth from the same product takes the same time (ratio of the times, balanced).",
            Source = Source,
            Predicted = 1,
            Measured = balanced,
            Uncertainty = EventTolerance * balanced,
            Bound = Bound.Near(1, 1e-3),
            Expected = Verdict.Refuted,
            CorrectedForm = "The same up to a factor $2^{2/3}$ on time, and only with $w_1 = \\sqrt{2}w_2$; for $\\prod_i w_i^{k_i}$ the factor is $\\prod_i k_i^{k_i/D}$ with $D = \\sum_i k_i$.",
            Control = new Control("the product of three weights alone 2^(2/3) times as fast", FasterCubic),
        };
    }

    private static IDynamicsSystem FasterCubic(IDynamicsSystem system) =>
        system.Dimension == 3 ? Control.ScaledRightHandSide(Factor).Apply(system) : system;
}
