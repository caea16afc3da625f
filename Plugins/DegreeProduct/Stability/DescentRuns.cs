using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.DegreeProduct.Stability;

/// <summary>Gradient descent on products of d weights with one target s, in the units that take s away: weights of s^(1/d), learning rates of s^−(2−2/d).</summary>
/// <param name="Context">Integrates, under the run's negative control if there is one.</param>
/// <param name="Target">s.</param>
internal sealed record DescentRuns(ExperimentContext Context, double Target)
{
    /// <summary>The product of a degree.</summary>
    public Monomial Product(int degree) => Monomial.Product(Target, degree);

    /// <summary>s^(1/d).</summary>
    public double WeightUnit(int degree) => Math.Pow(Target, 1.0 / degree);

    /// <summary>s^−(2−2/d).</summary>
    public double LearningRateUnit(int degree) => Math.Pow(Target, (2.0 / degree) - 2);

    /// <summary>Takes steps from a start.</summary>
    /// <param name="start">The weights, in their unit; there are d.</param>
    /// <param name="learningRate">η, in its unit.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="saveAt">What to keep: every iterate, or the last.</param>
    public Solution Solve(IReadOnlyList<double> start, double learningRate, int steps, SaveAt saveAt)
    {
        int degree = start.Count;
        (double weight, double rate) = (WeightUnit(degree), learningRate * LearningRateUnit(degree));
        InitialValueProblem problem = new(Product(degree), [.. start.Select(value => value * weight)], 0, steps * rate);
        return Context.SolveWith(StepIntegrators.GradientDescent(rate), problem, saveAt);
    }

    /// <summary>The iterates of two equal weights at η = κη_max, in their unit, as far as they are finite.</summary>
    public IReadOnlyList<double> EqualPair(double start, double learningRateFraction, int steps) =>
        [.. Solve([start, start], learningRateFraction, steps, SaveAt.EveryStep).PartialTrajectory.Component(0).Select(weight => weight / WeightUnit(2))];
}
