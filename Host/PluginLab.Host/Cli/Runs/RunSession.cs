using System.Text;
using PluginLab.Host.Execution;
using PluginLab.Host.Planning;
using PluginLab.Host.Reporting;
using PluginLab.Host.Storage;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Cli.Runs;

/// <summary>Takes a plan through execution, storage and reports.</summary>
internal sealed class RunSession(PlanExecutor executor, Terminal terminal, TimeProvider clock)
{
    /// <summary>Runs a plan that is valid.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="ResultsFolderException">The results folder cannot be used; nothing was run.</exception>
    public int Run(LoadedPlan loaded, RunRequest request, CancellationToken cancellationToken)
    {
        DateTimeOffset start = clock.GetUtcNow();
        RunPlan plan = loaded.Plan;
        string[] names = [.. plan.Runs.Select(run => run.Name)];
        ResultsFolder folder = ResultsFolder.Open(request.Output, names);
        folder.Claim([.. plan.Manifest.Runs.Select(run => run.Name!.Value)], names);
        RunStore store = new(folder);
        ProgressBoard board = new([.. plan.Runs.Select(run => run.Name)]);
        using CancellationTokenRegistration told = cancellationToken.Register(
            () => terminal.Error.WriteLine("Interrupted: waiting at most 10 s for the runs that go on."));
        using ExitGuard guard = new(terminal, board);
        Task<IReadOnlyList<RunRecord?>> work = Task.Run(
            () => executor.Execute(plan.Runs, request.Execution, store.Store, board, cancellationToken), CancellationToken.None);
        ProgressDisplay.Show(board, work, terminal, clock);
        RunRecord[] records = [.. work.GetAwaiter().GetResult().Select((record, i) => record ?? RunRecord.NotBegun(plan.Runs[i]))];
        guard.Dispose();

        RunReport[] reports = [.. records.Select(RunReports.Create), .. plan.Blocked.Select(RunReports.Create)];
        folder.WriteFile("index.html", Encoding.UTF8.GetBytes(ReportPage.Write(reports)));
        folder.WriteFile("summary.md", Encoding.UTF8.GetBytes(SummaryPage.Write(reports)));
        folder.WriteFile("provenance.json", ProvenanceJson.Create(loaded, records, start, clock.GetUtcNow()));
        RunOutcome outcome = new(loaded, records, request, cancellationToken.IsCancellationRequested);
        RunSummary.Write(terminal, outcome);
        return outcome.ExitCode;
    }
}
