using System.CommandLine;
using PluginLab.Host.Cli.Runs.Watching;
using PluginLab.Host.Execution;
using PluginLab.Host.Planning;
using PluginLab.Host.Storage;

namespace PluginLab.Host.Cli.Runs;

/// <summary><c>pluginlab run</c>: carries out a manifest, writes results and reports, and says by its exit code what came of it.</summary>
internal static class RunCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(IHostServices services)
    {
        ManifestOptions manifest = new();
        PlanningOptions planning = new();
        RunOptions options = new();
        Command command = new("run", "Run the experiments of a manifest; write results, figures and the report.");
        manifest.AddTo(command);
        planning.AddTo(command);
        options.AddTo(command);
        WatchOptions watching = new();
        watching.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (watching.IsWatching(parsed))
            {
                return await services.Get<WatchSession>().RunAsync(manifest.Watch(parsed), watching.WordsOfEachRun(parsed), cancellationToken);
            }

            using CancellationTokenSource stop = watching.StopOf(parsed, cancellationToken);
            PlanOptions planOptions = planning.ReadPlan(parsed);
            RunRequest request = options.Read(parsed, planning.ReadJobs(parsed));
            LoadedPlan loaded = manifest.Load(services, parsed, planOptions);
            return loaded.Diagnoses.HasErrors
                ? ExitCode.InvalidManifest
                : await Task.Run(() => Run(services, loaded, request, stop.Token), CancellationToken.None);
        });
        return command;
    }

    private static int Run(IHostServices services, LoadedPlan loaded, RunRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return services.Get<RunSession>().Run(loaded, request, cancellationToken);
        }
        catch (ResultsFolderException exception)
        {
            throw new UsageException(exception.Message);
        }
    }
}

/// <summary>How to run a plan.</summary>
/// <param name="Execution">How to carry it out.</param>
/// <param name="Output">Where results go.</param>
/// <param name="IsFullyChecked">Whether each run is carried out again to learn its solver's error.</param>
/// <param name="IsStrict">Whether an inconclusive verdict is a failure.</param>
/// <param name="IsJson">Whether the summary is written as JSON.</param>
internal sealed record RunRequest(ExecutionOptions Execution, string Output, bool IsFullyChecked, bool IsStrict, bool IsJson)
{
    /// <summary>The most bytes of managed memory of each run, which has a process of its own; null to carry out runs in this one.</summary>
    public long? MemoryPerProcess { get; init; }

    /// <summary>Whether what earlier runs with the same keys found is taken, and kept for later ones.</summary>
    public bool IsReusing { get; init; }
}
