using System.CommandLine;
using PluginLab.Host.Planning;

namespace PluginLab.Host.Cli;

/// <summary><c>pluginlab validate</c>: everything that is wrong with a manifest, without running it.</summary>
internal static class ValidateCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(IHostServices services)
    {
        ManifestOptions manifest = new();
        Command command = new("validate", "Check a manifest, with the parameters of every run, without running it.");
        manifest.AddTo(command);
        command.SetAction(parsed =>
        {
            LoadedPlan loaded = manifest.Load(services, parsed, new PlanOptions());
            foreach (BlockedRun run in loaded.Plan.Blocked)
            {
                services.Terminal.Error.WriteLine($"{run.Entry.Place.Where}: warning: run \"{run.Name}\" cannot be checked. {run.Reason}");
            }

            if (!loaded.Diagnoses.HasErrors)
            {
                services.Terminal.Out.WriteLine($"{loaded.Plan.Manifest.Path}: {loaded.Plan.Runs.Count} runs are valid.");
            }

            return ExitCode.Combine([
                loaded.Diagnoses.HasErrors ? ExitCode.InvalidManifest : ExitCode.Success,
                loaded.HasPluginErrors ? ExitCode.PluginFailure : ExitCode.Success]);
        });
        return command;
    }
}
