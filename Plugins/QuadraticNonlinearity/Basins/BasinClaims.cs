using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.QuadraticNonlinearity.Basins;

/// <summary>Statement 49, the part that fails: globally the nonlinearity does not act like more depth.</summary>
internal static class BasinClaims
{
    private const string Source = "Note 1, section 'Quadratic nonlinearity', statement 49";

    // Moves the conserved quantity to w₁² − 2w₂²/1.1, and with it the boundary by 5 %.
    private static readonly Control OtherConservedQuantity = Control.ScaledComponent(1, 1.1);

    public static IEnumerable<Claim> Of(BasinStudy study, BasinMapStudy map) =>
    [
        Boundary(map), SpuriousMinimum(map), ActsLikeMoreDepth(study), ThreeWeightsCrossZero(study),
    ];

    private static Claim Boundary(BasinMapStudy map) => new()
    {
        Id = "note1-49-basin-boundary",
        Statement = $"The target is learned from $w_2 > -|w_1|/\\sqrt{{2}}$ and from nowhere else: starts on the wrong side, of {map.Grid.Count} with weights up to $1.2\\,s^{{1/3}}$, the nearest ${Rounded.Text(map.SmallestDistance, 2)}\\,s^{{1/3}}$ from the boundary (uncertainty: starts that were undecided when their time was up).",
        Source = Source,
        Predicted = 0,
        Measured = map.Misplaced,
        Uncertainty = map.Fates.CountOf(Fate.Undecided),
        Bound = new Bound(0, 0),
        Expected = Verdict.Supported,
        Control = OtherConservedQuantity,
    };

    private static Claim SpuriousMinimum(BasinMapStudy map) => new()
    {
        Id = "note1-49-spurious-minimum",
        Statement = "From $w_2 < -|w_1|/\\sqrt{2}$ the flow ends at $(0, -\\sqrt{w_2^2 - w_1^2/2})$: the largest distance of an end from it, in units of $s^{1/3}$, over all starts that are stuck.",
        Source = Source,
        Predicted = 0,
        Measured = map.LargestDistanceFromMinimum,
        Uncertainty = 0,
        Bound = Bound.AtMost(1e-6),
        Expected = Verdict.Supported,
        Control = OtherConservedQuantity,
    };

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
}
