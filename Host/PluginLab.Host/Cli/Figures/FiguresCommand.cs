using System.CommandLine;
using PluginLab.Host.Cli.Figures.Comparison;

namespace PluginLab.Host.Cli.Figures;

/// <summary><c>pluginlab figures</c>: work on the figures that results keep, without running anything again.</summary>
internal static class FiguresCommand
{
    /// <summary>Creates the command with its subcommands.</summary>
    public static Command Create(IHostServices services)
    {
        Command[] commands = [ExportCommand.Create(services), DiffCommand.Create(services), AcceptCommand.Create(services), RedrawCommand.Create(services)];
        Command figures = new("figures", "Work on the figures that results keep, without running anything again.");
        foreach (Command command in commands)
        {
            figures.Add(command);
        }

        return figures;
    }
}
