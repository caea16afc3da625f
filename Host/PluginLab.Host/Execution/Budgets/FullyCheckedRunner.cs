using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Host.Planning;
using PluginLab.Rendering.Reports;
using PluginLab.Rendering.Reports.Budgets;

namespace PluginLab.Host.Execution.Budgets;

/// <summary>Carries out a run, again at tighter tolerance and again with a second integrator, and gives each claim the solver's error that shows.</summary>
internal sealed class FullyCheckedRunner(IRunner runner, IntegratorVariants variants) : IRunner
{
    private const double FirstPart = 1.0 / 3;
    private const double SecondPart = 2.0 / 3;

    /// <inheritdoc/>
    public RunRecord Run(PlannedRun run, IProgress<double> progress, CancellationToken cancellationToken)
    {
        RunRecord record = runner.Run(run, new ShareOfProgress(progress, 0, FirstPart), cancellationToken);
        if (record.State != RunState.Finished)
        {
            return record;
        }

        Configured<IIntegrator> integrator = run.Integrator;
        // The change from the own integrators' tolerance to ten times it is more than their error, as that to a tenth of the run's is.
        Repeated tighter = Repeat(run with { CoarsensOwnIntegrators = true }, variants.Tighter(integrator), new ShareOfProgress(progress, FirstPart, SecondPart), cancellationToken);
        Repeated second = Repeat(run, variants.Second(integrator), new ShareOfProgress(progress, SecondPart, 1), cancellationToken);
        return tighter.IsInterrupted || second.IsInterrupted ? RunRecord.Interrupted(run) : WithBudget(record, tighter, second);
    }

    private Repeated Repeat(PlannedRun run, IntegratorVariant variant, IProgress<double> progress, CancellationToken cancellationToken) => new(
        variant,
        variant.Integrator is null ? null : runner.Run(run.WithoutFigures() with { Integrator = variant.Integrator }, progress, cancellationToken));

    private static RunRecord WithBudget(RunRecord record, Repeated tighter, Repeated second)
    {
        ErrorBudget budget = new(tighter.Summary, second.Summary, [.. record.Result.Claims
            .Where(claim => claim.NotApplicable is null)
            .Select(claim => BudgetRule.Judge(claim, tighter.ValueOf(claim), second.ValueOf(claim)))]);
        return record with
        {
            Run = record.Run with { Command = $"{record.Run.Command} --check full" },
            Result = record.Result with { Claims = [.. record.Result.Claims.Select(claim => BudgetRule.Widen(claim, budget.Find(claim.Id)))] },
            Budget = budget,
        };
    }

    private sealed record Repeated(IntegratorVariant Variant, RunRecord? Record)
    {
        public bool IsInterrupted => Record?.State == RunState.Interrupted;

        public Repetition Summary => new(Variant.Integrator?.Instance.Name, Variant.Reason ?? Record?.Failure?.Summary);

        /// <summary>NaN where the repetition does not state the claim, so that nothing is concluded from it.</summary>
        public double? ValueOf(Claim claim) => Record is null
            ? null
            : Record.Result.Claims.FirstOrDefault(candidate => candidate.Id == claim.Id && candidate.NotApplicable is null) is { } again
                ? BudgetRule.Comparable(claim, again)
                : double.NaN;
    }
}
