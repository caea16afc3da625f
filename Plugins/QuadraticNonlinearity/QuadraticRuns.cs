using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Evidence.Stability;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.QuadraticNonlinearity;

/// <summary>The flows of one run, with the units in which every target is alike: weights in s^(1/3), times in s^(−4/3).</summary>
/// <param name="context">Integrates, under a negative control if there is one.</param>
/// <param name="target">The target s.</param>
internal sealed class QuadraticRuns(ExperimentContext context, double target)
{
    /// <summary>Data of networks. Fourth moment 1.78, second moment 1.13: no moment that could stand in for E[x⁴] equals it.</summary>
    public static IReadOnlyList<double> Inputs { get; } = [-1, 0.5, 1, 1.5];

    public double Target => target;

    public double WeightUnit { get; } = Math.Cbrt(target);

    public double TimeUnit { get; } = 1 / (target * Math.Cbrt(target));

    /// <summary>w₁²w₂.</summary>
    public Monomial Quadratic { get; } = new(target, [2, 1]);

    /// <summary>w₁w₂w₃.</summary>
    public Monomial Cubic { get; } = Monomial.Product(target, 3);

    public MonomialRuns Solve { get; } = new(context);

    public MonomialSweeps Sweeps { get; } = new(context);

    /// <summary>Solves many starts together and keeps their final states.</summary>
    public EnsembleSolution SolveAll(Ensemble ensemble) => context.Solve(ensemble, EnsembleOutput.FinalStates);

    /// <summary>The largest stable learning rate at the balanced minimum of a monomial.</summary>
    public StableRate FindStableRate(Monomial monomial, double predicted) => StableRate.Find(context, monomial, monomial.BalancedState(target), predicted);

    /// <summary>Random numbers of the run for one purpose.</summary>
    public RandomNumbers CreateRandom(string purpose) => context.CreateRandom(purpose);
}
