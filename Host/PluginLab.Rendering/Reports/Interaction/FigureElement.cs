using System.Text;
using PluginLab.Figures;

namespace PluginLab.Rendering.Reports.Interaction;

/// <summary>A drawing of a page and what takes its place.</summary>
/// <param name="Run">Name of the run, which prefixes the id of the drawing.</param>
/// <param name="Figure">What is drawn.</param>
/// <param name="Before">The bytes of the drawing that the page holds.</param>
/// <param name="After">The new drawing.</param>
public sealed record RedrawnFigure(string Run, Figure Figure, ReadOnlyMemory<byte> Before, RenderedFigure After);

/// <summary>What the page's script knows of a figure, as an element of the page, and the exchange of figures, with drawings and thumbnails, in a page that is written already.</summary>
public static class FigureElement
{
    private const string Start = "<script type=\"application/json\">";
    private const string End = "</script>\n";
    private const string FigureEnd = "</figure>";

    /// <summary>A page in which figures are drawn anew; those whose drawing it does not hold are left out.</summary>
    public static string Exchange(string page, IEnumerable<RedrawnFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(figures);
        StringBuilder html = new(page.Length);
        int written = 0;
        foreach (Part part in figures.SelectMany(figure => PartsOf(page, figure)).OrderBy(part => part.Start))
        {
            html.Append(page, written, part.Start - written).Append(part.Text);
            written = part.End;
        }

        return html.Append(page, written, page.Length - written).ToString();
    }

    /// <summary>The element with the points of a figure; empty for a drawing that is no SVG or says nothing of its layout.</summary>
    internal static string PointsOf(ReportedFigure figure, string rootId) =>
        figure.Drawing.MediaType == "image/svg+xml" && FigurePoints.Write(figure, rootId) is { } points ? $"{Start}{points}{End}" : "";

    /// <summary>A stretch of a page with the text that takes its place.</summary>
    private readonly record struct Part(int Start, int End, string Text);

    private static IEnumerable<Part> PartsOf(string page, RedrawnFigure redrawn)
    {
        string before = Encoding.UTF8.GetString(redrawn.Before.Span);
        int start = before.Length == 0 ? -1 : page.IndexOf(before, StringComparison.Ordinal);
        if (start < 0)
        {
            yield break;
        }

        ReportedFigure figure = new(redrawn.Figure, redrawn.After, "", "", "");
        string rootId = $"{redrawn.Run}-{figure.Figure.Id}";
        string last = RunIndex.ThumbnailEnd(rootId);
        int thumbnailEnd = page.IndexOf(last, 0, start, StringComparison.Ordinal);
        if (thumbnailEnd >= 0)
        {
            int thumbnail = page.LastIndexOf(RunIndex.ThumbnailStart, thumbnailEnd, StringComparison.Ordinal) + RunIndex.ThumbnailStart.Length;
            yield return new Part(thumbnail, thumbnailEnd + last.Length, RunIndex.ThumbnailOf(figure, rootId));
        }

        yield return new Part(start, start + before.Length, Encoding.UTF8.GetString(redrawn.After.Content.Span));
        int end = page.IndexOf(FigureEnd, start + before.Length, StringComparison.Ordinal);
        int points = page.IndexOf(Start, start + before.Length, end - start - before.Length, StringComparison.Ordinal);
        yield return new Part(points < 0 ? end : points, end, PointsOf(figure, rootId));
    }
}
