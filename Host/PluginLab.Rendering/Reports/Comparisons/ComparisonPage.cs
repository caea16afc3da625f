using System.Globalization;
using System.Text;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Reports.Comparisons;

/// <summary>Two sets of figures side by side, with their difference, as one static page of HTML that also parses as XML: no script, no external source, works from a file.</summary>
/// <remarks>Drawings are images of their own, so that their ids cannot clash; the overlay shows black where both are the same.</remarks>
public static class ComparisonPage
{
    private const string Style =
        """
        .sides{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:16px;margin-top:16px}.sides figure{margin:0}.sides img{display:block;width:100%;height:auto;border:1px solid var(--line)}
        main{max-width:1500px}.overlay{display:grid;isolation:isolate;background:#000}.overlay img{grid-area:1/1}.overlay img+img{mix-blend-mode:difference}.none{color:var(--soft)}

        """;

    /// <summary>Writes the page.</summary>
    /// <param name="before">Name of the first set.</param>
    /// <param name="after">Name of the second set.</param>
    /// <param name="figures">All figures of both; those that are the same are counted only.</param>
    public static string Write(string before, string after, IReadOnlyList<ComparedFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        StringBuilder html = new();
        ComparedFigure[] differing = [.. figures.Where(figure => figure.State != FigureState.Same)];
        html.Append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'\"/>\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n")
            .Append("<title>PluginLab: figures compared</title>\n<style>\n").Append(ReportStyle.Text).Append(Style).Append("</style>\n</head>\n<body>\n<main>\n")
            .Append($"<h1>Figures of {Characters.Escape(before)} and {Characters.Escape(after)}</h1>\n<p class=\"sub\">{Characters.Escape(ComparisonWords.Summary(figures))}</p>\n");
        foreach (ComparedFigure figure in differing)
        {
            WriteFigure(figure, before, after, html);
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteFigure(ComparedFigure figure, string before, string after, StringBuilder html)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>{Characters.Escape(figure.Name)} <span class=\"name\">{ComparisonWords.Of(figure.State)}</span></h2>\n");
        if (figure.Changes.Count > 0)
        {
            html.Append("<table><thead><tr><th>series</th><th class=\"n\">largest relative change</th><th>besides</th></tr></thead><tbody>\n");
            foreach (SeriesChange change in figure.Changes)
            {
                html.Append($"<tr><td>{Characters.Escape(change.Name)}</td><td class=\"n\">{ComparisonWords.Amount(change.Largest)}</td><td>{Characters.Escape(change.Remark ?? "")}</td></tr>\n");
            }

            html.Append("</tbody></table>\n");
        }

        html.Append("<div class=\"sides\">\n");
        WriteSide(before, figure.Before, html);
        WriteSide(after, figure.After, html);
        if (figure is { Before: { } first, After: { } second })
        {
            html.Append($"<figure><div class=\"overlay\">{Image(first, "before")}{Image(second, "after")}</div><figcaption>difference</figcaption></figure>\n");
        }

        html.Append("</div>\n</section>\n");
    }

    private static void WriteSide(string set, ReadOnlyMemory<byte>? drawing, StringBuilder html)
    {
        string shown = drawing is { } svg ? Image(svg, Characters.Escape(set)) : "<p class=\"none\">There is no drawing.</p>";
        html.Append($"<figure>{shown}<figcaption>{Characters.Escape(set)}</figcaption></figure>\n");
    }

    private static string Image(ReadOnlyMemory<byte> svg, string text) => $"<img alt=\"{text}\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(svg.Span)}\"/>";
}
