using PluginLab.Experiments;
using PluginLab.Plugins.NonDiagonalSvd.Learning;
using PluginLab.Plugins.NonDiagonalSvd.Rotation;

namespace PluginLab.Plugins.NonDiagonalSvd.RealData;

/// <summary>Training on the data against training on Σ: by flow, by descent, and without whitening.</summary>
/// <param name="Flow">Gradient flow, whitened inputs.</param>
/// <param name="Descent">Gradient descent, whitened inputs.</param>
/// <param name="Unwhitened">Gradient flow, inputs as given; null if those are white already.</param>
/// <param name="AgainstFlow">Gradient descent on the whitened data against the flow of Σ.</param>
/// <param name="IsIdentity">Whether the whitened inputs are the identity, so that the outputs are Σ itself and there is nothing to compare.</param>
internal sealed record DataRuns(DataRun Flow, DataRun Descent, DataRun? Unwhitened, DescentAgainstFlow AgainstFlow, bool IsIdentity)
{
    private const double Rounding = 1e-14;

    /// <summary>Trains all of them.</summary>
    public static DataRuns Solve(ExperimentContext context, LearningRun run)
    {
        Targets.Samples samples = run.Task.Samples!;
        TrainingMethod flow = TrainingMethod.Flow(context.Integrator, run.EndTime);
        var onWhitened = DataRun.Solve(context, run.Task, samples.Whitened.Inputs, flow);
        return new(
            onWhitened,
            DataRun.Solve(context, run.Task, samples.Whitened.Inputs, TrainingMethod.Descent(run.Basis.Values[0], run.EndTime)),
            samples.IsGivenWhite ? null : DataRun.Solve(context, run.Task, samples.UnwhitenedInputs, flow),
            DescentAgainstFlow.Solve(context, run.Task, onWhitened, run.EndTime),
            AreIdentity(samples.Whitened.Inputs));
    }

    private static bool AreIdentity(Matrix inputs) =>
        inputs.Rows == inputs.Columns && inputs.Subtract(Matrix.Diagonal([.. Enumerable.Repeat(1.0, inputs.Rows)])).LargestMagnitude() <= Rounding;
}
