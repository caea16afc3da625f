using System.CommandLine;

namespace PluginLab.Host.Cli.Figures;

/// <summary><c>pluginlab figures</c>: work on the figures that results keep, without running anything again.</summary>
internal static class FiguresCommand
{
    /// <summary>Creates the command with its subcommands.</summary>
    public static Command Create(IHostServices services) =>
        new("figures", "Work on the figures that results keep, without running anything again.") { ExportCommand.Create(services) };
}
