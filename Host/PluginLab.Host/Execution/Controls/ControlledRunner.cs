using PluginLab.Experiments;
using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Execution.Controls;

/// <summary>Carries out a run, and again under each distinct control of its claims; figures are not drawn.</summary>
/// <remarks>A control is recognised by the text of its mutation.</remarks>
internal sealed class ControlledRunner(IRunner runner) : IRunner
{
    private const double ShareOfOrdinaryRun = 0.5;

    /// <inheritdoc/>
    public RunRecord Run(PlannedRun run, IProgress<double> progress, CancellationToken cancellationToken)
    {
        PlannedRun ordinary = run.WithoutFigures();
        RunRecord record = runner.Run(ordinary, new ShareOfProgress(progress, 0, ShareOfOrdinaryRun), cancellationToken);
        Control[] controls = [.. record.Result.Claims.Where(ControlRule.IsTested).Select(claim => claim.Control!).DistinctBy(control => control.Mutation)];
        Dictionary<string, RunRecord> mutated = new(StringComparer.Ordinal);
        double share = (1 - ShareOfOrdinaryRun) / Math.Max(1, controls.Length);
        foreach (Control control in controls)
        {
            double start = ShareOfOrdinaryRun + (share * mutated.Count);
            RunRecord found = runner.Run(ordinary with { Control = control }, new ShareOfProgress(progress, start, start + share), cancellationToken);
            if (found.State == RunState.Interrupted)
            {
                return RunRecord.Interrupted(run);
            }

            mutated.Add(control.Mutation, found);
        }

        return record with
        {
            Controlled = [.. record.Result.Claims.Select(claim => ControlRule.Judge(claim, mutated.GetValueOrDefault(claim.Control?.Mutation ?? "")))],
        };
    }
}
