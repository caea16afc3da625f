using PluginLab.Experiments;
using PluginLab.Host.Cli.Runs;
using PluginLab.Host.Execution;
using PluginLab.Host.Execution.Controls;
using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Cli.Claims;

/// <summary>Lists claims for a person: a row each, then everything to look at.</summary>
internal static class ClaimsTable
{
    /// <summary>Writes the list.</summary>
    public static void Write(TextWriter writer, RunOutcome outcome, bool hasControls)
    {
        string[] head = ["run", "claim", "verdict", "expected", "predicted", "measured", .. hasControls ? ["under its control"] : Array.Empty<string>(), "source"];
        TextTable.Write(writer, [head, .. outcome.Records.SelectMany(record => hasControls
            ? record.Controlled.Select(claim => Row(record, claim.Claim, [Words(claim)]))
            : record.Result.Claims.Select(claim => Row(record, claim, [])))]);
        foreach (RunRecord record in outcome.Records)
        {
            RunFindings.Write(writer, record);
            foreach (ControlledClaim claim in record.Controlled.Where(claim => claim.IsVacuous))
            {
                WriteVacuous(writer, record.Run, claim);
            }
        }

        foreach (BlockedRun run in outcome.Loaded.Plan.Blocked)
        {
            writer.WriteLine($"\nfailed: {run.Name}\n  {run.Reason}");
        }

        writer.WriteLine($"\nexit {outcome.ExitCode}: {ExitCode.Meaning(outcome.ExitCode)}");
    }

    private static string[] Row(RunRecord record, Claim claim, string[] control) =>
    [
        record.Run.Name,
        claim.Id,
        RunFindings.Name(claim.Verdict),
        RunFindings.Name(claim.Expected),
        NumberText.Of(claim.Predicted),
        RunFindings.Value(claim),
        .. control,
        TolerantText.ToPlainText(claim.Source),
    ];

    private static string Words(ControlledClaim claim) => claim.Outcome switch
    {
        ControlOutcome.NotApplicable => "",
        ControlOutcome.Missing => "no control",
        ControlOutcome.Turned => $"{RunFindings.Name(claim.Mutated!.Verdict)} ({claim.Claim.Control!.Mutation})",
        _ => $"vacuous ({claim.Claim.Control!.Mutation})",
    };

    private static void WriteVacuous(TextWriter writer, PlannedRun run, ControlledClaim claim)
    {
        writer.WriteLine($"\nvacuous: {run.Name}: {claim.Claim.Id} survives its control: {claim.Claim.Control!.Mutation}");
        writer.WriteLine(RunFindings.Indent(TolerantText.ToPlainText($"{claim.Claim.Statement} ({claim.Claim.Source})")));
        writer.WriteLine(RunFindings.Indent(claim switch
        {
            { Outcome: ControlOutcome.Failed } => $"under the control the run did not finish: {claim.Failure}",
            { Mutated: null } => "under the control the experiment does not state the claim",
            { Outcome: ControlOutcome.NotMeasured } => "under the control nothing could be measured, which refutes nothing",
            _ => $"under the control it is {RunFindings.Name(claim.Mutated.Verdict)}: {RunFindings.Measured(claim.Mutated)}",
        }));
    }
}
