using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.QuadraticNonlinearity;

/// <summary>Statement 49, the part that fails: globally the nonlinearity does not act like more depth.</summary>
internal static class BasinClaims
{
    private const string Source = "Note 1, section 'Quadratic nonlinearity', statement 49";

    // Moves the conserved quantity to w₁² − 2w₂²/1.1, and with it the boundary by 5 %.
    private static readonly Control OtherConservedQuantity = Control.ScaledComponent(1, 1.1);

    public static IEnumerable<Claim> Of(BasinStudy study) =>
    [
        Boundary(study), SpuriousMinimum(study), ActsLikeMoreDepth(study), ThreeWeightsCrossZero(study),
    ];

    private static Claim Boundary(BasinStudy study)
    {
        int misplaced = study.Ring.Concat(study.BesideBoundary).Count(ending => study.IsLearned(ending) != IsAbove(ending.Start));
        return new Claim
        {
            Id = "note1-49-basin-boundary",
            Statement = $"The target is learned from $w_2 > -|w_1|/\\sqrt{{2}}$ and from nowhere else: starts on the wrong side, of {study.Ring.Count} on a ring and {study.BesideBoundary.Count} within 1 % of the boundary.",
            Source = Source,
            Predicted = 0,
            Measured = misplaced,
            Uncertainty = 0,
            Bound = new Bound(0, 0),
            Expected = Verdict.Supported,
            Control = OtherConservedQuantity,
        };
    }

    private static Claim SpuriousMinimum(BasinStudy study)
    {
        Comparison stuck = Comparison.Worst(study.Ring.Append(study.Beyond)
            .Where(ending => !ending.Limit.ReachesTarget)
            .Select(ending => new Comparison(ending.Limit.State[1], SecondWeightIfFirstVanished(study, ending))));
        return new Claim
        {
            Id = "note1-49-spurious-minimum",
            Statement = "From $w_2 < -|w_1|/\\sqrt{2}$ the flow ends at $(0, -\\sqrt{w_2^2 - w_1^2/2})$ ($w_2$ of the end farthest off; $w_1$ is below $10^{-6}s^{1/3}$ in each).",
            Source = Source,
            Predicted = stuck.Predicted,
            Measured = stuck.Measured,
            Uncertainty = 0,
            Bound = Bound.Near(stuck.Predicted, 1e-6),
            Expected = Verdict.Supported,
            Control = OtherConservedQuantity,
        };
    }

    private static Claim ActsLikeMoreDepth(BasinStudy study) => new()
    {
        Id = "note1-49-acts-like-more-depth",
        Statement = "As written, the nonlinearity makes a network act as if it were deeper: like $w_1w_2w_3$ it learns the target from $w_2 = -w_1 = -s^{1/3}/2$ too (final loss over $s^2/2$).",
        Source = Source,
        Predicted = 0,
        Measured = study.Beyond.Loss / WorstLoss(study),
        Uncertainty = 0,
        Bound = Bound.AtMost(1e-6),
        Expected = Verdict.Refuted,
        CorrectedForm = "It acts like more depth within $w_2 > -|w_1|/\\sqrt{2}$. Elsewhere, on $\\arctan(\\sqrt{2})/\\pi = 30.4$ % of directions, $w_1$ cannot cross zero, and the flow is stuck in a spurious minimum of loss $s^2/2$.",
        Control = Control.ScaledComponent(0, 0.25),
    };

    private static Claim ThreeWeightsCrossZero(BasinStudy study) => new()
    {
        Id = "note1-49-three-weights-cross-zero",
        Statement = "From starts with the same products, the double weight split into two unequal ones, $w_1w_2w_3$ does learn the target: one weight crosses zero (largest final loss over $s^2/2$).",
        Source = Source,
        Predicted = 0,
        Measured = Largest.Of(study.CubicBeyond.Select(ending => ending.Loss)) / WorstLoss(study),
        Uncertainty = 0,
        Bound = Bound.AtMost(1e-6),
        Expected = Verdict.Supported,
        Control = RatesHeldTogether.Control,
    };

    /// <summary>s²/2: the loss where the product is zero.</summary>
    private static double WorstLoss(BasinStudy study) => study.Runs.Target * study.Runs.Target / 2;

    private static bool IsAbove(IReadOnlyList<double> start) => start[1] > BasinStudy.BoundarySlope * Math.Abs(start[0]);

    private static double SecondWeightIfFirstVanished(BasinStudy study, Ending ending) =>
        Math.Abs(ending.Final[0]) < 1e-6 * study.Runs.WeightUnit ? ending.Final[1] : double.NaN;
}
