using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Plugins.DegreeProduct.Growth;

/// <summary>The first phase, from ε to s/2, over starts ε.</summary>
/// <param name="Starts">ε, increasing in equal ratios.</param>
/// <param name="Times">T1 for each of <paramref name="Starts"/>; NaN where s/2 is not reached.</param>
/// <param name="Early">The beginning of the growth from the smallest start.</param>
/// <param name="Notes">What is missing, in sentences.</param>
internal sealed record GrowthSweep(IReadOnlyList<double> Starts, IReadOnlyList<double> Times, EarlyGrowth Early, IReadOnlyList<string> Notes)
{
    private const double SmallestFraction = 1e-8;
    private const double LargestFraction = 1e-2;

    /// <summary>Largest ε/s from which exponents are fitted: above it T1 bends away from its power of ε.</summary>
    private const double LargestFitted = 1e-4;

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
        Ensemble ensemble = new Ensemble(product, starts.SelectMany(product.BalancedState), 0, 0)
            .WithEndTimes(starts.Select(start => Patience * theory.GrowthTime(start)))
            .WithEvent(EnsembleEvent.Stop(Half, product.Observables[0].Formula!, setting.Target / 2));
        EnsembleSolution solution = context.Solve(ensemble, EnsembleOutput.FinalStates);
        var early = EarlyGrowth.Take(context, theory, product, starts[0]);
        return new(starts, solution.EventTimes(Half), early, [.. MissingPoints.Describe(solution, Half, degree, "starts", "s/2"), .. early.Describe(degree)]);
    }

    /// <summary>The power law of T1 in ε for ε up to 1e-4 s; null if a time is missing.</summary>
    public PowerLawFit? Fit(double target)
    {
        int count = Starts.Count(start => start <= LargestFitted * target * Margin);
        return Times.Take(count).All(time => time > 0) ? PowerLawFit.Of([.. Starts.Take(count)], [.. Times.Take(count)]) : null;
    }
}
