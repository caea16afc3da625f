using System.Text;
using PluginLab.Dynamics;
using PluginLab.Rendering.Reports.Words;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Reports.Invariants;

/// <summary>The part of the page about the invariants of a run: a sentence that is always seen, and tables behind it, open where a drift is large.</summary>
internal static class InvariantTable
{
    /// <summary>Writes it; nothing where no invariant was followed.</summary>
    public static void Write(IReadOnlyList<MonitoredInvariant> invariants, StringBuilder html)
    {
        if (invariants.Count == 0)
        {
            return;
        }

        bool isLarge = invariants.Any(invariant => invariant.IsLarge);
        html.Append($"<details class=\"run invariants\"{(isLarge ? " open=\"open\"" : "")}><summary{(isLarge ? " class=\"drifting\"" : "")}>{MathMarkup.Of(InvariantWords.Of(invariants))}</summary>\n");
        foreach (IGrouping<string, MonitoredInvariant> group in invariants.GroupBy(invariant => InvariantWords.Apart(invariant.Control)))
        {
            WriteTable(group.Key, [.. group], html);
        }

        html.Append("</details>\n");
    }

    private static void WriteTable(string explanation, IReadOnlyList<MonitoredInvariant> invariants, StringBuilder html)
    {
        bool isJudged = explanation.Length == 0;
        html.Append(isJudged ? "" : $"<p>{MathMarkup.Of(explanation)}</p>\n")
            .Append("<table class=\"drifts\">\n<thead><tr><th>invariant</th><th>system</th><th class=\"n\">solves</th><th class=\"n\">largest drift</th>")
            .Append($"<th class=\"n\">{(isJudged ? "limit" : "")}</th><th class=\"n\">{(isJudged ? "drift over limit" : "")}</th><th class=\"n\">scale</th><th class=\"n\">at time</th><th>worst solve</th></tr></thead>\n<tbody>\n");
        foreach (MonitoredInvariant invariant in invariants)
        {
            string kind = invariant.Kind == InvariantKind.Conserved ? "conserved" : "never grows";
            html.Append($"<tr><td>{Characters.Escape(invariant.Name)}, {kind}<p class=\"source\">{MathMarkup.Of(invariant.Description)}</p></td><td>{Characters.Escape(invariant.System)}</td>")
                .Append($"<td class=\"n\">{invariant.Solves}</td><td class=\"n{(invariant.IsLarge ? " unexpected" : "")}\">{Number(invariant.Drift)}</td>")
                .Append($"<td class=\"n\">{(invariant.Allowed is { } allowed ? Number(allowed) : "")}</td><td class=\"n\">{(invariant.ShareOfAllowed is { } share ? Number(share) : "")}</td><td class=\"n\">{Number(invariant.Scale)}</td>")
                .Append($"<td class=\"n\">{(invariant.Drift == 0 ? "" : MathMarkup.Of(NumberMarkup.Rich(invariant.Time, 4)))}</td><td>{MathMarkup.Of(InvariantWords.Place(invariant))}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static string Number(double value) => MathMarkup.Of(InvariantWords.Rounded(value));
}
