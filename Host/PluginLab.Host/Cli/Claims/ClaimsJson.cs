using System.Text.Json;
using PluginLab.Experiments;
using PluginLab.Host.Cli.Runs;
using PluginLab.Host.Execution;
using PluginLab.Host.Execution.Controls;
using PluginLab.Host.Planning;
using PluginLab.Host.Reporting;

namespace PluginLab.Host.Cli.Claims;

/// <summary>Lists claims for programs.</summary>
internal static class ClaimsJson
{
    /// <summary>Writes the list.</summary>
    public static void Write(TextWriter writer, RunOutcome outcome) => JsonText.WriteLines(writer, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("exitCode", outcome.ExitCode);
        json.WriteString("meaning", ExitCode.Meaning(outcome.ExitCode));
        json.WriteStartArray("runs");
        foreach (RunRecord record in outcome.Records)
        {
            WriteRun(json, record);
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

    private static void WriteRun(Utf8JsonWriter json, RunRecord record)
    {
        json.WriteStartObject();
        json.WriteString("name", record.Run.Name);
        json.WriteString("experiment", record.Run.Experiment.Id);
        json.WriteString("state", JsonBytes.Name(record.State));
        json.WriteOptional("failure", record.Failure?.Summary);
        json.WriteStartArray("claims");
        foreach ((Claim claim, int i) in record.Result.Claims.Select((claim, i) => (claim, i)))
        {
            json.WriteStartObject();
            ClaimJson.Write(json, claim);
            if (record.Controlled.Count > 0)
            {
                WriteControl(json, record.Controlled[i]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteControl(Utf8JsonWriter json, ControlledClaim claim)
    {
        json.WriteStartObject("control");
        json.WriteOptional("mutation", claim.Claim.Control?.Mutation);
        json.WriteString("outcome", JsonBytes.Name(claim.Outcome));
        json.WriteBoolean("isVacuous", claim.IsVacuous);
        json.WriteOptional("failure", claim.Failure);
        if (claim.Mutated is { } mutated)
        {
            json.WriteReal("measured", mutated.Measured);
            json.WriteReal("uncertainty", mutated.Uncertainty);
            json.WriteString("verdict", JsonBytes.Name(mutated.Verdict));
        }

        json.WriteEndObject();
    }
}
