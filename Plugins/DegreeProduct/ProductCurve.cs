using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>The product from equal weights, from ε to (1 − δ)s: no time but the distance δ ends it.</summary>
/// <param name="Times">Times of <paramref name="Product"/>: those of theory, up to where (1 − δ)s is reached.</param>
/// <param name="Product">The product measured at them.</param>
/// <param name="ExactTimes">Times at which the closed form passes <paramref name="Levels"/>.</param>
/// <param name="Levels">Products equally spaced in log(u/(s − u)).</param>
/// <param name="GrowthTime">T1, located at s/2; NaN if it is not reached.</param>
/// <param name="ApproachTime">T2, from s/2 to (1 − δ)s; NaN if that is not reached.</param>
/// <param name="Outcome">How the solve ended; if it failed, the product is there as far as it got.</param>
internal sealed record ProductCurve(
    IReadOnlyList<double> Times,
    IReadOnlyList<double> Product,
    IReadOnlyList<double> ExactTimes,
    IReadOnlyList<double> Levels,
    double GrowthTime,
    double ApproachTime,
    SolveOutcome Outcome)
{
    private const string Half = "half";
    private const string Accurate = "accurate";
    private const int Points = 240;

    /// <summary>How much longer than predicted the solve goes on, so that a late event is located too.</summary>
    private const double Patience = 1.5;

    public static ProductCurve Take(ExperimentContext context, DegreeSetting setting, int degree)
    {
        (double s, double start, double delta) = (setting.Target, setting.InitialProduct, setting.Accuracy);
        BalancedProduct theory = new(s, degree);
        double[] levels = [.. Enumerable.Range(0, Points).Select(i => Level(setting, i / (Points - 1.0)))];
        double[] times = [0, .. levels.Skip(1).Select(level => theory.HittingTime(start, level))];

        Monomial product = Monomial.Product(s, degree);
        StateFunction observable = product.Observables[0].Function;
        InitialValueProblem problem = new InitialValueProblem(product, product.BalancedState(start), 0, Patience * times[^1]).WithEvents(
        [
            EventFunction.Crossing(Half, observable, s / 2),
            EventFunction.Stop(Accurate, observable, (1 - delta) * s),
        ]);
        Solution solution = context.Solve(problem, SaveAt.Times(times));
        double growthTime = solution.EventTime(Half);
        Trajectory followed = solution.PartialTrajectory;
        return new(followed.Times, followed.Observe(observable), times, levels, growthTime, solution.EventTime(Accurate) - growthTime, solution.Outcome);
    }

    /// <summary>Whether the solve failed before the target and the end of its patience.</summary>
    public bool IsBroken => Outcome is not (SolveOutcome.Completed or SolveOutcome.StoppedByEvent);

    /// <summary>Says so if it did.</summary>
    public IEnumerable<string> Describe(int degree)
    {
        if (IsBroken)
        {
            yield return $"At $d = {degree}$ the run from $ε$ {MissingPoints.Reason(Outcome)} at $t = {NumberText.Of(Times[^1])}$: its curve ends there, and claims that need the rest are inconclusive.";
        }
    }

    private static double Level(DegreeSetting setting, double fraction)
    {
        (double s, double start, double delta) = (setting.Target, setting.InitialProduct, setting.Accuracy);
        double first = Math.Log(start / (s - start));
        double last = Math.Log((1 - delta) / delta);
        return s / (1 + Math.Exp(-(first + (fraction * (last - first)))));
    }
}
