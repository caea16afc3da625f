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
        Command command = new("redraw", "Give the figures of results, and those in index.html, the style that the manifest has now. Nothing is run again; report.svg of a run stays as it was.");
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
        Dictionary<string, PlannedRun> runs = loaded.Plan.Runs.ToDictionary(run => run.Name, StringComparer.Ordinal);
        FigureFiles[] figures = [.. FigureSelection.ReadAll(folder).Where(figure => figure.Drawing is not null && runs.ContainsKey(figure.Stored.Run))];
        string page = Path.Combine(folder, Page);
        string? html = File.Exists(page) ? File.ReadAllText(page) : null;
        FigureDrawer drawer = new(services.Get<IFigureRenderer>(), services.Terminal);
        int redrawn = 0;
        foreach (FigureFiles figure in figures)
        {
            RenderedFigure drawing = drawer.Draw(figure.Stored, runs[figure.Stored.Run].Style);
            if (!drawing.Content.Span.SequenceEqual(figure.Drawing))
            {
                OutputFiles.Write(folder, $"{StoredFigures.PathOf(figure.Stored)}.svg", drawing.Content.Span);
                html = html is null ? null : FigureElement.Exchange(html, figure.Drawing, figure.Stored.Figure, drawing, figure.Stored.Run);
                redrawn++;
            }
        }

        if (html is not null && redrawn > 0)
        {
            OutputFiles.Write(folder, Page, Encoding.UTF8.GetBytes(html));
        }

        services.Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{redrawn} of {figures.Length} figures redrawn in {folder}"));
        return ExitCode.Success;
    }
}
