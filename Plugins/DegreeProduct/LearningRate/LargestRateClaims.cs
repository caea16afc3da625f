using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence.Stability;

namespace PluginLab.Plugins.DegreeProduct.LearningRate;

/// <summary>The largest stable learning rates that note 1 leaves as to-dos.</summary>
internal static class LargestRateClaims
{
    private const double Tolerance = 2e-3;
    private const string Condition = "The largest stable learning rate, by bisection";

    public static IEnumerable<Claim> Of(LearningRateMeasurement measurement) =>
    [
        .. measurement.Rates.Select(Balanced),
        .. measurement.Rates.Where(rates => rates.Unequal.Count > 0).Select(Unequal),
        Near("note1-44-exponents", $"{Condition}, at a minimum of $w_1^2 w_2$ off the balance is $2/(s^2 Σ k_i^2/w_i^2)$: measured over predicted.", measurement.SquareTimesWeight),
        .. measurement.Networks.Select(network => Near(
            $"note1-44-depth-{network.Depth}",
            $"{Condition}, at the balanced minimum of a linear network of depth $L = {network.Depth}$ is $2/(L s_1^{{2-2/L}})$, set by its largest mode: measured over predicted.",
            network.LargestRate)),
    ];

    public static string BalancedId(int degree) => degree == 2 ? "note1-30-balanced" : $"note1-44-balanced-{degree}";

    public static string UnequalId(int degree) => degree == 2 ? "note1-30-unbalanced" : $"note1-44-unbalanced-{degree}";

    private static Claim Balanced(LargestRates rates) => Near(
        BalancedId(rates.Degree),
        $"{Condition}, at the minimum with equal weights is {(rates.Degree == 2 ? "$1/s$" : "$2/(d s^{2-2/d})$")} at $d = {rates.Degree}$: measured over predicted, the worst of targets from 0.1 to 10.",
        StableRate.Worst(rates.Balanced));

    private static Claim Unequal(LargestRates rates) => Near(
        UnequalId(rates.Degree),
        $"{Condition}, at minima with unequal weights is {(rates.Degree == 2 ? "$2/\\sqrt{4s^2+c^2}$, $c = w_1^2 - w_2^2$," : "$2/(s^2 Σ 1/w_i^2)$")} at $d = {rates.Degree}$: "
            + "measured over predicted, the worst of weights up to 8 times as large as others.",
        StableRate.Worst(rates.Unequal));

    private static Claim Near(string id, string statement, StableRate rate) => new()
    {
        Id = id,
        Statement = statement,
        Source = id.StartsWith("note1-30", StringComparison.Ordinal)
            ? "Note 1, section 'Degree d = 2, Learning rate', statement 30: a to-do, answered"
            : "Note 1, section 'General case, Learning rate', statement 44: a to-do, answered",
        Predicted = 1,
        Measured = rate.Quotient,
        Uncertainty = rate.QuotientUncertainty,
        Bound = Bound.Near(1, Tolerance),
        Expected = Verdict.Supported,
        Control = Controls.Faster,
    };
}
