using System.Text;
using PluginLab.Rendering.Reports.Interaction;

namespace PluginLab.Rendering.Reports;

/// <summary>The report on all runs as one page of HTML that also parses as XML: complete without scripts, nothing from elsewhere, works from a file. One script adds values, zoom, sorting and filters.</summary>
public static class ReportPage
{
    /// <summary>Writes the page; drawings that are SVG are set into it, so their ids must have been given a prefix per run.</summary>
    public static string Write(IReadOnlyList<RunReport> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        StringBuilder html = new();
        html.Append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(ReportScript.Policy).Append("\"/>\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n")
            .Append("<title>PluginLab report</title>\n<style>\n").Append(ReportStyle.Text).Append("</style>\n</head>\n<body>\n<main>\n");
        Overview.Write(runs, html);
        foreach (RunReport run in runs)
        {
            RunSection.Write(run, html);
        }

        html.Append("</main>\n<footer>Written by PluginLab. When and where the runs were made: <a href=\"provenance.json\">provenance.json</a>.</footer>\n<script>").Append(ReportScript.Text).Append("</script>\n</body>\n</html>\n");
        return html.ToString();
    }
}
