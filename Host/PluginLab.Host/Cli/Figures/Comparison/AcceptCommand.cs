using System.CommandLine;
using PluginLab.Host.Figures;
using PluginLab.Host.Figures.Comparison;
using PluginLab.Host.Storage;
using PluginLab.Rendering.Reports.Comparisons;

namespace PluginLab.Host.Cli.Figures.Comparison;

/// <summary><c>pluginlab figures accept</c>: makes the figures of results the approved ones, with which later ones are compared.</summary>
internal static class AcceptCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(IHostServices services)
    {
        FigureSelection selection = new();
        Option<string> target = new("--to") { Description = "The folder of approved figures.", HelpName = "DIR", DefaultValueFactory = _ => "figures.approved" };
        Command command = new("accept", "Make the figures of results the approved ones; without --filter, those that results no longer hold are removed.");
        selection.AddTo(command);
        command.Options.Add(target);
        command.SetAction((parsed, _) => Task.Run(() => Run(
            services, selection.Read(parsed), UsageException.RequirePath("--to", parsed.GetRequiredValue(target)), selection.IsPartial(parsed))));
        return command;
    }

    private static int Run(IHostServices services, IReadOnlyList<FigureFiles> chosen, string target, bool isPartial)
    {
        IReadOnlyList<FigureFiles> approved = Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() ? FigureSelection.ReadAll(target) : [];
        HashSet<string> names = [.. chosen.Select(figure => figure.Stored.Name())];
        FigureFiles[] concerned = isPartial ? [.. approved.Where(figure => names.Contains(figure.Stored.Name()))] : [.. approved];
        foreach (FigureFiles gone in concerned.Where(figure => !names.Contains(figure.Stored.Name())))
        {
            StoredFigures.Delete(target, gone.Stored);
        }

        foreach (FigureFiles figure in chosen)
        {
            string path = StoredFigures.PathOf(figure.Stored);
            OutputFiles.Write(target, path + StoredFigure.Extension, figure.Model);
            if (figure.Drawing is { } drawing)
            {
                OutputFiles.Write(target, $"{path}.svg", drawing);
            }
        }

        IReadOnlyList<ComparedFigure> changes = FigureComparison.Compare(concerned, chosen, tolerance: 0);
        ComparisonTable.Write(services.Terminal.Out, changes);
        services.Terminal.Error.WriteLine($"approved: {target}");
        return ExitCode.Success;
    }
}
