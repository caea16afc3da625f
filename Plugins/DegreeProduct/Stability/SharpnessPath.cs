using PluginLab.Dynamics;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Observables;

namespace PluginLab.Plugins.DegreeProduct.Stability;

/// <summary>Gradient descent with the sharpness of the loss along the way, by Hessian-vector products over dual numbers; in units of s^(2−2/d).</summary>
/// <param name="LearningRate">η, in units of s^−(2−2/d).</param>
/// <param name="Steps">The steps at which the sharpness is taken.</param>
/// <param name="Sharpnesses">The largest eigenvalue of the Hessian at them; NaN from where iterates are not finite.</param>
/// <param name="States">All iterates, in units of s^(1/d).</param>
/// <param name="HasArrived">Whether the last iterate is at the target.</param>
/// <param name="ClosedFormError">Relative difference of the sharpness that the integrated system has at the last iterate to |∇u|².</param>
internal sealed record SharpnessPath(
    double LearningRate, IReadOnlyList<int> Steps, IReadOnlyList<double> Sharpnesses, IReadOnlyList<double[]> States, bool HasArrived, double ClosedFormError)
{
    private const int Points = 120;
    private const double Reached = 1e-9;

    /// <summary>The sharpness at the end over 2/η: below 1 the minimum is stable. NaN if the end is no minimum.</summary>
    public double FinalStability => HasArrived ? Sharpnesses[^1] * LearningRate / 2 : double.NaN;

    public static SharpnessPath Take(DescentRuns runs, IReadOnlyList<double> start, double learningRate, int steps)
    {
        int degree = start.Count;
        (Monomial product, double weight, double rate) = (runs.Product(degree), runs.WeightUnit(degree), runs.LearningRateUnit(degree));
        Trajectory path = runs.Solve(start, learningRate, steps, SaveAt.EveryStep).PartialTrajectory;
        int[] sampled = [.. SampledSteps(path.Count)];
        double[] last = path.LastState.ToArray();
        double atEnd = Sharpness.At(runs.Context.Create(product), last).Value;
        return new(
            learningRate,
            sampled,
            [.. sampled.Select(step => Sharpness.At(product, path.State(step)).Value * rate)],
            [.. Enumerable.Range(0, path.Count).Select(step => path.State(step).ToArray().Select(value => value / weight).ToArray())],
            path.Count == steps + 1 && Math.Abs((product.EvaluateProduct(last) / runs.Target) - 1) <= Reached,
            Math.Abs((atEnd / product.EvaluateSharpnessAtMinimum(last)) - 1));
    }

    /// <summary>Every step at first, then pairs of steps in equal ratios, as iterates may alternate, and the last.</summary>
    private static IEnumerable<int> SampledSteps(int count) =>
        Enumerable.Range(0, Points + 1).Select(i => (int)Math.Round(Math.Pow(count, (double)i / Points)) - 1)
            .SelectMany(step => new[] { Math.Max(0, step - 1), step }).Distinct().Order();
}
