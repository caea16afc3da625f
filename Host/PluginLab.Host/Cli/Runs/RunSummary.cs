using System.Globalization;
using PluginLab.Experiments;
using PluginLab.Host.Execution;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Cli.Runs;

/// <summary>Says on the terminal what came of a plan: a row a run, then everything that a person must look at.</summary>
internal static class RunSummary
{
    private static readonly Verdict[] Verdicts = Enum.GetValues<Verdict>();

    /// <summary>Writes the summary: for a person, or as JSON.</summary>
    public static void Write(Terminal terminal, RunOutcome outcome, RunRequest request)
    {
        if (request.IsJson)
        {
            RunSummaryJson.Write(terminal.Out, outcome, request.Output);
        }
        else
        {
            WriteText(terminal, outcome, request.Output);
        }

        if (outcome.IsInterrupted)
        {
            WriteHowToResume(terminal, outcome);
        }
    }

    private static void WriteText(Terminal terminal, RunOutcome outcome, string output)
    {
        TextWriter writer = terminal.Out;
        TextTable.Write(writer, [["run", "state", "supported", "refuted", "inconclusive", "not applicable", "time"], .. outcome.Records.Select(Row), .. outcome.Loaded.Plan.Blocked.Select(Row)]);
        BudgetTable.Write(writer, outcome.Records);
        foreach (RunRecord record in outcome.Records)
        {
            RunFindings.Write(writer, record, "provenance.json");
        }

        foreach (BlockedRun run in outcome.Loaded.Plan.Blocked)
        {
            writer.WriteLine($"\nfailed: {run.Name}\n  {run.Reason}");
        }

        writer.WriteLine($"\nreport: {DisplayPath.Of(Path.GetFullPath(Path.Combine(output, "index.html")))}");
        int undecided = outcome.Records.Sum(record => record.Result.Claims.Count(VerdictRule.IsUndecided));
        if (undecided > 0)
        {
            terminal.Error.WriteLine($"warning: {undecided} inconclusive: the evidence does not suffice where it should; --strict makes that a failure.");
        }

        writer.WriteLine($"exit {outcome.ExitCode}: {ExitCode.Meaning(outcome.ExitCode)}");
    }

    private static string[] Row(RunRecord record) =>
    [
        record.Run.Name,
        record.State.ToString().ToLowerInvariant(),
        .. Verdicts.Select(verdict => record.Result.Claims.Count(claim => claim.Verdict == verdict).ToString(CultureInfo.InvariantCulture)),
        record.IsReused ? "reused" : $"{record.Duration.TotalSeconds:0.00} s",
    ];

    private static string[] Row(BlockedRun run) => [run.Name, "failed", .. Verdicts.Select(_ => "0"), ""];

    private static void WriteHowToResume(Terminal terminal, RunOutcome outcome)
    {
        string[] left = [.. outcome.Records.Where(record => record.State == RunState.Interrupted).Select(record => record.Run.Name)];
        terminal.Error.WriteLine(left.Length == 0
            ? "Interrupted after the last run; nothing is missing."
            : $"Interrupted; {outcome.Records.Count - left.Length} of {outcome.Records.Count} runs are done and written. "
                + "To have them all in one report, give the same command again.");
    }
}
