using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Plugins.DegreeProduct.Growth;

/// <summary>The product from the smallest start until s − u no longer counts as s, at equally spaced times.</summary>
/// <param name="Times">From 0 to the time that theory predicts, or to where the product is half of the target if that is earlier; none if the solve failed.</param>
/// <param name="Product">The product at them.</param>
/// <param name="Coarser">The product at them by a coarser integrator, as far as that gets; null if there is none.</param>
/// <param name="Outcome">How the solve ended.</param>
internal sealed record EarlyGrowth(IReadOnlyList<double> Times, IReadOnlyList<double> Product, IReadOnlyList<double>? Coarser, SolveOutcome Outcome)
{
    /// <summary>Largest u/s that counts as early: there s − u is s to one part in 1000.</summary>
    private const double LargestFraction = 1e-3;

    /// <summary>How far the last point may lie above it, by the errors of the solve.</summary>
    private const double Margin = 1 + 1e-6;

    private const int Points = 40;

    /// <summary>As many as have halves to tell an uncertainty by.</summary>
    private const int FewestPoints = 4;

    public static EarlyGrowth Take(ExperimentContext context, BalancedProduct theory, Monomial product, double start)
    {
        double end = theory.HittingTime(start, LargestFraction * theory.Target);
        StateFunction observable = product.Observables[0].Function;
        InitialValueProblem problem = new InitialValueProblem(product, product.BalancedState(start), 0, end)
            .WithEvent(EventFunction.Stop("half", observable, theory.Target / 2));
        var saveAt = SaveAt.EquallySpaced(0, end, Points);
        Solution solution = context.Solve(problem, saveAt);
        return solution.IsSuccessful
            ? new(solution.Trajectory.Times, solution.Trajectory.Observe(observable), context.Coarsen()?.Solve(problem, saveAt).PartialTrajectory.Observe(observable), solution.Outcome)
            : new([], [], null, solution.Outcome);
    }

    /// <summary>The growth over the whole of the times; NaN without them.</summary>
    public double Rise => Times.Count > 1 ? Product[^1] - Product[0] : double.NaN;

    /// <summary>The growth up to the first time after the start; NaN without it.</summary>
    public double FirstRise => Times.Count > 1 ? Product[1] - Product[0] : double.NaN;

    /// <summary>The length of the times; NaN without them.</summary>
    public double Span => Times.Count > 1 ? Times[^1] : double.NaN;

    /// <summary>The line u^−(1−2/d) over time while the product is early; null if it is not positive throughout, or early at too few of the times.</summary>
    public LinearFit? Fit(double target, int degree)
    {
        int count = Product.TakeWhile(product => product <= LargestFraction * target * Margin).Count();
        return count >= FewestPoints && Product.Take(count).All(product => product > 0)
            ? new MeasuredSeries(Powers(Product)!, Powers(Coarser)).FitLine([.. Times.Take(count)])
            : null;

        double[]? Powers(IReadOnlyList<double>? products) => products is null ? null : [.. products.Take(count).Select(product => Math.Pow(product, (2.0 / degree) - 1))];
    }

    /// <summary>Says so if the solve failed.</summary>
    public IEnumerable<string> Describe(int degree)
    {
        if (Times.Count == 0)
        {
            yield return $"At $d = {degree}$ the early growth from the smallest start {MissingPoints.Reason(Outcome)}: claims that need it are inconclusive.";
        }
    }
}
