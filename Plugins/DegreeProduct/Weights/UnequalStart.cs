using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Observables;

namespace PluginLab.Plugins.DegreeProduct.Weights;

/// <summary>Weights that start apart, from twice to half their geometric mean, with the product ε.</summary>
/// <param name="InitialSpread">Largest over smallest weight at the start.</param>
/// <param name="FinalSpread">The same in the end.</param>
/// <param name="LimitSpread">What it tends to by the closed form.</param>
/// <param name="Drift">Largest change of wᵢ² − w₁² over the run, relative to the largest final wᵢ².</param>
/// <param name="LimitError">Largest relative deviation of a final weight from √(wᵢ(0)² + q*).</param>
/// <param name="Outcome">How the solve ended; if it failed, what is measured in the end is NaN.</param>
internal sealed record UnequalStart(double InitialSpread, double FinalSpread, double LimitSpread, double Drift, double LimitError, SolveOutcome Outcome)
{
    private const double LargestFactor = 2;

    /// <summary>Relative distance to the target at the end, small against every bound on the final weights.</summary>
    private const double Remainder = 1e-7;
    private const int Points = 50;

    public static UnequalStart Take(ExperimentContext context, DegreeSetting setting, int degree)
    {
        Monomial product = Monomial.Product(setting.Target, degree);
        double mean = Math.Pow(setting.InitialProduct, 1.0 / degree);
        double[] start = [.. Enumerable.Range(0, degree).Select(i => mean * Math.Pow(LargestFactor, 1 - (2.0 * i / (degree - 1))))];
        BalancedProduct equal = new(setting.Target, degree);
        double endTime = equal.GrowthTime(setting.InitialProduct) + equal.ApproachTime(Remainder);
        InitialValueProblem problem = new InitialValueProblem(product, start, 0, endTime)
            .WithEvent(EventFunction.Stop("reached", product.Observables[0].Function, (1 - Remainder) * setting.Target));
        Solution solution = context.Solve(problem, SaveAt.EquallySpaced(0, endTime, Points));
        IReadOnlyList<double> limit = new MonomialLimit(setting.Target, product.Exponents, start).State;
        if (!solution.IsSuccessful)
        {
            return new(Spread(start), double.NaN, Spread(limit), double.NaN, double.NaN, solution.Outcome);
        }

        Trajectory trajectory = solution.Trajectory;
        double[] end = trajectory.LastState.ToArray();
        double scale = limit.Max(weight => weight * weight);
        double drift = Largest.Of(ConservedQuantities.Among(product.Observables).Select(conserved => Range(trajectory.Observe(conserved.Function)) / scale));
        return new(Spread(start), Spread(end), Spread(limit), drift, Largest.Of(end.Zip(limit, (weight, predicted) => Math.Abs((weight / predicted) - 1))), solution.Outcome);
    }

    /// <summary>Says so if the solve failed.</summary>
    public IEnumerable<string> Describe(int degree)
    {
        if (double.IsNaN(FinalSpread))
        {
            yield return $"At $d = {degree}$ the run from unequal weights {MissingPoints.Reason(Outcome)}: claims on it are inconclusive.";
        }
    }

    private static double Spread(IReadOnlyList<double> weights) => Largest.Of(weights) / weights.Min();

    private static double Range(IReadOnlyList<double> values) => Largest.Of(values) - values.Min();
}
