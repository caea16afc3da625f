using PluginLab.Host.Execution;
using PluginLab.Host.Planning;

namespace PluginLab.Host.Cli.Runs;

/// <summary>Carries out runs while the terminal shows where they stand.</summary>
internal sealed class ShownExecution(Terminal terminal, TimeProvider clock)
{
    /// <summary>Carries out all runs.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="runner">Carries out each.</param>
    /// <param name="options">How many at once, and when to stop.</param>
    /// <param name="store">What becomes of a record as soon as there is one; called from several threads at once.</param>
    /// <param name="cancellationToken">Cancelled to interrupt the runs.</param>
    /// <returns>What came of each run, in order.</returns>
    public IReadOnlyList<RunRecord> Execute(
        IReadOnlyList<PlannedRun> runs, IRunner runner, ExecutionOptions options, Func<RunRecord, RunRecord> store, CancellationToken cancellationToken)
    {
        PlanExecutor executor = new(runner);
        ProgressBoard board = new([.. runs.Select(run => run.Name)]);
        using CancellationTokenRegistration told = cancellationToken.Register(
            () => terminal.Error.WriteLine("Interrupted: waiting at most 10 s for the runs that go on."));
        using ExitGuard guard = new(terminal, board);
        Task<IReadOnlyList<RunRecord?>> work = Task.Run(
            () => executor.Execute(runs, options, store, board, cancellationToken), CancellationToken.None);
        ProgressDisplay.Show(board, work, terminal, clock);
        return [.. work.GetAwaiter().GetResult().Select((record, i) => record ?? RunRecord.NotBegun(runs[i]))];
    }
}
