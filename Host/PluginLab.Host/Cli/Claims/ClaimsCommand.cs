using System.CommandLine;
using PluginLab.Host.Cli.Runs;
using PluginLab.Host.Planning;

namespace PluginLab.Host.Cli.Claims;

/// <summary><c>pluginlab claims</c>: every claim of a manifest with prediction, measurement and verdict, on demand under its negative control.</summary>
internal static class ClaimsCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(IHostServices services)
    {
        ManifestOptions manifest = new();
        PlanningOptions planning = new();
        Option<bool> controls = new("--controls") { Description = "Run each claim's negative control too; a claim that survives it is vacuous, and an error." };
        Option<bool> json = new("--json") { Description = "Write JSON." };
        Command command = new("claims", "Run the experiments of a manifest and list every claim: source, prediction, measurement, verdict. Writes no files.");
        manifest.AddTo(command);
        planning.AddTo(command);
        command.Options.Add(controls);
        command.Options.Add(json);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            PlanOptions planOptions = planning.ReadPlan(parsed);
            ClaimsRequest request = new(planning.ReadJobs(parsed), parsed.GetValue(controls), parsed.GetValue(json));
            LoadedPlan loaded = manifest.Load(services, parsed, planOptions);
            return loaded.Diagnoses.HasErrors
                ? ExitCode.InvalidManifest
                : await Task.Run(() => services.Get<ClaimsSession>().Run(loaded, request, cancellationToken), CancellationToken.None);
        });
        return command;
    }
}

/// <summary>How to list claims.</summary>
/// <param name="Jobs">How many runs go on at once.</param>
/// <param name="HasControls">Whether each claim is put to its control.</param>
/// <param name="IsJson">Whether the list is written as JSON.</param>
internal sealed record ClaimsRequest(int Jobs, bool HasControls, bool IsJson);
