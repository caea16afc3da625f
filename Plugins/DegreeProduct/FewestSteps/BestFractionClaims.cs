using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Plugins.DegreeProduct.BestDegree;

namespace PluginLab.Plugins.DegreeProduct.FewestSteps;

/// <summary>The to-do of note 1 on learning rates, its last part: which fraction of the largest stable one is the best.</summary>
internal static class BestFractionClaims
{
    private const string Source = "Note 1, section 'Learning rate' of degree 2, statement 33: the to-do answered";

    /// <summary>One step of the grid of κ, and rounding.</summary>
    private const double Resolution = 0.0101;

    public static IEnumerable<Claim> Of(BestDegreeStudy study) => [OfOne(study), OfMore(study)];

    private static Claim OfOne(BestDegreeStudy study) => new()
    {
        Id = "note1-33-best-fraction-of-one",
        Statement = "At degree 1 half of the largest stable learning rate is the best: one step, Newton's, reaches the target.",
        Source = Source,
        Predicted = 0.5,
        Measured = study.Fractions.Where(best => best.Degree == 1).Select(best => best.Middle).DefaultIfEmpty(double.NaN).First(),
        Uncertainty = 0,
        Bound = Bound.Within(0.5, Resolution),
        Expected = Verdict.Supported,
        NotApplicable = study.Degrees[0] == 1 ? null : "degree 1 is not among the degrees",
        Control = Controls.TwiceAsFast,
    };

    private static Claim OfMore(BestDegreeStudy study) => new()
    {
        Id = "note1-33-best-fraction-of-more",
        Statement = $"At larger degrees, from $ε/s = {PowerOfTen.Text(BestFraction.Start)}$, the best learning rate is at least half of the largest stable one: growth takes steps as $1/κ$, and at $κ = 1/2$ the approach is faster than any power (the smallest of the best).",
        Source = Source,
        Predicted = 0.5,
        Measured = study.Fractions.Where(best => best.Degree > 1).Select(best => best.Lowest).DefaultIfEmpty(double.NaN).Min(),
        Uncertainty = 0,
        Bound = Bound.AtLeast(0.5 - Resolution),
        Expected = Verdict.Supported,
        NotApplicable = study.Degrees[^1] > 1 ? null : "degree 1 is the only degree",
        Control = Controls.TwiceAsFast,
    };
}
