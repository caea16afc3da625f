using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>The first phase, from ε to s/2, over starts ε.</summary>
/// <param name="Times">T1 for each of <see cref="InitialFractions"/>; NaN where s/2 is not reached.</param>
/// <param name="EarlyTimes">Equally spaced times of the growth from the smallest start, up to <see cref="EarlyEnd"/>.</param>
/// <param name="EarlyProduct">The product at them.</param>
internal sealed record GrowthSweep(IReadOnlyList<double> Times, IReadOnlyList<double> EarlyTimes, IReadOnlyList<double> EarlyProduct)
{
    /// <summary>Largest u/s that counts as early: there s − u is s to one part in 1000.</summary>
    public const double EarlyEnd = 1e-3;

    /// <summary>Largest ε/s from which exponents are fitted: above it T1 bends away from its power of ε.</summary>
    public const double LargestFitted = 1e-4;

    private const string Half = "half";
    private const int EarlyPoints = 40;

    /// <summary>How much longer than predicted a solve goes on before s/2 counts as not reached.</summary>
    private const double Patience = 4;

    /// <summary>ε/s: two a decade from 1e-8 to 1e-2.</summary>
    public static IReadOnlyList<double> InitialFractions { get; } = Geometric.Between(1e-8, 1e-2, 13);

    /// <summary>The first so many of <see cref="InitialFractions"/> are fitted.</summary>
    public static int FittedCount { get; } = InitialFractions.Count(fraction => fraction <= LargestFitted * (1 + 1e-9));

    public static GrowthSweep Take(ExperimentContext context, double target, int degree)
    {
        BalancedProduct theory = new(target, degree);
        double earlyEnd = theory.HittingTime(InitialFractions[0] * target, EarlyEnd * target);
        Solution slowest = Solve(context, theory, InitialFractions[0], SaveAt.EquallySpaced(0, earlyEnd, EarlyPoints));
        IEnumerable<Solution> others = InitialFractions.Skip(1).Select(fraction => Solve(context, theory, fraction, SaveAt.End));
        Trajectory early = slowest.Trajectory;
        int kept = early.Times.Count(time => time <= earlyEnd);
        return new(
            [slowest.EventTime(Half), .. others.Select(solution => solution.EventTime(Half))],
            [.. early.Times.Take(kept)],
            [.. early.Observe(Monomial.Product(target, degree).Observables[0].Function).Take(kept)]);
    }

    /// <summary>The power law of T1 in ε over the fitted starts; null if a time is missing.</summary>
    public PowerLawFit? Fit(double target) => Times.Take(FittedCount).All(time => time > 0)
        ? PowerLawFit.Of([.. InitialFractions.Take(FittedCount).Select(fraction => fraction * target)], [.. Times.Take(FittedCount)])
        : null;

    /// <summary>The line u^−(1−2/d) over time in the early growth; null if the product is not positive throughout.</summary>
    public LinearFit? EarlyFit(int degree) => EarlyProduct.Count > 1 && EarlyProduct.All(product => product > 0)
        ? LinearFit.Of(EarlyTimes, [.. EarlyProduct.Select(product => Math.Pow(product, (2.0 / degree) - 1))])
        : null;

    private static Solution Solve(ExperimentContext context, BalancedProduct theory, double fraction, SaveAt saveAt)
    {
        Monomial product = Monomial.Product(theory.Target, (int)theory.Degree);
        double start = fraction * theory.Target;
        InitialValueProblem problem = new InitialValueProblem(product, product.BalancedState(start), 0, Patience * theory.GrowthTime(start))
            .WithEvent(EventFunction.Stop(Half, product.Observables[0].Function, theory.Target / 2));
        return context.Solve(problem, saveAt);
    }
}
