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
    private readonly IReadOnlyList<(FigureFiles Files, RenderedFigure Drawing)> drawings;

    private RedrawnRun(string folder, PlannedRun run, IReadOnlyList<(FigureFiles Files, RenderedFigure Drawing)> drawings)
    {
        (this.folder, this.run, this.drawings) = (folder, run, drawings);
        Changed =
        [
            .. from figure in drawings
               let before = BytesOf(PathOf(figure.Files, figure.Drawing))
               where !before.AsSpan().SequenceEqual(figure.Drawing.Content.Span)
               select new RedrawnFigure(run.Name, figure.Files.Stored.Figure, before, figure.Drawing),
        ];
    }

    /// <summary>The figures that look different now.</summary>
    public IReadOnlyList<RedrawnFigure> Changed { get; }

    /// <summary>Draws the figures of a run; nothing is written yet.</summary>
    /// <exception cref="UsageException">A figure cannot be drawn.</exception>
    public static RedrawnRun Draw(PlannedRun run, IReadOnlyList<FigureFiles> figures, string folder, FigureDrawer drawer) =>
        new(folder, run, [.. figures.Select(figure => (figure, drawer.Draw(figure.Stored, run.Style, run.Renderer?.Instance)))]);

    /// <summary>Writes the drawings and the sheet, where a drawing has changed.</summary>
    public void Write()
    {
        foreach ((FigureFiles files, RenderedFigure drawing) in drawings.Where(figure => Changed.Any(changed => ReferenceEquals(changed.After, figure.Drawing))))
        {
            OutputFiles.Write(folder, PathOf(files, drawing), drawing.Content.Span);
        }

        string report = $"runs/{run.Name}/{Report}";
        if (Changed.Count > 0 && File.Exists(Path.Combine(folder, report)))
        {
            OutputFiles.Write(folder, $"runs/{run.Name}/{Sheet}", Encoding.UTF8.GetBytes(ReportSheet.Write(ReadReport(report))));
        }
    }

    private RunReport ReadReport(string path)
    {
        Dictionary<string, ReportedFigure> figures = drawings.ToDictionary(
            figure => figure.Files.Stored.Figure.Id, figure => new ReportedFigure(figure.Files.Stored.Figure, figure.Drawing, PathOf(figure.Files, figure.Drawing), "", ""), StringComparer.Ordinal);
        try
        {
            return StoredReport.Read(BytesOf(path), run, figures);
        }
        catch (JsonException exception)
        {
            throw new UsageException($"'{path}' cannot be read as a report: {exception.Message.TrimEnd('.')}. Run again to write it anew.");
        }
    }

    private byte[] BytesOf(string path) => File.Exists(Path.Combine(folder, path)) ? File.ReadAllBytes(Path.Combine(folder, path)) : [];

    private static string PathOf(FigureFiles files, RenderedFigure drawing) => StoredFigures.PathOf(files.Stored) + drawing.FileExtension;
}
