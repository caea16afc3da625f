using System.Text;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Reports;

/// <summary>All runs with a thumbnail, name, tags and verdicts each, below the filter.</summary>
internal static class RunIndex
{
    /// <summary>What stands before the thumbnail of a run.</summary>
    public const string ThumbnailStart = "<span class=\"thumb\">";

    private const double Margin = 8;

    public static void Write(IReadOnlyList<RunReport> runs, StringBuilder html)
    {
        RunFilter.Write(runs, html);
        html.Append("<nav class=\"runs\" aria-label=\"runs\">\n");
        foreach (RunReport run in runs)
        {
            string name = Characters.Escape(run.Name);
            string tags = string.Concat(run.Tags.Select(tag => $" <span class=\"tag\">{Characters.Escape(tag)}</span>"));
            html.Append($"<a class=\"run\" href=\"#run-{name}\">{ThumbnailStart}{(run.Figures.Count == 0 ? "no figure" : ThumbnailOf(run.Figures[0], run.Figures[0].IdIn(run)))}</span><span class=\"label\">{name}{tags}</span>")
                .Append($"<span class=\"title\">{Characters.Escape(run.Title)}</span><span class=\"verdicts\">{Overview.CountsOf(run)}</span></a>\n");
        }

        html.Append("</nav>\n");
    }

    /// <summary>How the thumbnail of a drawing ends.</summary>
    public static string ThumbnailEnd(string rootId) => $"<use href=\"#{rootId}\"/></svg></svg></svg>";

    /// <summary>The first plot of a run: shown again, not written again.</summary>
    public static string ThumbnailOf(ReportedFigure first, string rootId)
    {
        LayoutReport layout = first.Drawing.Layout;
        if (first.Drawing.MediaType != "image/svg+xml")
        {
            return $"<img src=\"{Characters.Escape(first.ImagePath)}\" alt=\"\" loading=\"lazy\"/>";
        }

        (string width, string height) = (Positions.Of(layout.Size.Width), Positions.Of(layout.Size.Height));
        Box plot = layout.Panels.Count == 0 ? new Box(0, 0, layout.Size.Width, layout.Size.Height) : layout.Panels[0].Plot;
        double[] view = [plot.X - Margin, plot.Y - Margin, plot.Width + (2 * Margin), plot.Height + (2 * Margin)];
        string[] at = [.. view.Select(NumberText.Of)];
        string box = string.Join(' ', at);
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{box}\" aria-hidden=\"true\"><svg x=\"{at[0]}\" y=\"{at[1]}\" width=\"{at[2]}\" height=\"{at[3]}\" viewBox=\"{box}\">"
            + $"<svg width=\"{width}\" height=\"{height}\">{ThumbnailEnd(rootId)}";
    }
}
