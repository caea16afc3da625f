using PluginLab.Dynamics;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.DegreeProduct.Stability;

/// <summary>Whether gradient descent below the largest stable learning rate at the minimum gets there from afar.</summary>
/// <param name="Count">Number of runs: degrees, learning rates and starts.</param>
/// <param name="Astray">How many of them do not end at the target.</param>
internal sealed record SmallStartsStudy(int Count, int Astray)
{
    private const double SmallestFraction = 1e-3;
    private const double LargestFraction = 0.45;
    private const int Starts = 24;

    /// <summary>Relative distance to the target within which a run has ended there, and the one that it is waited for.</summary>
    private const double Reached = 1e-6;
    private const double Awaited = 1e-9;

    /// <summary>How many times the flow's own time a run goes on, and how many steps more: near κ = 1 iterates alternate for long.</summary>
    private const double Patience = 2;
    private const int ExtraSteps = 400;

    /// <summary>κ; close to 1 at the end.</summary>
    private static readonly double[] LearningRateFractions = [0.05, 0.25, 0.5, 0.75, 0.95];

    public static SmallStartsStudy Take(DescentRuns runs, IReadOnlyList<int> degrees)
    {
        (int count, int astray) = (0, 0);
        foreach (int degree in degrees)
        {
            foreach (double kappa in LearningRateFractions)
            {
                (count, astray) = (count + Starts, astray + CountAstray(runs, degree, kappa));
            }
        }

        return new(count, astray);
    }

    private static int CountAstray(DescentRuns runs, int degree, double kappa)
    {
        (Monomial product, BalancedProduct flow, double s) = (runs.Product(degree), new(runs.Target, degree), runs.Target);
        double learningRate = kappa * flow.MaximumLearningRate;
        double[] starts = [.. Spacing.Logarithmic(SmallestFraction * s, LargestFraction * s, Starts)];
        Ensemble ensemble = new Ensemble(product, starts.SelectMany(product.BalancedState), 0, 0)
            .WithEndTimes(starts.Select(start => (Patience * flow.HittingTime(start, (1 - Awaited) * s)) + (ExtraSteps * learningRate)));
        EnsembleSolution solution = (runs.Context with { Integrator = StepIntegrators.GradientDescent(learningRate) }).Solve(ensemble, EnsembleOutput.FinalStates);
        return Enumerable.Range(0, Starts).Count(i => !(Math.Abs((product.EvaluateProduct(solution.FinalState(i)) / s) - 1) <= Reached));
    }
}
