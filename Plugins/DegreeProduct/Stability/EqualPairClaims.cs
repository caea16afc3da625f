using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct.Stability;

/// <summary>The to-do of note 1 at degree 2, answered beyond the largest stable learning rate: κ = ηs, and y = w/√s.</summary>
internal static class EqualPairClaims
{
    public const string Source = "Note 1, section 'Learning rate' of degree 2, statement 30: the to-do answered";
    private const double CycleTolerance = 1e-8;
    private const double RangeTolerance = 1e-6;
    private const double EscapeTolerance = 1e-8;

    public static IEnumerable<Claim> Of(EqualPairStudy study) => [TwoCycle(study), CycleEnd(study), Escape(study)];

    private static Claim TwoCycle(EqualPairStudy study) => new()
    {
        Id = "note1-30-two-cycle",
        Statement = $"Above $κ = 1$ descent on two equal weights ends in the cycle $y^2 ∈ \\{{1/(κr), r/κ\\}}$ with $r + 1/r = 1 + κ$: largest relative error of $y^2$ at $κ = {NumberText.Of(EqualPairStudy.CycleFraction)}$.",
        Source = Source,
        Predicted = 0,
        Measured = study.CycleError,
        Uncertainty = 0,
        Bound = Bound.AtMost(CycleTolerance),
        Expected = Verdict.Supported,
        Control = Controls.Faster,
    };

    private static Claim CycleEnd(EqualPairStudy study) => Threshold(
        "note1-30-two-cycle-range",
        "That cycle of period 2 is stable from $κ = 1$ to $κ = \\sqrt{5} - 1$: the largest $κ$ at which a start a millionth beside it comes nearer.",
        new DescentThresholds(2).PeriodFour,
        study.CycleEnd,
        RangeTolerance);

    private static Claim Escape(EqualPairStudy study) => Threshold(
        "note1-30-escape",
        "Beyond $κ = 2$ descent escapes to infinity: the largest $κ$ at which iterates from the summit of the map, which go farthest, stay finite.",
        new DescentThresholds(2).Escape,
        study.Escape,
        EscapeTolerance);

    private static Claim Threshold(string id, string statement, double predicted, Bracket measured, double tolerance) => new()
    {
        Id = id,
        Statement = statement,
        Source = Source,
        Predicted = predicted,
        Measured = measured.Middle,
        Uncertainty = measured.HalfWidth,
        Bound = Bound.Near(predicted, tolerance),
        Expected = Verdict.Supported,
        Control = Controls.Faster,
    };
}
