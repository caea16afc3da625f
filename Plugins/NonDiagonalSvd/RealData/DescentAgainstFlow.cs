using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.Plugins.NonDiagonalSvd.Rotation;
using PluginLab.Plugins.NonDiagonalSvd.Targets;

namespace PluginLab.Plugins.NonDiagonalSvd.RealData;

/// <summary>How far gradient descent on the data is from the flow of Σ, at a learning rate and at half of it.</summary>
/// <param name="Times">The saved times, which for descent are η times the step.</param>
/// <param name="Whole">The largest entry of the difference of the products over s₁, at each time.</param>
/// <param name="Halved">The same at half of the learning rate.</param>
internal sealed record DescentAgainstFlow(IReadOnlyList<double> Times, IReadOnlyList<double> Whole, IReadOnlyList<double> Halved)
{
    /// <summary>Share of the largest stable learning rate: small enough that the difference is of first order to a few percent.</summary>
    private const double ShareOfLimit = 0.01;

    /// <summary>The largest difference over the one at half of the learning rate: 2 to first order.</summary>
    public double Ratio => Whole.Max() / Halved.Max();

    /// <summary>Trains on the data at both learning rates.</summary>
    /// <param name="context">Context of the run.</param>
    /// <param name="task">The start.</param>
    /// <param name="flow">The flow of Σ.</param>
    /// <param name="endTime">Where it ends.</param>
    public static DescentAgainstFlow Solve(ExperimentContext context, LearningTask task, DataRun flow, double endTime)
    {
        return new(flow.OnTarget.Times, Differences(1), Differences(2));

        double[] Differences(int divisor)
        {
            var onData = new DataNetwork(task.Samples!.Whitened.Inputs, task.Samples.Whitened.Outputs, task.Widths);
            var method = TrainingMethod.Descent(flow.Basis.Values[0], endTime, ShareOfLimit, divisor);
            var problem = new InitialValueProblem(onData, task.InitialState, 0, method.EndTime);
            Trajectory descent = context.SolveWith(method.Integrator, problem, method.SaveAt).Trajectory;
            return [.. Enumerable.Range(0, descent.Count).Select(i =>
                flow.Network.Product(descent.State(i)).Subtract(flow.Network.Product(flow.OnTarget.State(i))).LargestMagnitude() / flow.Basis.Values[0])];
        }
    }
}
