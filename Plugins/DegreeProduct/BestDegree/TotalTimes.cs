using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct.BestDegree;

/// <summary>T1 + T2 of one degree: how long the flow takes from ε to (1 − δ)s, from many starts to as many targets.</summary>
/// <param name="Degree">d.</param>
/// <param name="Measured">The times; infinite where the flow is not there five times as late as predicted, NaN where the solve failed.</param>
/// <param name="Predicted">[F_d(1 − δ) − F_d(ε/s)]/(d s^(2−2/d)).</param>
/// <param name="Notes">What is missing, in sentences.</param>
internal sealed record TotalTimes(int Degree, IReadOnlyList<double> Measured, IReadOnlyList<double> Predicted, IReadOnlyList<string> Notes)
{
    private const string Accurate = "accurate";
    private const double Patience = 5;

    public static TotalTimes Take(ExperimentContext context, int degree, IReadOnlyList<TargetAndStart> points, double accuracy)
    {
        Monomial product = Monomial.Product(1, degree);
        double[] predicted = [.. points.Select(point => Predict(degree, point, accuracy))];
        Ensemble ensemble = new Ensemble(product, points.SelectMany(point => product.BalancedState(point.InitialProduct)), 0, 0)
            .WithParameters(points.Select(point => point.Target))
            .WithEndTimes(predicted.Select(time => Patience * time))
            .WithEvent(EnsembleEvent.Stop(Accurate, product.Observables[0].Formula!, points.Select(point => (1 - accuracy) * point.Target)));
        EnsembleSolution solution = context.Solve(ensemble, EnsembleOutput.FinalStates);
        return new(
            degree,
            [.. points.Select((_, i) => solution.Outcome(i) == SolveOutcome.Completed ? double.PositiveInfinity : solution.EventTime(Accurate, i))],
            predicted,
            [.. MissingPoints.Describe(solution, Accurate, degree, "pairs of a target and a start", "(1 - δ)s")]);
    }

    public static double Predict(int degree, TargetAndStart point, double accuracy) =>
        new BalancedProduct(point.Target, degree).HittingTime(point.InitialProduct, (1 - accuracy) * point.Target);
}
