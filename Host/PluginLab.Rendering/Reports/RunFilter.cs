using System.Text;
using PluginLab.Rendering.Reports.Words;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Reports;

/// <summary>The controls that choose runs and claims by text, tag and verdict. The script shows them, so that a page without it has none.</summary>
internal static class RunFilter
{
    public static void Write(IReadOnlyList<RunReport> runs, StringBuilder html)
    {
        html.Append("<div id=\"filter\" hidden=\"\"><input type=\"search\" placeholder=\"Filter runs and claims\" aria-label=\"filter by text\"/>\n");
        foreach (string tag in runs.SelectMany(run => run.Tags).Distinct().Order(StringComparer.Ordinal))
        {
            html.Append($"<button data-tag=\"{Characters.Escape(tag)}\" aria-pressed=\"false\">{Characters.Escape(tag)}</button>\n");
        }

        html.Append("<i></i>");
        HashSet<string> kinds = [.. runs.SelectMany(run => run.Claims).Select(claim => VerdictWords.Of(claim).Kind)];
        foreach ((string kind, string words) in Overview.Kinds.Where(kind => kinds.Contains(kind.Kind)))
        {
            html.Append($"<button class=\"{kind}\" data-verdict=\"{kind}\" aria-pressed=\"false\">{words}</button>\n");
        }

        html.Append("<span id=\"count\" role=\"status\"></span>\n<p id=\"hint\">Figures: point at a curve to read its values, click its name to hide it, zoom with Ctrl and the wheel, drag to pan, double-click to reset. ")
            .Append("Keys: Tab to a figure and its curves, arrows for their points, Enter to hide, + and − to zoom, 0 to reset. Heads of tables sort.</p></div>\n");
    }
}
