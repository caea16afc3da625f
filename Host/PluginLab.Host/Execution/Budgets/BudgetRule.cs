using PluginLab.Experiments;
using PluginLab.Rendering.Reports.Budgets;

namespace PluginLab.Host.Execution.Budgets;

/// <summary>What the solver's error makes of a claim: it widens the uncertainty, and the verdict follows.</summary>
internal static class BudgetRule
{
    // The error at tolerance τ is the change down to τ/10 over 1 − 10^−q where it falls as τ^q, and the change down to half a step over 1 − 2^−p for order p:
    // at most twice the change for q ≥ 0.3 and p ≥ 1.
    private const double ErrorPerChange = 2;

    /// <summary>
    /// What a repetition measured, to be compared with the claim. A claim about the worst of several cases may be about another case there, with another
    /// prediction; then it is the value as far from the prediction in units of the bound.
    /// </summary>
    public static double Comparable(Claim claim, Claim again)
    {
        double scale = (claim.Bound.Upper - claim.Bound.Lower) / (again.Bound.Upper - again.Bound.Lower);
        return again.Predicted.Equals(claim.Predicted)
            ? again.Measured
            : claim.Predicted + ((again.Measured - again.Predicted) * (double.IsFinite(scale) ? scale : 1));
    }

    /// <summary>The budget of a claim from its values when the run is carried out again; null where it was not.</summary>
    public static ClaimBudget Judge(Claim claim, double? tighter, double? second)
    {
        double solver = Math.Max(ErrorPerChange * Change(claim.Measured, tighter), Change(claim.Measured, second));
        return new ClaimBudget
        {
            ClaimId = claim.Id,
            Measured = claim.Measured,
            OwnUncertainty = claim.Uncertainty,
            Tighter = tighter,
            Second = second,
            SolverUncertainty = solver,
            ShareOfRoom = solver == 0 ? 0 : solver / Room(claim),
        };
    }

    /// <summary>The claim with the solver's share in its uncertainty.</summary>
    public static Claim Widen(Claim claim, ClaimBudget? budget) =>
        budget is null ? claim : claim with { Uncertainty = budget.OwnUncertainty + budget.SolverUncertainty };

    private static double Change(double measured, double? again) =>
        again is not { } value || value.Equals(measured) ? 0 : Math.Abs(value - measured);

    /// <summary>How far the interval of the experiment's own uncertainty is from where the verdict changes.</summary>
    private static double Room(Claim claim)
    {
        (double low, double high) = (claim.Measured - claim.Uncertainty, claim.Measured + claim.Uncertainty);
        return claim.Verdict switch
        {
            Verdict.Supported => Math.Min(low - claim.Bound.Lower, claim.Bound.Upper - high),
            Verdict.Refuted => Math.Max(claim.Bound.Lower - high, low - claim.Bound.Upper),
            _ => 0,
        };
    }
}
