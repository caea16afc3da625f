using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Rendering.Reports.Budgets;
using PluginLab.Rendering.Reports.Invariants;

namespace PluginLab.Host.Reporting;

/// <summary>Reads claims, the solver's share of their uncertainty and invariants back from a stored report. A claim loses its control, which is a function.</summary>
internal static class StoredEvidence
{
    public static IReadOnlyList<Claim> Claims(JsonElement report) => [.. report.GetProperty("claims").EnumerateArray().Select(ClaimOf)];

    public static ErrorBudget? Budget(JsonElement report)
    {
        if (!report.TryGetProperty("check", out JsonElement check))
        {
            return null;
        }

        IEnumerable<JsonElement> budgets = report.GetProperty("claims").EnumerateArray().Where(claim => claim.TryGetProperty("budget", out _)).Select(claim => claim.GetProperty("budget"));
        return new ErrorBudget(RepetitionOf(check.GetProperty("tighter")), RepetitionOf(check.GetProperty("second")), [.. budgets.Select(BudgetOf)]);
    }

    public static IReadOnlyList<MonitoredInvariant> Invariants(JsonElement report) => [.. report.GetProperty("invariants").EnumerateArray().Select(InvariantOf)];

    private static Claim ClaimOf(JsonElement claim) => new()
    {
        Id = claim.Text("id"),
        Source = claim.Text("source"),
        Statement = claim.Text("statement"),
        Predicted = claim.Real("predicted"),
        Measured = claim.Real("measured"),
        Uncertainty = claim.Real("uncertainty"),
        Bound = new Bound(claim.GetProperty("bound").Real("lower"), claim.GetProperty("bound").Real("upper")),
        Expected = claim.Choice<Verdict>("expected"),
        CorrectedForm = claim.OptionalText("correctedForm"),
        NotApplicable = claim.OptionalText("notApplicable"),
    };

    private static Repetition RepetitionOf(JsonElement repetition) => new(repetition.OptionalText("integrator"), repetition.OptionalText("reason"));

    private static ClaimBudget BudgetOf(JsonElement budget) => new()
    {
        ClaimId = budget.Text("claim"),
        Measured = budget.Real("measured"),
        Tighter = budget.OptionalReal("tighter"),
        Second = budget.OptionalReal("second"),
        OwnUncertainty = budget.Real("ownUncertainty"),
        SolverUncertainty = budget.Real("solverUncertainty"),
        ShareOfRoom = budget.Real("shareOfRoom"),
    };

    private static MonitoredInvariant InvariantOf(JsonElement invariant) => new()
    {
        Name = invariant.Text("name"),
        Description = invariant.Text("description"),
        Kind = invariant.Choice<InvariantKind>("kind"),
        System = invariant.Text("system"),
        Control = invariant.Choice<ErrorControl>("errorControl"),
        Solves = invariant.GetProperty("solves").GetInt64(),
        Drift = invariant.Real("drift"),
        Scale = invariant.Real("scale"),
        Allowed = invariant.OptionalReal("allowed"),
        Time = invariant.Real("time"),
        Dimension = invariant.GetProperty("dimension").GetInt32(),
        Integrator = invariant.Text("integrator"),
    };
}
