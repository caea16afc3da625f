using PluginLab.Host.Execution;
using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Cli.Runs;

/// <summary>What came of a plan.</summary>
/// <param name="Loaded">The plan.</param>
/// <param name="Records">What came of each run, in the order of the plan.</param>
/// <param name="IsStrict">Whether an inconclusive verdict is a failure.</param>
/// <param name="IsInterrupted">Whether it was interrupted.</param>
internal sealed record RunOutcome(LoadedPlan Loaded, IReadOnlyList<RunRecord> Records, bool IsStrict, bool IsInterrupted)
{
    /// <summary>The exit code: the strongest of all that apply.</summary>
    public int ExitCode => Cli.ExitCode.Combine(Codes());

    private IEnumerable<int> Codes()
    {
        if (Loaded.HasPluginErrors || Records.Any(record => record.Failure is { BreaksContract: true }))
        {
            yield return Cli.ExitCode.PluginFailure;
        }

        if (IsInterrupted && Records.Any(record => record.State == RunState.Interrupted))
        {
            yield return Cli.ExitCode.Interrupted;
        }

        if (Loaded.Plan.Blocked.Count > 0 || Records.Any(record => record.State == RunState.Failed))
        {
            yield return Cli.ExitCode.RunFailed;
        }

        if (Records.Any(record => record.Result.Claims.Any(VerdictRule.IsUnexpected) || record.Controlled.Any(claim => claim.IsVacuous)))
        {
            yield return Cli.ExitCode.UnexpectedVerdict;
        }

        if (IsStrict && Records.Any(record => record.Result.Claims.Any(VerdictRule.IsUndecided)))
        {
            yield return Cli.ExitCode.InconclusiveVerdict;
        }
    }
}
