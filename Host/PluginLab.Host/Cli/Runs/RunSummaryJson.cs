using PluginLab.Experiments;
using PluginLab.Host.Execution;
using PluginLab.Host.Planning;
using PluginLab.Host.Reporting;

namespace PluginLab.Host.Cli.Runs;

/// <summary>Writes the summary of a plan for programs.</summary>
internal static class RunSummaryJson
{
    /// <summary>Writes the summary.</summary>
    public static void Write(TextWriter writer, RunOutcome outcome, string output) => JsonText.WriteLines(writer, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("exitCode", outcome.ExitCode);
        json.WriteString("meaning", ExitCode.Meaning(outcome.ExitCode));
        json.WriteString("output", output);
        json.WriteStartArray("runs");
        foreach (RunRecord record in outcome.Records)
        {
            json.WriteStartObject();
            json.WriteString("name", record.Run.Name);
            json.WriteString("experiment", record.Run.Experiment.Id);
            json.WriteString("state", JsonBytes.Name(record.State));
            json.WriteOptional("failure", record.Failure?.Summary);
            json.WriteStartObject("verdicts");
            foreach (Verdict verdict in Enum.GetValues<Verdict>())
            {
                json.WriteNumber(JsonBytes.Name(verdict), record.Result.Claims.Count(claim => claim.Verdict == verdict));
            }

            json.WriteEndObject();
            json.WriteCheck(record.Budget);
            json.WriteBudget("mostEndangered", record.Budget is { } budget ? BudgetTable.MostEndangered(budget) : null);
            json.WriteTexts("unexpected", record.Result.Claims.Where(VerdictRule.IsUnexpected).Select(claim => claim.Id));
            json.WriteTexts("undecided", record.Result.Claims.Where(VerdictRule.IsUndecided).Select(claim => claim.Id));
            json.WriteEndObject();
        }

        foreach (BlockedRun run in outcome.Loaded.Plan.Blocked)
        {
            json.WriteStartObject();
            json.WriteString("name", run.Name);
            json.WriteString("experiment", run.Entry.Experiment!.Value);
            json.WriteString("state", "failed");
            json.WriteString("failure", run.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
