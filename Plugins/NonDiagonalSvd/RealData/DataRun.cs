using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.Plugins.NonDiagonalSvd.Modes;
using PluginLab.Plugins.NonDiagonalSvd.Rotation;
using PluginLab.Plugins.NonDiagonalSvd.Targets;

namespace PluginLab.Plugins.NonDiagonalSvd.RealData;

/// <summary>The same network trained on the data themselves and on Σ = XᵀY, from the same start.</summary>
internal sealed record DataRun
{
    /// <summary>The network on Σ.</summary>
    public required LinearNetwork Network { get; init; }

    /// <summary>The singular basis of Σ.</summary>
    public required SingularBasis Basis { get; init; }

    /// <summary>Training on the data.</summary>
    public required Trajectory OnData { get; init; }

    /// <summary>Training on Σ.</summary>
    public required Trajectory OnTarget { get; init; }

    /// <summary>The largest entry of the difference of the products at each saved time, over s₁.</summary>
    public required IReadOnlyList<double> Deviations { get; init; }

    /// <summary>The largest of them; NaN if one is.</summary>
    public double Largest => Deviations.Aggregate(0.0, Math.Max);

    /// <summary>Trains both.</summary>
    /// <param name="context">Context of the run.</param>
    /// <param name="task">The start.</param>
    /// <param name="inputs">X, N × n; whitened or not.</param>
    /// <param name="method">How both are trained.</param>
    public static DataRun Solve(ExperimentContext context, LearningTask task, Matrix inputs, TrainingMethod method)
    {
        var onData = new DataNetwork(inputs, task.Samples!.Whitened.Outputs, task.Widths);
        LinearNetwork network = onData.OnTarget;
        Trajectory first = Train(onData);
        Trajectory second = Train(network);
        var basis = SingularBasis.Of(network.Target);
        return new()
        {
            Network = network,
            Basis = basis,
            OnData = first,
            OnTarget = second,
            Deviations = [.. Enumerable.Range(0, first.Count).Select(i =>
                network.Product(first.State(i)).Subtract(network.Product(second.State(i))).LargestMagnitude() / basis.Values[0])],
        };

        Trajectory Train(IDynamicsSystem system)
        {
            var problem = new InitialValueProblem(method.Rule(system), network.State([task.Encoder, task.Decoder]), 0, method.EndTime);
            return context.SolveWith(method.Integrator, problem, method.SaveAt).Trajectory;
        }
    }
}
