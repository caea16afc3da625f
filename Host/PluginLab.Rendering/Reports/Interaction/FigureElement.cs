using System.Text;
using PluginLab.Figures;

namespace PluginLab.Rendering.Reports.Interaction;

/// <summary>What the page's script knows of a figure, as an element of the page, and its exchange, with drawing and thumbnail, in a page that is written already.</summary>
public static class FigureElement
{
    private const string Start = "<script type=\"application/json\">";
    private const string End = "</script>\n";
    private const string FigureEnd = "</figure>";

    /// <summary>A page in which one figure is drawn anew; the page itself if it does not hold the drawing.</summary>
    /// <param name="page">The page.</param>
    /// <param name="before">The bytes of the drawing that it holds.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="after">Its new drawing.</param>
    /// <param name="run">Name of its run, which prefixes the id of the drawing.</param>
    public static string Exchange(string page, ReadOnlySpan<byte> before, Figure figure, RenderedFigure after, string run)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(after);
        string drawing = Encoding.UTF8.GetString(before);
        int start = page.IndexOf(drawing, StringComparison.Ordinal);
        if (start < 0)
        {
            return page;
        }

        int end = page.IndexOf(FigureEnd, start, StringComparison.Ordinal);
        string rest = page[(start + drawing.Length)..end];
        int points = rest.IndexOf(Start, StringComparison.Ordinal);
        ReportedFigure reported = new(figure, after, "", "", "");
        string rootId = $"{run}-{reported.Figure.Id}";
        return $"{ExchangeThumbnail(page[..start], reported, rootId)}{Encoding.UTF8.GetString(after.Content.Span)}{(points < 0 ? rest : rest[..points])}{PointsOf(reported, rootId)}{page[end..]}";
    }

    private static string ExchangeThumbnail(string index, ReportedFigure figure, string rootId)
    {
        string last = RunIndex.ThumbnailEnd(rootId);
        int end = index.IndexOf(last, StringComparison.Ordinal);
        int start = end < 0 ? -1 : index.LastIndexOf(RunIndex.ThumbnailStart, end, StringComparison.Ordinal) + RunIndex.ThumbnailStart.Length;
        return start < 0 ? index : $"{index[..start]}{RunIndex.ThumbnailOf(figure, rootId)}{index[(end + last.Length)..]}";
    }

    /// <summary>The element with the points of a figure; empty for a drawing that is no SVG or says nothing of its layout.</summary>
    internal static string PointsOf(ReportedFigure figure, string rootId) =>
        figure.Drawing.MediaType == "image/svg+xml" && FigurePoints.Write(figure, rootId) is { } points ? $"{Start}{points}{End}" : "";
}
