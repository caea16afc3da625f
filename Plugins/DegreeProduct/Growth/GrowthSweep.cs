using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Plugins.DegreeProduct.Growth;

/// <summary>The first phase, from ε to s/2, over starts ε.</summary>
/// <param name="Starts">ε, increasing in equal ratios.</param>
/// <param name="Times">T1 for each of <paramref name="Starts"/>; NaN where s/2 is not reached.</param>
/// <param name="Fit">The power law of T1 in ε for ε up to 1e-5 s, with the solver's error of each time; null if a time is missing.</param>
/// <param name="Early">The beginning of the growth from the smallest start.</param>
/// <param name="Notes">What is missing, in sentences.</param>
internal sealed record GrowthSweep(IReadOnlyList<double> Starts, IReadOnlyList<double> Times, PowerLawFit? Fit, EarlyGrowth Early, IReadOnlyList<string> Notes)
{
    private const double SmallestFraction = 1e-8;
    private const double LargestFraction = 1e-2;

    /// <summary>Largest ε/s from which exponents are fitted: above it T1 bends away from its power of ε by more than the claim's bound can bear.</summary>
    private const double LargestFitted = 1e-5;

    /// <summary>What a start may be off by rounding.</summary>
    private const double Margin = 1 + 1e-9;

    private const string Half = "half";

    /// <summary>How much longer than predicted a solve goes on before s/2 counts as not reached.</summary>
    private const double Patience = 4;

    public static GrowthSweep Take(ExperimentContext context, DegreeSetting setting, int degree)
    {
        BalancedProduct theory = new(setting.Target, degree);
        Monomial product = Monomial.Product(setting.Target, degree);
        IReadOnlyList<double> starts = Spacing.Logarithmic(SmallestFraction * setting.Target, LargestFraction * setting.Target, setting.GridPoints);
        EnsembleSolution solution = Solve(context, product, theory, starts);
        IReadOnlyList<double> times = solution.EventTimes(Half);
        double[] fitted = [.. starts.TakeWhile(start => start <= LargestFitted * setting.Target * Margin)];
        IReadOnlyList<double>? coarser = context.Coarsen() is { } coarse ? Solve(coarse, product, theory, fitted).EventTimes(Half) : null;
        PowerLawFit? fit = new MeasuredSeries([.. times.Take(fitted.Length)], coarser).FitPowerLaw(fitted);
        var early = EarlyGrowth.Take(context, theory, product, starts[0]);
        return new(starts, times, fit, early, [.. MissingPoints.Describe(solution, Half, degree, "starts", "s/2"), .. early.Describe(degree)]);
    }

    private static EnsembleSolution Solve(ExperimentContext context, Monomial product, BalancedProduct theory, IReadOnlyList<double> starts)
    {
        Ensemble ensemble = new Ensemble(product, starts.SelectMany(product.BalancedState), 0, 0)
            .WithEndTimes(starts.Select(start => Patience * theory.GrowthTime(start)))
            .WithEvent(EnsembleEvent.Stop(Half, product.Observables[0].Formula!, product.Target / 2));
        return context.Solve(ensemble, EnsembleOutput.FinalStates);
    }
}
