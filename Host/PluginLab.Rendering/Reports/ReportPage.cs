using System.Text;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Reports;

/// <summary>The report on all runs as one static page of HTML that also parses as XML: no script, no external source, works from a file.</summary>
public static class ReportPage
{
    /// <summary>Writes the page; drawings that are SVG are set into it, so their ids must have been given a prefix per run.</summary>
    public static string Write(IReadOnlyList<RunReport> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        StringBuilder html = new();
        html.Append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'\"/>\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n")
            .Append("<title>PluginLab report</title>\n<style>\n").Append(ReportStyle.Text).Append("</style>\n</head>\n<body>\n<main>\n");
        WriteOverview(runs, html);
        foreach (RunReport run in runs)
        {
            RunSection.Write(run, html);
        }

        html.Append("</main>\n<footer>Written by PluginLab. When and where the runs were made: <a href=\"provenance.json\">provenance.json</a>.</footer>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void WriteOverview(IReadOnlyList<RunReport> runs, StringBuilder html)
    {
        int unexpected = runs.Sum(run => run.Claims.Count(claim => !claim.IsAsExpected));
        int failed = runs.Count(run => run.State != RunState.Finished);
        string sentence = unexpected == 0 && failed == 0 ? "Every run finished and every verdict is the expected one."
            : $"{Count(unexpected, "verdict is", "verdicts are")} not as expected; {Count(failed, "run", "runs")} did not finish.";
        html.Append($"<header>\n<h1>PluginLab report</h1>\n<p class=\"lead {(unexpected + failed == 0 ? "good" : "bad")}\">{sentence}</p>\n")
            .Append($"<p class=\"sub\">{Count(runs.Count, "run", "runs")}, {Count(runs.Sum(run => run.Figures.Count), "figure", "figures")}, {VerdictWords.Counts(runs.SelectMany(run => run.Claims))}.</p>\n</header>\n")
            .Append("<table class=\"overview\">\n<thead><tr><th>run</th><th>experiment</th><th>integrator</th><th class=\"n\">supported</th><th class=\"n\">refuted,<br/>as expected</th><th class=\"n\">inconclusive</th><th class=\"n\">not<br/>applicable</th><th class=\"n\">unexpected</th><th>state</th></tr></thead>\n<tbody>\n");
        foreach (RunReport run in runs)
        {
            html.Append($"<tr><td><a href=\"#run-{Characters.Escape(run.Name)}\">{Characters.Escape(run.Name)}</a></td><td>{Characters.Escape(run.Title)}</td><td>{Characters.Escape(run.Integrator)}</td>");
            foreach (string kind in (string[])["supported", "finding", "open", "aside", "unexpected"])
            {
                int count = run.Claims.Count(claim => VerdictWords.Of(claim).Kind == kind);
                html.Append($"<td class=\"n{(count > 0 ? $" {kind}" : " none")}\">{Positions.Of(count)}</td>");
            }

            html.Append($"<td class=\"{(run.State == RunState.Finished ? "" : "unexpected")}\">{run.State.ToString().ToLowerInvariant()}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static string Count(int count, string one, string many) => $"{Positions.Of(count)} {(count == 1 ? one : many)}";
}
