using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>The second phase, from s/2 to (1 − δ)s, over targets s.</summary>
/// <param name="Times">T2 for each of <see cref="Targets"/>; NaN where (1 − δ)s is not reached.</param>
/// <param name="Rates">Rate at which s − u decays in the end, for each of them.</param>
/// <param name="RelativeDerivative">(s − u)'/(s − u) at u = s/2, for the first of them: with its sign.</param>
/// <param name="RateAtMinimum">The rate at the balanced minimum of any target: −∂u'/∂u there.</param>
internal sealed record ApproachSweep(IReadOnlyList<double> Times, IReadOnlyList<double> Rates, double RelativeDerivative, Func<double, double> RateAtMinimum)
{
    // 1 − u/s between which the rate is measured: so close to the target that it is the final one to 5e-4.
    private const double RateStart = 1e-3;
    private const double RateEnd = 1e-5;
    private const string Near = "near";
    private const string Nearer = "nearer";
    private const string Accurate = "accurate";

    /// <summary>How much longer than predicted a solve goes on.</summary>
    private const double Patience = 3;

    /// <summary>s: four a decade from 0.1 to 10.</summary>
    public static IReadOnlyList<double> Targets { get; } = Geometric.Between(0.1, 10, 9);

    public static ApproachSweep Take(ExperimentContext context, double accuracy, int degree)
    {
        Solution[] solutions = [.. Targets.Select(target => Solve(context, new BalancedProduct(target, degree), accuracy))];
        return new(
            [.. solutions.Select(solution => solution.EventTime(Accurate))],
            [.. solutions.Select(solution => Math.Log(RateStart / RateEnd) / (solution.EventTime(Nearer) - solution.EventTime(Near)))],
            2 * -Derivative(context, Monomial.Product(Targets[0], degree), 0.5),
            target => FindRateAtMinimum(context, Monomial.Product(target, degree)));
    }

    /// <summary>u'/s at a fraction u/s with equal weights: u' = u Σ wᵢ'/wᵢ of what is integrated.</summary>
    private static double Derivative(ExperimentContext context, Monomial product, double fraction)
    {
        double[] state = product.BalancedState(fraction * product.Target);
        double[] derivative = new MonomialRuns(context).EvaluateDerivative(product, state);
        return fraction * derivative.Zip(state, (rate, weight) => rate / weight).Sum();
    }

    /// <summary>Central differences of order 4: truncation and rounding are both below 1e-12 of the rate.</summary>
    private static double FindRateAtMinimum(ExperimentContext context, Monomial product)
    {
        const double Shift = 1e-3;
        double Difference(double shift) => Derivative(context, product, 1 + shift) - Derivative(context, product, 1 - shift);
        return ((8 * Difference(Shift)) - Difference(2 * Shift)) / (-12 * Shift);
    }

    private static Solution Solve(ExperimentContext context, BalancedProduct theory, double accuracy)
    {
        Monomial product = Monomial.Product(theory.Target, (int)theory.Degree);
        StateFunction observable = product.Observables[0].Function;
        double endTime = Patience * theory.ApproachTime(Math.Min(accuracy, RateEnd));
        InitialValueProblem problem = new InitialValueProblem(product, product.BalancedState(theory.Target / 2), 0, endTime).WithEvents(
        [
            EventFunction.Crossing(Near, observable, (1 - RateStart) * theory.Target),
            EventFunction.Crossing(Nearer, observable, (1 - RateEnd) * theory.Target),
            EventFunction.Crossing(Accurate, observable, (1 - accuracy) * theory.Target),
        ]);
        return context.Solve(problem, SaveAt.End);
    }
}
