using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.EdgeOfStability.Onsets;

/// <summary>The learning rate from which on an entry of the product, slightly off at the balanced minimum, grows under gradient descent.</summary>
/// <param name="Depth">L.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Eigenvalue">λ_ij of the Hessian by formula; the onset is predicted at 2/λ_ij.</param>
/// <param name="Bracket">The onset by bisection; NaN if there is none.</param>
internal sealed record PairOnset(int Depth, Entry Entry, double Eigenvalue, Bracket Bracket)
{
    // Small enough for the linear regime, large enough to stand out from rounding.
    private const double RelativeSize = 1e-7;

    // An even number: quadratic terms of diagonal entries change sign with every step and cancel in pairs.
    private const int Steps = 4;
    private const double FirstLearningRate = 1e-4;
    private const double LargestLearningRate = 1e6;
    private const int Halvings = 40;

    public Comparison Onset => new(2 / Eigenvalue, Bracket.Middle);

    /// <summary>Finds the onset by doubling the learning rate until the entry grows, then by bisection.</summary>
    public static PairOnset Measure(ExperimentContext context, BalancedNetwork network, Entry entry)
    {
        double eigenvalue = network.Eigenvalue(entry);
        Bracket bracket = new(FirstLearningRate, FirstLearningRate);
        while (Settles(bracket.Upper) && bracket.Upper < LargestLearningRate)
        {
            bracket = new(bracket.Upper, 2 * bracket.Upper);
        }

        bool isFound = bracket.HalfWidth > 0 && bracket.Upper < LargestLearningRate;
        return new(network.Depth, entry, eigenvalue, isFound ? bracket.Halve(Halvings, Settles) : new Bracket(double.NaN, double.NaN));

        bool Settles(double learningRate) => !(GrowthFactor(context, network, entry, learningRate) > 1);
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
