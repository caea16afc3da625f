using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.EdgeOfStability.Onsets;

/// <summary>The learning rate from which on an entry of the product, slightly off at the balanced minimum, grows under gradient descent.</summary>
/// <param name="Depth">L.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Eigenvalue">λ_ij of the Hessian by formula; the onset is predicted at 2/λ_ij.</param>
/// <param name="Measured">The onset by bisection; NaN if there is none.</param>
/// <param name="HalfWidth">Half the width of the last interval.</param>
internal sealed record PairOnset(int Depth, Entry Entry, double Eigenvalue, double Measured, double HalfWidth)
{
    // Small enough for the linear regime, large enough to stand out from rounding.
    private const double RelativeSize = 1e-7;

    // An even number: quadratic terms of diagonal entries change sign with every step and cancel in pairs.
    private const int Steps = 4;
    private const double FirstLearningRate = 1e-4;
    private const double LargestLearningRate = 1e6;
    private const int Halvings = 40;

    public Comparison Onset => new(2 / Eigenvalue, Measured);

    /// <summary>Finds the onset by doubling the learning rate until the entry grows, then by bisection.</summary>
    public static PairOnset Measure(ExperimentContext context, BalancedNetwork network, Entry entry)
    {
        double eigenvalue = HessianSpectrum.Eigenvalue(network, entry);
        double below = FirstLearningRate, above = FirstLearningRate;
        while (!Grows(above) && above < LargestLearningRate)
        {
            (below, above) = (above, 2 * above);
        }

        if (below == above || above >= LargestLearningRate)
        {
            return new(network.Depth, entry, eigenvalue, double.NaN, 0);
        }

        for (int i = 0; i < Halvings; i++)
        {
            double middle = (below + above) / 2;
            (below, above) = Grows(middle) ? (below, middle) : (middle, above);
        }

        return new(network.Depth, entry, eigenvalue, (below + above) / 2, (above - below) / 2);

        bool Grows(double learningRate) => GrowthFactor(context, network, entry, learningRate) > 1;
    }

    /// <summary>By which factor the deviation of an entry changes per step, as a geometric mean over a few; infinite where descent leaves the numbers.</summary>
    public static double GrowthFactor(ExperimentContext context, BalancedNetwork network, Entry entry, double learningRate)
    {
        double size = RelativeSize * Math.Sqrt(network.SingularValues[entry.Row] * network.SingularValues[entry.Column]);
        InitialValueProblem problem = new(network.Network, network.Displaced(entry, size), 0, Steps * learningRate);
        Solution solution = context.SolveWith(StepIntegrators.GradientDescent(learningRate), problem, SaveAt.End);
        if (!solution.IsSuccessful)
        {
            return double.PositiveInfinity;
        }

        double before = network.Deviation(entry, problem.InitialState), after = network.Deviation(entry, solution.Trajectory.LastState);
        return Math.Pow(Math.Abs(after / before), 1.0 / Steps);
    }
}
