using System.Text;
using System.Text.Json;
using PluginLab.Experiments;
using PluginLab.Host.Extensibility.Loading;
using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Execution.Isolation;

/// <summary>Carries out each run in a process of its own: whatever happens there, the host and the other runs go on.</summary>
/// <param name="plugins">The loaded plugins.</param>
/// <param name="manifestFolder">The folder of the manifest, in which tables are found.</param>
/// <param name="memory">The most bytes that the managed memory of a run may take.</param>
/// <param name="say">Receives the lines that runs write to their error streams.</param>
/// <param name="clock">Tells when patience ends.</param>
internal sealed class IsolatedRunner(IReadOnlyList<LoadedPlugin> plugins, string manifestFolder, long memory, Action<string> say, TimeProvider clock) : IRunner
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    public RunRecord Run(PlannedRun run, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return RunRecord.Interrupted(run);
        }

        using WorkerProcess worker = WorkerProcess.Start(WorkerRequest.Of(run, plugins, manifestFolder), memory, say);
        Conversation talk = new(worker.Messages, run, progress, clock);
        Task<RunRecord?> listening = Task.Factory.StartNew(talk.Listen, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return Wait(listening, worker, talk, run, cancellationToken)
            ?? (listening.IsCompleted ? listening.Result : null)
            ?? new RunRecord { Run = run, State = RunState.Failed, Failure = WorkerEnding.Describe(worker.End(), worker.LastLines) };
    }

    /// <summary>Waits until the process has told all, or there is no more patience with it.</summary>
    /// <returns>What to say of a run that was killed; null where the process ended by itself.</returns>
    private RunRecord? Wait(Task listening, WorkerProcess worker, Conversation talk, PlannedRun run, CancellationToken cancellationToken)
    {
        TimeSpan patience = Patience.For(run.Timeout);
        long? interrupted = null;
        long? ended = null;
        while (!listening.Wait(Glance, CancellationToken.None))
        {
            // A process that this one started may hold its pipe open.
            if (HasLasted(worker.HasEnded, ref ended, WorkerProcess.ForEnding))
            {
                return null;
            }

            bool isCancelled = cancellationToken.IsCancellationRequested;
            if (isCancelled && interrupted is null)
            {
                worker.AskToStop();
            }

            bool isLate = patience != Timeout.InfiniteTimeSpan && talk.SinceBegun > patience;
            if (HasLasted(isCancelled, ref interrupted, Patience.AfterInterruption) || isLate)
            {
                worker.Kill();
                return isLate ? new RunRecord { Run = run, State = RunState.Failed, Failure = Killed(run) } : RunRecord.Interrupted(run);
            }
        }

        return null;
    }

    private bool HasLasted(bool isSo, ref long? since, TimeSpan patience)
    {
        since ??= isSo ? clock.GetTimestamp() : null;
        return since is { } start && clock.GetElapsedTime(start) > patience;
    }

    private static RunFailure Killed(PlannedRun run) => new(
        $"The run was past its timeout of {NumberText.Of(run.Timeout!.Value.TotalSeconds)} s and did not respond; its process was stopped. Raise the timeout, or make the run smaller.");

    /// <summary>Listens to what a process tells.</summary>
    private sealed class Conversation(Stream messages, PlannedRun run, IProgress<double> progress, TimeProvider clock)
    {
        private long begun;

        public TimeSpan SinceBegun => Volatile.Read(ref begun) is var start and not 0 ? clock.GetElapsedTime(start) : TimeSpan.Zero;

        /// <summary>Listens to the end.</summary>
        /// <returns>What came of the run; null if the process ended before it told.</returns>
        public RunRecord? Listen()
        {
            while (WorkerMessage.Read(messages) is { } message)
            {
                switch (message.Kind)
                {
                    case WorkerMessageKind.Begun:
                        Volatile.Write(ref begun, clock.GetTimestamp());
                        break;
                    case WorkerMessageKind.Progress:
                        progress.Report(message.Fraction);
                        break;
                    case WorkerMessageKind.Failure:
                        return Failed($"The run could not begin in a process of its own: {Encoding.UTF8.GetString(message.Content)}");
                    default:
                        return Read(message.Content);
                }
            }

            return null;
        }

        private RunRecord Read(byte[] content)
        {
            try
            {
                return RecordJson.Read(content, run);
            }
            catch (JsonException exception)
            {
                return Failed($"What the process of the run told cannot be read: {exception.Message}");
            }
        }

        private RunRecord Failed(string summary) => new() { Run = run, State = RunState.Failed, Failure = new(summary) };
    }
}
