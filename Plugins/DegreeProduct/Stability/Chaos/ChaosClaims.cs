using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct.Stability.Chaos;

/// <summary>Beyond the cycle of period 2: what note 1's to-do at degree 2 leads to.</summary>
internal static class ChaosClaims
{
    private const double DoublingTolerance = 1e-9;
    private const double LessThanOneStep = 0.5;
    private const double ExponentTolerance = 5e-3;

    private static readonly string Interval = $"mean of {NumberText.Of(ChaosStudy.Steps)} steps, interval of two standard errors over {NumberText.Of(LyapunovExponent.Blocks)} blocks";

    public static IEnumerable<Claim> Of(ChaosStudy study) => [Doubling(study), PeriodFour(study), Chaos(study), Edge(study)];

    private static Claim Doubling(ChaosStudy study) => new()
    {
        Id = "note1-30-period-doubling",
        Statement = "The cycle of period 2 doubles its period at $κ = \\sqrt{5} - 1$: there its multiplier, the product of the slopes at its two points, passes $-1$; cycle and slopes found by iteration, not by formula.",
        Source = EqualPairClaims.Source,
        Predicted = new DescentThresholds(2).PeriodFour,
        Measured = study.Doubling.Middle,
        Uncertainty = study.Doubling.HalfWidth,
        Bound = Bound.Near(new DescentThresholds(2).PeriodFour, DoublingTolerance),
        Expected = Verdict.Supported,
        Control = Controls.Faster,
    };

    private static Claim PeriodFour(ChaosStudy study) => new()
    {
        Id = "note1-30-period-four",
        Statement = $"Beyond it descent ends in a cycle of period 4: the smallest period of late iterates at $κ = {NumberText.Of(ChaosStudy.PeriodFourFraction)}$.",
        Source = EqualPairClaims.Source,
        Predicted = 4,
        Measured = study.Period,
        Uncertainty = 0,
        Bound = Bound.Within(4, LessThanOneStep),
        Expected = Verdict.Supported,
        Control = Controls.FifthAsFast,
    };

    private static Claim Chaos(ChaosStudy study) => Exponent(
        study.Band,
        "note1-30-chaos",
        $"At $κ = {NumberText.Of(ChaosStudy.ChaoticFraction)}$ descent is chaotic: neighbouring orbits part, with a positive Lyapunov exponent ({Interval}).",
        predicted: 0,
        new Bound(0, double.PositiveInfinity));

    private static Claim Edge(ChaosStudy study) => Exponent(
        study.Edge,
        "note1-30-lyapunov-at-the-edge",
        $"At $κ = 2$ the map is the Chebyshev polynomial of degree 3, $y = \\sqrt{{2}}\\cos θ$ with $θ$ to $3θ + π$, and neighbours part by a factor 3 a step: a Lyapunov exponent of $\\log 3$ ({Interval}).",
        Math.Log(3),
        Bound.Near(Math.Log(3), ExponentTolerance));

    private static Claim Exponent(LyapunovExponent measured, string id, string statement, double predicted, Bound bound) => new()
    {
        Id = id,
        Statement = statement,
        Source = EqualPairClaims.Source,
        Predicted = predicted,
        Measured = measured.Value,
        Uncertainty = measured.HalfWidth,
        Bound = bound,
        Expected = Verdict.Supported,
        Control = Controls.FifthAsFast,
    };
}
