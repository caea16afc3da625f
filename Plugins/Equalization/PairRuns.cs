using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.Equalization;

/// <summary>The flows of one run, with the units in which every target is alike: weights in √s, times in 1/s.</summary>
/// <param name="context">Integrates, under a negative control if there is one.</param>
/// <param name="target">The target s.</param>
internal sealed class PairRuns(ExperimentContext context, double target)
{
    public double Target => target;

    public double WeightUnit { get; } = Math.Sqrt(target);

    /// <summary>w₁w₂.</summary>
    public Monomial Pair { get; } = Monomial.Product(target, 2);

    public MonomialRuns Solve { get; } = new(context);

    public MonomialSweeps Sweeps { get; } = new(context);

    /// <summary>Solves many starts of <see cref="Pair"/> together and keeps their final states.</summary>
    public EnsembleSolution SolveAll(Ensemble ensemble) => context.Solve(ensemble, EnsembleOutput.FinalStates);

    /// <summary>The closed form from weights in units of √s.</summary>
    public UnbalancedPair Theory(double first, double second) => new(target, first * WeightUnit, second * WeightUnit);

    /// <summary>A state from weights in units of √s.</summary>
    public double[] State(double first, double second) => [first * WeightUnit, second * WeightUnit];
}
