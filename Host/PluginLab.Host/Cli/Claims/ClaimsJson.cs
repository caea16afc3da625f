using System.Text.Json;
using PluginLab.Experiments;
using PluginLab.Host.Cli.Runs;
using PluginLab.Host.Execution;
using PluginLab.Host.Execution.Controls;
using PluginLab.Host.Reporting;

namespace PluginLab.Host.Cli.Claims;

/// <summary>Lists claims for programs.</summary>
internal static class ClaimsJson
{
    /// <summary>Writes the list.</summary>
    public static void Write(TextWriter writer, RunOutcome outcome) => RunOutcomeJson.Write(writer, outcome, WriteClaims);

    private static void WriteClaims(Utf8JsonWriter json, RunRecord record)
    {
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
