using PluginLab.Experiments;
using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Execution;

/// <summary>Carries out a run on a thread of its own, which is left behind where the experiment does not stop when told to.</summary>
internal sealed class PatientRunner(ExperimentRunner runner) : IRunner
{
    /// <inheritdoc/>
    public RunRecord Run(PlannedRun run, IProgress<double> progress, CancellationToken cancellationToken)
    {
        // A long-running task has a background thread of its own: the pool would let more jobs than cores wait.
        Task<RunRecord> work = Task.Factory.StartNew(
            () => runner.Run(run, progress, cancellationToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return work.Wait((int)Patience.For(run.Timeout).TotalMilliseconds, cancellationToken) ? work.Result : Abandoned(run);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return work.Wait((int)Patience.AfterInterruption.TotalMilliseconds, CancellationToken.None) ? work.Result : RunRecord.Interrupted(run);
        }
    }

    private static RunRecord Abandoned(PlannedRun run) => new()
    {
        Run = run,
        State = RunState.Failed,
        Failure = new($"The run is past its timeout of {NumberText.Of(run.Timeout!.Value.TotalSeconds)} s and does not respond; it was left behind. "
            + "Its experiment must look at the cancellation token."),
    };
}
