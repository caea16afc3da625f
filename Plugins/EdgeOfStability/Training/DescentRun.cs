using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.EdgeOfStability.Training;

/// <summary>Gradient descent on a two-layer network, with the sharpness after every step.</summary>
/// <param name="Network">The network.</param>
/// <param name="LearningRate">η.</param>
/// <param name="HasDiverged">Whether descent left the numbers.</param>
/// <param name="Path">The iterates; those before it diverged.</param>
/// <param name="Sharpness">The largest eigenvalue of the Hessian of the network's own loss at each iterate, whatever a control does to its flow.</param>
internal sealed record DescentRun(LinearNetwork Network, double LearningRate, bool HasDiverged, Trajectory Path, IReadOnlyList<double> Sharpness)
{
    private const double SharpnessTolerance = 1e-7;

    // Weights beyond so many times those of a balanced minimum are on their way to infinity.
    private const double LargestWeight = 10;

    /// <summary>2/η: the edge of stability.</summary>
    public double Edge => 2 / LearningRate;

    /// <summary>The numbers of the iterates.</summary>
    public IReadOnlyList<double> Steps => [.. Enumerable.Range(0, Path.Count).Select(step => (double)step)];

    /// <summary>The sharpness at the start, over 2/η.</summary>
    public double InitialStability => Sharpness[0] / Edge;

    /// <summary>The sharpness at the end, over 2/η; NaN if descent did not get there.</summary>
    public double FinalStability => FinalSharpness / Edge;

    /// <summary>The sharpness at the end; NaN if descent did not get there.</summary>
    public double FinalSharpness => HasDiverged ? double.NaN : Sharpness[^1];

    public static DescentRun Train(ExperimentContext context, LinearNetwork network, double[] start, double learningRate, int steps)
    {
        InitialValueProblem problem = new(network, start, 0, steps * learningRate);
        Solution solution = context.SolveWith(StepIntegrators.GradientDescent(learningRate), problem, SaveAt.EveryStep);
        Trajectory path = solution.IsSuccessful ? solution.Trajectory : Bounded(solution.PartialTrajectory, LargestWeight * Math.Sqrt(network.Target.LargestMagnitude()));
        return new(network, learningRate, !solution.IsSuccessful, path, [.. Enumerable.Range(0, path.Count).Select(i => PluginLab.Numerics.Observables.Sharpness.At(network, path.State(i), SharpnessTolerance).Value)]);
    }

    /// <summary>An entry of the product after every step.</summary>
    public IReadOnlyList<double> Product(Entry entry) => Path.Observe(NetworkObservables.Entry(Network, entry.Row, entry.Column));

    private static Trajectory Bounded(Trajectory path, double largest)
    {
        double[][] states = [.. Enumerable.Range(0, path.Count).Select(i => path.State(i).ToArray()).TakeWhile(state => state.All(weight => Math.Abs(weight) <= largest))];
        return new(path.Times.Take(states.Length), states);
    }
}
