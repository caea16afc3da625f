using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;
using PluginLab.Plugins.DegreeProduct.Approach;
using PluginLab.Plugins.DegreeProduct.Growth;
using PluginLab.Plugins.DegreeProduct.Weights;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>What all degrees share.</summary>
/// <param name="Target">s.</param>
/// <param name="InitialProduct">ε.</param>
/// <param name="Accuracy">δ.</param>
/// <param name="GridPoints">Number of starts, and of targets, of a sweep.</param>
internal sealed record DegreeSetting(double Target, double InitialProduct, double Accuracy, int GridPoints);

/// <summary>Everything measured at one degree.</summary>
/// <param name="Degree">d.</param>
/// <param name="Place">Its place among the degrees compared, from 0.</param>
/// <param name="Setting">The setting.</param>
/// <param name="Theory">The closed forms at s and d.</param>
/// <param name="Curve">The product from ε to (1 − δ)s.</param>
/// <param name="Growth">The first phase over starts.</param>
/// <param name="Approach">The second phase over targets.</param>
/// <param name="Unequal">The weights from unequal ones; null at degree 1.</param>
internal sealed record DegreeMeasurement(
    int Degree, int Place, DegreeSetting Setting, BalancedProduct Theory, ProductCurve Curve, GrowthSweep Growth, ApproachSweep Approach, UnequalStart? Unequal)
{
    public static DegreeMeasurement Take(ExperimentContext context, DegreeSetting setting, int degree, int place) => new(
        degree,
        place,
        setting,
        new BalancedProduct(setting.Target, degree),
        ProductCurve.Take(context, setting, degree),
        GrowthSweep.Take(context, setting, degree),
        ApproachSweep.Take(context, setting, degree),
        degree == 1 ? null : UnequalStart.Take(context, setting, degree));

    /// <summary>What could not be measured, in sentences.</summary>
    public IEnumerable<string> Notes => [.. Curve.Describe(Degree), .. Growth.Notes, .. Approach.Notes, .. Unequal?.Describe(Degree) ?? []];
}
