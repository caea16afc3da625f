using PluginLab.Experiments;
using PluginLab.Plugins.DegreeProduct.BestDegree;

namespace PluginLab.Plugins.DegreeProduct.FewestSteps;

/// <summary>The opening question of note 1 counted in steps: how fast, and how does it depend on the degree, when each degree has its best learning rate?</summary>
internal static class StepMapClaims
{
    private const string NoAcceleration = "Note 1, section 'Learning rate' of degree 2, statement 33: no claims about acceleration without learning rates";
    private const string TradeOff = "Note 1, section 'General case, Phase 1: growth', statement 40: \"the trade-off depends on s\", counted in steps";

    /// <summary>ε/s up to which the first phase is long enough to tell degrees 2 and 3 apart, whatever the accuracy: a step is a whole number, and learning rates are tried in twentieths.</summary>
    private const double SmallStart = 0.01;

    public static IEnumerable<Claim> Of(StepMap map) => [OneStep(map), NextBest(map), ByRatioAlone(map), FewestSteps(map)];

    private static Claim OneStep(StepMap map) => new()
    {
        Id = "note1-40-best-degree-steps",
        Statement = "Counted in steps, each degree at its best learning rate, the best degree depends neither on $s$ nor on $ε$: degree 1 takes one step, Newton's, "
            + $"from everywhere: the largest number of its steps in {NumberText.Of(map.Cells.Count)} cells of the plane.",
        Source = TradeOff,
        Predicted = 1,
        Measured = map.Cells.Max(cell => cell.Steps[0]),
        Uncertainty = 0,
        Bound = Bound.Within(1, 0.5),
        Expected = Verdict.Supported,
        NotApplicable = WithoutDegreeOne(map),
        Control = Controls.TwiceAsFast,
    };

    private static Claim NextBest(StepMap map) => new()
    {
        Id = "note1-40-next-best-degree-steps",
        Statement = $"After degree 1 comes degree 2, with the fewest steps of all others from $ε \\le {NumberText.Of(SmallStart)}s$ on down: the number of cells in which a larger degree needs fewer.",
        Source = TradeOff,
        Predicted = 0,
        Measured = map.CountFewer(map.FirstCompared, SmallStart),
        Uncertainty = 0,
        Bound = Bound.AtMost(0),
        Expected = Verdict.Supported,
        NotApplicable = map.Degrees[map.FirstCompared] == 2 && map.Degrees[^1] > 2 ? null : "degree 2, or a larger one, is not among the degrees",
        Control = SlowDegree.Of(map.Degrees[map.FirstCompared]),
    };

    private static Claim ByRatioAlone(StepMap map) => new()
    {
        Id = "note1-40-steps-by-ratio",
        Statement = "Steps at the best learning rate depend on $ε/s$ alone: the largest difference between targets and starts of the plane with the same quotient is at most one step.",
        Source = TradeOff,
        Predicted = 0,
        Measured = map.LargestSpread(),
        Uncertainty = 0,
        Bound = Bound.AtMost(1),
        Expected = Verdict.Supported,
        Control = Controls.DividedByTarget,
    };

    private static Claim FewestSteps(StepMap map) => new()
    {
        Id = "note1-33-fewest-steps",
        Statement = "Counted in steps of gradient descent, each degree at its best learning rate, degree 1 is never beaten: the number of targets and starts at which a larger degree needs fewer.",
        Source = NoAcceleration,
        Predicted = 0,
        Measured = map.CountFewer(0, double.PositiveInfinity),
        Uncertainty = 0,
        Bound = Bound.AtMost(0),
        Expected = Verdict.Supported,
        NotApplicable = WithoutDegreeOne(map) ?? (map.Degrees.Count == 1 ? "degree 1 is alone" : null),
        Control = SlowDegree.Of(1),
    };

    private static string? WithoutDegreeOne(StepMap map) => map.Degrees[0] == 1 ? null : "degree 1 is not among the degrees";
}
