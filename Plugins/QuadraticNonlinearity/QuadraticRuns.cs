using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.QuadraticNonlinearity;

/// <summary>The flows of one run, with the units in which every target is alike: weights in s^(1/3), times in s^(−4/3).</summary>
/// <param name="context">Integrates, under a negative control if there is one.</param>
/// <param name="target">The target s.</param>
internal sealed class QuadraticRuns(ExperimentContext context, double target)
{
    public double Target => target;

    public double WeightUnit { get; } = Math.Cbrt(target);

    public double TimeUnit { get; } = 1 / (target * Math.Cbrt(target));

    /// <summary>w₁²w₂.</summary>
    public Monomial Quadratic { get; } = new(target, [2, 1]);

    /// <summary>w₁w₂w₃.</summary>
    public Monomial Cubic { get; } = Monomial.Product(target, 3);

    public MonomialRuns Solve { get; } = new(context);
}
