using System.CommandLine;
using PluginLab.Host.Extensibility;

namespace PluginLab.Host.Cli.Components;

/// <summary><c>pluginlab list</c>: everything that the loaded plugins offer.</summary>
internal static class ListCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(IHostServices services)
    {
        PluginOptions plugins = new();
        Option<bool> json = new("--json") { Description = "Write JSON." };
        Command command = new("list", "List experiments, systems, integrators and renderers, and the plugin that each comes from.");
        plugins.AddTo(command);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            PluginLoadReport report = plugins.Load(services, parsed);
            if (parsed.GetValue(json))
            {
                ComponentListing.WriteJson(services.Terminal.Out, report);
            }
            else
            {
                ComponentListing.WriteText(services.Terminal.Out, report.Registry);
            }

            return ExitCode.Success;
        });
        return command;
    }
}
