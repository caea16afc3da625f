using System.CommandLine;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Extensibility.Checking;

namespace PluginLab.Host.Cli;

/// <summary><c>pluginlab plugins check DIR</c>: loads plugins and holds each component to its contract.</summary>
internal static class PluginsCommand
{
    /// <summary>Creates the command with its subcommands.</summary>
    public static Command Create(IHostServices services)
    {
        Argument<string> folder = new("DIR") { Description = "The folder of a plugin, or a folder of such folders." };
        Command check = new("check", "Load the plugins of a folder and hold every component to its contract; one line per problem.") { folder };
        check.SetAction((parsed, cancellationToken) =>
            Task.Run(() => Check(services, UsageException.RequirePath("DIR", parsed.GetRequiredValue(folder)), cancellationToken), CancellationToken.None));
        return new Command("plugins", "Work on plugins.") { check };
    }

    private static int Check(IHostServices services, string folder, CancellationToken cancellationToken)
    {
        CheckReport report = services.Get<PluginChecker>().Check(folder, cancellationToken);
        TextWriter writer = services.Terminal.Out;
        foreach (Diagnosis diagnosis in report.Diagnoses)
        {
            writer.WriteLine(diagnosis);
        }

        int errors = report.Diagnoses.Count(diagnosis => diagnosis.IsError);
        int warnings = report.Diagnoses.Count - errors;
        writer.WriteLine($"{Count(report.PluginCount, "plugin")} loaded, {Count(report.ComponentCount, "component")} checked: {Count(errors, "error")}, {Count(warnings, "warning")}");
        return cancellationToken.IsCancellationRequested ? ExitCode.Interrupted
            : errors > 0 ? ExitCode.PluginFailure
            : ExitCode.Success;
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
