using PluginLab.Dynamics;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.Equalization.Degrees;

/// <summary>One large weight among small ones, for products of several degrees.</summary>
/// <param name="Runs">The flows of the run.</param>
/// <param name="Degrees">One per degree, increasing.</param>
internal sealed record DegreeStudy(PairRuns Runs, IReadOnlyList<DegreeEquality> Degrees)
{
    /// <summary>The large weight at the start, in units of s^(1/d).</summary>
    public const double LargeWeight = 0.2;

    /// <summary>The other weights at the start, in units of s^(1/d).</summary>
    public const double SmallWeight = 0.01;

    private const int PointsPerPath = 800;

    public static DegreeStudy Measure(PairRuns runs) => new(runs, [.. Enumerable.Range(2, 3).Select(degree => Measure(runs, degree))]);

    private static DegreeEquality Measure(PairRuns runs, int degree)
    {
        Monomial product = Monomial.Product(runs.Target, degree);
        double unit = Math.Pow(runs.Target, 1.0 / degree);
        double[] start = [LargeWeight * unit, .. Enumerable.Repeat(SmallWeight * unit, degree - 1)];
        double nearlyLearned = new MonomialHittingTime(runs.Target, product.Exponents, start).To(0.999 * runs.Target);
        return new DegreeEquality(degree, runs.Solve.End(product, start), runs.Solve.Follow(product, start, Spacing.Linear(0, nearlyLearned, PointsPerPath)));
    }
}

/// <summary>How the weights of a product of one degree become equal.</summary>
/// <param name="Degree">The degree d.</param>
/// <param name="Ending">Where the weights end.</param>
/// <param name="Path">The way there, up to 99.9 % of the target.</param>
internal sealed record DegreeEquality(int Degree, Ending Ending, Trajectory Path);
