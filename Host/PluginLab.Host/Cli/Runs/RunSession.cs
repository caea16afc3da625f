using System.Text;
using PluginLab.Host.Execution;
using PluginLab.Host.Execution.Budgets;
using PluginLab.Host.Execution.Isolation;
using PluginLab.Host.Extensibility.Loading;
using PluginLab.Host.Planning;
using PluginLab.Host.Planning.Tables;
using PluginLab.Host.Reporting;
using PluginLab.Host.Storage;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Cli.Runs;

/// <summary>Takes a plan through execution, storage and reports.</summary>
internal sealed class RunSession(PatientRunner runner, ShownExecution execution, Terminal terminal, TimeProvider clock)
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
        IRunner chosen = Choose(loaded, request, folder.Store);
        IReadOnlyList<RunRecord> records = execution.Execute(plan.Runs, chosen, request.Execution, store.Store, cancellationToken);

        RunReport[] reports = [.. records.Select(RunReports.Create), .. plan.Blocked.Select(RunReports.Create)];
        folder.WriteFile("index.html", Encoding.UTF8.GetBytes(ReportPage.Write(reports)));
        folder.WriteFile("summary.md", Encoding.UTF8.GetBytes(SummaryPage.Write(reports)));
        folder.WriteFile("provenance.json", ProvenanceJson.Create(loaded, records, start, clock.GetUtcNow()));
        folder.Store.Prune();
        RunOutcome outcome = new(loaded, records, request.IsStrict, cancellationToken.IsCancellationRequested);
        RunSummary.Write(terminal, outcome, request);
        return outcome.ExitCode;
    }

    private IRunner Choose(LoadedPlan loaded, RunRequest request, RecordStore store)
    {
        string folder = loaded.Plan.Manifest.Folder;
        IReadOnlyList<LoadedPlugin> plugins = loaded.Plugins.Plugins;
        IRunner one = request.MemoryPerProcess is { } memory ? new IsolatedRunner(plugins, folder, memory, terminal.Error.WriteLine, clock) : runner;
        IRunner whole = request.IsFullyChecked ? new FullyCheckedRunner(one, new IntegratorVariants(loaded.Plugins.Registry, new CsvTableReader(folder))) : one;
        return request.IsReusing ? new ReusingRunner(whole, new RunKey(plugins, folder), request.IsFullyChecked, store) : whole;
    }
}
