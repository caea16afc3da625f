using System.Text.Json;
using PluginLab.Experiments;
using PluginLab.Host.Execution;
using PluginLab.Host.Reporting;

namespace PluginLab.Host.Cli.Runs;

/// <summary>Writes the summary of a plan for programs.</summary>
internal static class RunSummaryJson
{
    /// <summary>Writes the summary.</summary>
    public static void Write(TextWriter writer, RunOutcome outcome, string output) => RunOutcomeJson.Write(writer, outcome, WriteRun, output);

    private static void WriteRun(Utf8JsonWriter json, RunRecord record)
    {
        json.WriteBoolean("reused", record.IsReused);
        json.WriteStartObject("verdicts");
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            json.WriteNumber(JsonBytes.Name(verdict), record.Result.Claims.Count(claim => claim.Verdict == verdict));
        }

        json.WriteEndObject();
        json.WriteCheck(record.Budget);
        json.WriteBudget("mostEndangered", record.Budget is { } budget ? BudgetTable.MostEndangered(budget) : null);
        json.WriteInvariants("invariants", record.Invariants);
        json.WriteTexts("unexpected", record.Result.Claims.Where(VerdictRule.IsUnexpected).Select(claim => claim.Id));
        json.WriteTexts("undecided", record.Result.Claims.Where(VerdictRule.IsUndecided).Select(claim => claim.Id));
    }
}
