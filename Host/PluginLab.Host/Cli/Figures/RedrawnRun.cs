using System.Text;
using System.Text.Json;
using PluginLab.Figures;
using PluginLab.Host.Planning;
using PluginLab.Host.Reporting;
using PluginLab.Host.Storage;
using PluginLab.Rendering.Reports;
using PluginLab.Rendering.Reports.Interaction;

namespace PluginLab.Host.Cli.Figures;

/// <summary>The figures of a run, drawn anew by the renderer that the run has, with the sheet that shows them all.</summary>
internal sealed class RedrawnRun
{
    private const string Report = "report.json";
    private const string Sheet = "report.svg";

    private readonly string folder;
    private readonly PlannedRun run;
    private readonly IReadOnlyList<Redrawing> drawings;

    private RedrawnRun(string folder, PlannedRun run, IReadOnlyList<Redrawing> drawings) => (this.folder, this.run, this.drawings) = (folder, run, drawings);

    /// <summary>The figures that look different now.</summary>
    public IEnumerable<RedrawnFigure> Changed => drawings.Where(figure => figure.IsChanged)
        .Select(figure => new RedrawnFigure(run.Name, figure.Stored, figure.Before, figure.Drawing));

    /// <summary>Draws the figures of a run; nothing is written yet.</summary>
    /// <exception cref="UsageException">A figure cannot be drawn.</exception>
    public static RedrawnRun Draw(PlannedRun run, IReadOnlyList<FigureFiles> figures, string folder, FigureDrawer drawer) =>
        new(folder, run, [.. figures.Select(figure => Redrawing.Of(figure, drawer.Draw(figure.Stored, run.Style, run.Renderer?.Instance), folder))]);

    /// <summary>Writes the drawings that have changed, and with them the sheet and the warnings of the report.</summary>
    public void Write()
    {
        Redrawing[] changed = [.. drawings.Where(figure => figure.IsChanged)];
        foreach (Redrawing figure in changed)
        {
            OutputFiles.Write(folder, figure.Path, figure.Drawing.Content.Span);
        }

        string path = Path.Combine(folder, $"runs/{run.Name}/{Report}");
        if (changed.Length > 0 && File.Exists(path))
        {
            byte[] report = File.ReadAllBytes(path);
            OutputFiles.Write(folder, $"runs/{run.Name}/{Sheet}", Encoding.UTF8.GetBytes(ReportSheet.Write(Read(report))));
            OutputFiles.Write(folder, $"runs/{run.Name}/{Report}", StoredWarnings.Exchange(report, drawings.ToDictionary(figure => figure.Stored.Id, figure => figure.Drawing.Warnings, StringComparer.Ordinal)));
        }
    }

    private RunReport Read(byte[] report)
    {
        Dictionary<string, ReportedFigure> figures = drawings.ToDictionary(
            figure => figure.Stored.Id, figure => new ReportedFigure(figure.Stored, figure.Drawing, figure.Path, "", ""), StringComparer.Ordinal);
        try
        {
            return StoredReport.Read(report, run, figures);
        }
        catch (JsonException exception)
        {
            throw new UsageException($"'runs/{run.Name}/{Report}' cannot be read as a report: {exception.Message.TrimEnd('.')}. Run again to write it anew.");
        }
    }

    /// <summary>A figure with its new drawing and the file that holds the one before.</summary>
    private sealed record Redrawing(Figure Stored, string Path, byte[] Before, RenderedFigure Drawing)
    {
        public bool IsChanged => !Before.AsSpan().SequenceEqual(Drawing.Content.Span);

        public static Redrawing Of(FigureFiles files, RenderedFigure drawing, string folder)
        {
            string path = StoredFigures.PathOf(files.Stored) + drawing.FileExtension, full = System.IO.Path.Combine(folder, path);
            return new(files.Stored.Figure, path, File.Exists(full) ? File.ReadAllBytes(full) : [], drawing);
        }
    }
}
