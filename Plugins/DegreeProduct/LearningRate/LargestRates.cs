using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Evidence.Stability;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct.LearningRate;

/// <summary>The largest stable learning rates at one degree.</summary>
/// <param name="Degree">d.</param>
/// <param name="Place">Its place among the degrees compared, from 0.</param>
/// <param name="Target">The target s of the unequal weights.</param>
/// <param name="Balanced">With equal weights, for each of <see cref="Targets"/>.</param>
/// <param name="Unequal">With unequal weights, for each of <see cref="Spreads"/>; empty at degree 1.</param>
internal sealed record LargestRates(int Degree, int Place, double Target, IReadOnlyList<StableRate> Balanced, IReadOnlyList<StableRate> Unequal)
{
    private const int TargetCount = 9;
    private const int SpreadCount = 4;
    private const double LargestSpread = 8;

    /// <summary>s of the minima with equal weights.</summary>
    public static IReadOnlyList<double> Targets { get; } = Spacing.Logarithmic(0.1, 10, TargetCount);

    /// <summary>Largest over smallest weight ρ of the minima with unequal weights.</summary>
    public static IReadOnlyList<double> Spreads { get; } = [.. Spacing.Logarithmic(1, LargestSpread, SpreadCount).Skip(1)];

    public static LargestRates Take(ExperimentContext context, double target, int degree, int place) => new(
        degree,
        place,
        target,
        [.. Targets.Select(balanced => Balance(context, balanced, degree))],
        degree == 1 ? [] : [.. Spreads.Select(spread => Find(context, Monomial.Product(target, degree), UnequalMinimum(target, degree, spread)))]);

    /// <summary>2/(s² Σ kᵢ²/wᵢ²), the formula of the note's to-do.</summary>
    public static double Formula(Monomial monomial, IReadOnlyList<double> minimum) =>
        2 / (monomial.Target * monomial.Target * monomial.Exponents.Zip(minimum, (exponent, weight) => exponent * exponent / (weight * weight)).Sum());

    /// <summary>The formula at the minimum with a given spread.</summary>
    public static double Formula(double target, int degree, double spread) =>
        Formula(Monomial.Product(target, degree), UnequalMinimum(target, degree, spread));

    /// <summary>At w₁²w₂ = s with w₁ = 2 s^(1/3), away from the balanced minimum.</summary>
    public static StableRate OfSquareTimesWeight(ExperimentContext context, double target)
    {
        Monomial monomial = new(target, [2, 1]);
        double first = 2 * Math.Cbrt(target);
        return Find(context, monomial, [first, target / (first * first)]);
    }

    /// <summary>At the balanced minimum of a linear network: every layer holds s_i^(1/L) in mode i.</summary>
    public static StableRate OfNetwork(ExperimentContext context, LinearNetwork network, IReadOnlyList<double> modes) =>
        StableRate.Find(context, network, ModeRuns.BalancedState(network, modes), BalancedMinimum.LargestLearningRate(network.Depth, modes[0]));

    private static StableRate Balance(ExperimentContext context, double target, int degree)
    {
        Monomial product = Monomial.Product(target, degree);
        return StableRate.Find(context, product, product.BalancedState(target), new BalancedProduct(target, degree).MaximumLearningRate);
    }

    private static StableRate Find(ExperimentContext context, Monomial monomial, IReadOnlyList<double> minimum) =>
        StableRate.Find(context, monomial, minimum, Formula(monomial, minimum));

    /// <summary>Weights in equal ratios, from √ρ s^(1/d) down to s^(1/d)/√ρ.</summary>
    private static double[] UnequalMinimum(double target, int degree, double spread)
    {
        double mean = Math.Pow(target, 1.0 / degree);
        return [.. Enumerable.Range(0, degree).Select(i => mean * Math.Pow(spread, 0.5 - ((double)i / (degree - 1))))];
    }
}
