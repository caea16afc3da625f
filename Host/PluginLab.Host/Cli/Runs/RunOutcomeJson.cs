using System.Text.Json;
using PluginLab.Host.Execution;
using PluginLab.Host.Planning;
using PluginLab.Host.Reporting;

namespace PluginLab.Host.Cli.Runs;

/// <summary>The frame in which every command lists the runs of a plan for programs: exit code, then each run, those that could not be planned last.</summary>
internal static class RunOutcomeJson
{
    /// <summary>Writes the list.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="outcome">What came of the plan.</param>
    /// <param name="writeRun">Writes what the command says of one run.</param>
    /// <param name="output">The folder of the results; null if the command writes none.</param>
    public static void Write(TextWriter writer, RunOutcome outcome, Action<Utf8JsonWriter, RunRecord> writeRun, string? output = null) => JsonText.WriteLines(writer, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("exitCode", outcome.ExitCode);
        json.WriteString("meaning", ExitCode.Meaning(outcome.ExitCode));
        json.WriteOptional("output", output);
        json.WriteStartArray("runs");
        foreach (RunRecord record in outcome.Records)
        {
            WriteRun(json, record, writeRun);
        }

        foreach (BlockedRun run in outcome.Loaded.Plan.Blocked)
        {
            WriteBlocked(json, run);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteRun(Utf8JsonWriter json, RunRecord record, Action<Utf8JsonWriter, RunRecord> writeRun)
    {
        json.WriteStartObject();
        json.WriteString("name", record.Run.Name);
        json.WriteString("experiment", record.Run.Experiment.Id);
        json.WriteString("state", JsonBytes.Name(record.State));
        json.WriteOptional("failure", record.Failure?.Summary);
        writeRun(json, record);
        json.WriteEndObject();
    }

    private static void WriteBlocked(Utf8JsonWriter json, BlockedRun run)
    {
        json.WriteStartObject();
        json.WriteString("name", run.Name);
        json.WriteString("experiment", run.Entry.Experiment!.Value);
        json.WriteString("state", "failed");
        json.WriteString("failure", run.Reason);
        json.WriteEndObject();
    }
}
