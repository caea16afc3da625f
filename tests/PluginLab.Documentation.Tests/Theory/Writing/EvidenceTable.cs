using System.Text;
using PluginLab.Experiments;

namespace PluginLab.Documentation.Tests.Theory.Writing;

/// <summary>The claims on a statement as a table of the page, claims that differ only by their degrees in one row.</summary>
internal static class EvidenceTable
{
    /// <summary>Writes the table, and below it what holds instead of each claim that is refuted, or more exactly.</summary>
    public static string Of(IEnumerable<MeasuredClaim> claims)
    {
        MeasuredClaim[][] rows = [.. claims.GroupBy(claim => (claim.Experiment, claim.Family, claim.Expected)).Select(row => row.ToArray())];
        StringBuilder text = new("| claim | predicted | measured | verdict | experiment: figures |\n|---|---|---|---|---|\n");
        foreach (MeasuredClaim[] row in rows)
        {
            text.Append($"| {Ids(row)} | {Join(row.Select(FewDigits.Predicted))} | {Join(row.Select(FewDigits.Measured))} | {VerdictOf(row[0])} | {Places(row)} |\n");
        }

        foreach (MeasuredClaim[] row in rows.Where(row => row[0].CorrectedForm is not null))
        {
            text.Append($"\n{(row[0].Expected == Verdict.Refuted ? "Instead of" : "More exactly,")} `{row[0].Id}`: {PlainFormula.Of(row[0].CorrectedForm!)}\n");
        }

        return text.ToString();
    }

    private static string Ids(MeasuredClaim[] row) => row.Length == 1 ? $"`{row[0].Id}`" : $"`{row[0].Id}` … `{row[^1].Id[row[0].Family.Length..]}`";

    /// <summary>The values of a row; one stands for all if all are the same.</summary>
    private static string Join(IEnumerable<string> values)
    {
        string[] all = [.. values];
        return all.Distinct().Count() == 1 ? all[0] : string.Join(", ", all);
    }

    private static string VerdictOf(MeasuredClaim claim) =>
        claim.NotApplicable is not null ? "not applicable" : claim.Expected == Verdict.Refuted ? "*refuted as stated*" : "supported";

    private static string Places(MeasuredClaim[] row)
    {
        IEnumerable<string> figures = row.SelectMany(claim => claim.Figures).Distinct().Select(path => $"[{Path.GetFileNameWithoutExtension(path)}](../results/{path})");
        string experiment = $"[{row[0].Experiment}](../Plugins/{row[0].Plugin})";
        return figures.Any() ? $"{experiment}: {string.Join(", ", figures)}" : experiment;
    }
}
