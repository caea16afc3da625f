using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DegreeProduct.LearningRate;

/// <summary>What note 1 guesses of several singular values that share a learning rate: its to-do, answered.</summary>
internal static class ModeClaims
{
    private const string Source = "Note 1, section 'Learning rate', statement 32: a to-do, answered";
    private const double Tolerance = 0.02;
    private const double Rounding = 1e-12;

    /// <summary>Accuracies up to which there are steps enough for ratios of whole numbers within the tolerance.</summary>
    private const double LargestAccuracy = 1e-2;

    public static IEnumerable<Claim> Of(IReadOnlyList<ModeRuns> networks) =>
        [.. networks.Select(Approach), .. networks.Where(network => network.Depth > 1).Select(Growth)];

    private static Claim Approach(ModeRuns network)
    {
        (string finding, double tolerance) = network.Depth == 1
            ? ("large singular values are not favoured: every mode takes exactly as many steps", Rounding)
            : ("mode $i$ takes $(s_1/s_i)^{2-2/L}$ times as many steps", Tolerance);
        return Ratio(network, network.ApproachSteps, network.ApproachRatio) with
        {
            Id = $"note1-32-approach-ratio-{network.Depth}",
            Statement = $"At depth $L = {network.Depth}$ {finding} as the largest in the second phase: measured over predicted, the worst mode, at $κ = 0.01$.",
            Bound = Bound.Near(1, tolerance),
            NotApplicable = Lone(network) ?? (network.Accuracy > LargestAccuracy
                ? $"with δ = {NumberText.Of(network.Accuracy)}, above {NumberText.Of(LargestAccuracy)}, the steps are too few for ratios of whole numbers"
                : null),
        };
    }

    private static Claim Growth(ModeRuns network) => Ratio(network, network.GrowthSteps, network.GrowthRatio) with
    {
        Id = $"note1-32-growth-ratio-{network.Depth}",
        Statement = $"At depth $L = {network.Depth}$ mode $i$ takes $(s_1/s_i)^{{2-2/L}} [F_L(1/2) - F_L(ε/s_i)]/[F_L(1/2) - F_L(ε/s_1)]$ times as many steps as the largest in the first phase, "
            + "about $s_1/s_i$, from one $ε$: measured over predicted, the worst mode, at $κ = 0.01$.",
        NotApplicable = Lone(network),
    };

    private static string? Lone(ModeRuns network) => network.Modes.Count == 1 ? "there is one mode only" : null;

    private static Claim Ratio(ModeRuns network, IReadOnlyList<double> steps, Func<int, double> predict)
    {
        IEnumerable<Comparison> others = Enumerable.Range(1, network.Modes.Count - 1).Select(i => new Comparison(1, steps[i] / steps[0] / predict(i)));
        return new Claim
        {
            Id = "",
            Statement = "",
            Source = Source,
            Predicted = 1,
            Measured = Comparison.Worst(others.DefaultIfEmpty(new(1, double.NaN))).Measured,
            Uncertainty = 0,
            Bound = Bound.Near(1, Tolerance),
            Expected = Verdict.Supported,
            Control = Controls.FastSecondMode,
        };
    }
}
