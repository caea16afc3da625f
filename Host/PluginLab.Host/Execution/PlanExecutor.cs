using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Execution;

/// <summary>Carries out a plan on several threads.</summary>
internal sealed class PlanExecutor(IRunner runner)
{
    /// <summary>Carries out all runs; each is stored as soon as it ended.</summary>
    /// <param name="runs">The runs, which begin in this order.</param>
    /// <param name="options">How.</param>
    /// <param name="store">Stores what came of a run and returns it, with what became of storing; called from several threads at once.</param>
    /// <param name="board">Learns where each run stands.</param>
    /// <param name="cancellationToken">Cancelled to interrupt the runs.</param>
    /// <returns>What came of each run, in the order of the plan; null for runs that were not begun.</returns>
    public IReadOnlyList<RunRecord?> Execute(
        IReadOnlyList<PlannedRun> runs, ExecutionOptions options, Func<RunRecord, RunRecord> store, ProgressBoard board, CancellationToken cancellationToken)
    {
        RunRecord?[] records = new RunRecord?[runs.Count];
        int next = -1;
        bool isStopped = false;
        void Work()
        {
            for (int i = Interlocked.Increment(ref next); i < runs.Count; i = Interlocked.Increment(ref next))
            {
                if (Volatile.Read(ref isStopped) || cancellationToken.IsCancellationRequested)
                {
                    return;
                }

                RunRecord record = store(runner.Run(runs[i], board.Begin(i), cancellationToken));
                records[i] = record;
                board.End(i);
                if (options.IsFailFast && IsBad(record))
                {
                    Volatile.Write(ref isStopped, true);
                }
            }
        }

        // Long-running tasks have threads of their own: the pool would let more jobs than cores wait.
        Task[] workers = [.. Enumerable.Range(0, Math.Min(options.Jobs, runs.Count)).Select(_ => Task.Factory.StartNew(
            Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Task.WaitAll(workers, CancellationToken.None);
        return records;
    }

    private static bool IsBad(RunRecord record) => record.State == RunState.Failed || record.Result.Claims.Any(VerdictRule.IsUnexpected);
}

/// <summary>How a plan is carried out.</summary>
/// <param name="Jobs">How many runs go on at once; at least 1.</param>
/// <param name="IsFailFast">Whether to begin no more runs after one that failed or has an unexpected verdict.</param>
internal sealed record ExecutionOptions(int Jobs, bool IsFailFast);
