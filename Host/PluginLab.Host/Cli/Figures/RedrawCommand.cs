using System.CommandLine;
using System.Globalization;
using System.Text;
using PluginLab.Figures;
using PluginLab.Host.Planning;
using PluginLab.Host.Storage;
using PluginLab.Rendering.Reports.Interaction;

namespace PluginLab.Host.Cli.Figures;

/// <summary><c>pluginlab figures redraw</c>: gives stored figures the style that the manifest has now, without running anything again.</summary>
internal static class RedrawCommand
{
    private const string Page = "index.html";

    /// <summary>Creates the command.</summary>
    public static Command Create(IHostServices services)
    {
        ManifestOptions manifest = new();
        Option<string> results = new("--results") { Description = "The results folder.", HelpName = "DIR", DefaultValueFactory = _ => "results" };
        Command command = new("redraw", "Give the figures of results, those in index.html and the sheets of runs, the style that the manifest has now. Nothing is run again.");
        manifest.AddTo(command);
        command.Options.Add(results);
        command.SetAction((parsed, _) => Task.Run(() =>
        {
            string folder = UsageException.RequirePath("--results", parsed.GetRequiredValue(results));
            LoadedPlan loaded = manifest.Load(services, parsed, new PlanOptions());
            return loaded.Diagnoses.HasErrors ? ExitCode.InvalidManifest : Run(services, loaded, folder);
        }));
        return command;
    }

    private static int Run(IHostServices services, LoadedPlan loaded, string folder)
    {
        Dictionary<string, PlannedRun> runs = loaded.Plan.Runs.Where(run => run.Renderer is not null).ToDictionary(run => run.Name, StringComparer.Ordinal);
        FigureFiles[] figures = [.. FigureSelection.ReadAll(folder).Where(figure => runs.ContainsKey(figure.Stored.Run))];
        FigureDrawer drawer = new(services.Get<IFigureRenderer>(), services.Terminal);
        List<RedrawnFigure> redrawn = [];
        foreach (IGrouping<string, FigureFiles> run in figures.GroupBy(figure => figure.Stored.Run))
        {
            RedrawnRun drawn = RedrawnRun.Draw(runs[run.Key], [.. run], folder, drawer);
            redrawn.AddRange(drawn.Changed);
            drawn.Write();
        }

        string page = Path.Combine(folder, Page);
        if (redrawn.Count > 0 && File.Exists(page))
        {
            OutputFiles.Write(folder, Page, Encoding.UTF8.GetBytes(FigureElement.Exchange(File.ReadAllText(page), redrawn)));
        }

        services.Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{redrawn.Count} of {figures.Length} figures redrawn in {folder}"));
        return ExitCode.Success;
    }
}
