using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct.Approach;

/// <summary>The second phase, from s/2 to (1 − δ)s, over targets s.</summary>
/// <param name="Targets">s from 0.1 to 10, in equal ratios.</param>
/// <param name="Times">T2 for each of <paramref name="Targets"/>; NaN where (1 − δ)s is not reached.</param>
/// <param name="Rates">Rate at which s − u decays in the end, for each of them; NaN where the end is not reached.</param>
/// <param name="RelativeDerivative">(s − u)'/(s − u) at u = s/2, for the first of them: with its sign.</param>
/// <param name="RateAtMinimum">The rate at the balanced minimum of any target: −∂u'/∂u there.</param>
/// <param name="Notes">What is missing, in sentences.</param>
internal sealed record ApproachSweep(
    IReadOnlyList<double> Targets,
    IReadOnlyList<double> Times,
    IReadOnlyList<double> Rates,
    double RelativeDerivative,
    Func<double, double> RateAtMinimum,
    IReadOnlyList<string> Notes)
{
    private const double SmallestTarget = 0.1;
    private const double LargestTarget = 10;

    // 1 − u/s between which the rate is measured: so close to the target that it is the final one to 5e-4.
    private const double RateStart = 1e-3;
    private const double RateEnd = 1e-5;
    private const string Near = "near";
    private const string Nearer = "nearer";
    private const string Accurate = "accurate";
    private const string Done = "done";

    /// <summary>How much longer than predicted a solve goes on: a control that takes the target's influence away slows the largest one down by s^(2−2/d) &lt; 100.</summary>
    private const double Patience = 1.5 * LargestTarget * LargestTarget;

    public static ApproachSweep Take(ExperimentContext context, DegreeSetting setting, int degree)
    {
        IReadOnlyList<double> targets = Spacing.Logarithmic(SmallestTarget, LargestTarget, setting.GridPoints);
        EnsembleSolution solution = Solve(context, targets, setting.Accuracy, degree);
        return new(
            targets,
            solution.EventTimes(Accurate),
            [.. solution.EventTimes(Near).Zip(solution.EventTimes(Nearer), (near, nearer) => Math.Log(RateStart / RateEnd) / (nearer - near))],
            2 * -Derivative(context, Monomial.Product(SmallestTarget, degree), 0.5),
            target => FindRateAtMinimum(context, Monomial.Product(target, degree)),
            [
                .. MissingPoints.Describe(solution, Accurate, degree, "targets", "(1 - δ)s"),
                .. MissingPoints.Describe(solution, Nearer, degree, "targets", "(1 - 10^{-5})s"),
            ]);
    }

    /// <summary>From s/2 until both the rate and the time are measured: the targets are the parameters of one system.</summary>
    private static EnsembleSolution Solve(ExperimentContext context, IReadOnlyList<double> targets, double accuracy, int degree)
    {
        Monomial product = Monomial.Product(1, degree);
        IStateFunction<double> observable = product.Observables[0].Formula!;
        double last = Math.Min(accuracy, RateEnd) / 2;
        Ensemble ensemble = new Ensemble(product, targets.SelectMany(target => product.BalancedState(target / 2)), 0, 0)
            .WithParameters(targets)
            .WithEndTimes(targets.Select(target => Patience * new BalancedProduct(target, degree).ApproachTime(last)))
            .WithEvent(EnsembleEvent.Crossing(Near, observable, Short(RateStart)))
            .WithEvent(EnsembleEvent.Crossing(Nearer, observable, Short(RateEnd)))
            .WithEvent(EnsembleEvent.Crossing(Accurate, observable, Short(accuracy)))
            .WithEvent(EnsembleEvent.Stop(Done, observable, Short(last)));
        return context.Solve(ensemble, EnsembleOutput.FinalStates);

        IEnumerable<double> Short(double distance) => targets.Select(target => (1 - distance) * target);
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
}
