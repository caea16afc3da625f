using PluginLab.Figures;
using PluginLab.Rendering.Reports.Words;

namespace PluginLab.Rendering.Reports.Budgets;

/// <summary>How an error budget reads.</summary>
internal static class BudgetWords
{
    private const int ChangeDigits = 2;

    /// <summary>The change at tighter tolerance and the second integrator's value, as rich text; empty where there is no budget.</summary>
    public static string Of(string claimId, ErrorBudget? budget)
    {
        if (budget?.Find(claimId) is not { } claim)
        {
            return "";
        }

        string tighter = claim.Tighter is { } value ? $"tighter tolerance: {Change(value, claim)}" : "";
        string second = claim.Second is { } other ? $"second integrator: {NumberMarkup.Rich(other)} ({Change(other, claim)})" : "";
        return string.Join("; ", new[] { tighter, second }.Where(part => part.Length > 0));
    }

    /// <summary>How a run was carried out again, in sentences of rich text; where it was not, what uncertainties leave out.</summary>
    public static string Of(ErrorBudget? budget) => budget is null
        ? "Uncertainties are the experiment's own. The solver's error is not in them: --check full measures it."
        : $"{Of("At tighter tolerance", budget.Tighter)} {Of("By a second integrator", budget.Second)} "
            + "Each uncertainty includes the solver's: twice the change at tighter tolerance, or the distance to the second integrator's value where that is larger. "
            + "Integrators of the experiment's own are made coarser beside the tighter one; a learning rate is what is studied, and stays.";

    private static string Of(string what, Repetition repetition) => RichText.Escape(
        repetition.Integrator is null ? $"{what}: not carried out. {repetition.Reason}"
        : repetition.Reason is null ? $"{what}: {repetition.Integrator}."
        : $"{what}: {repetition.Integrator}. {repetition.Reason}");

    private static string Change(double value, ClaimBudget claim)
    {
        double change = value.Equals(claim.Measured) ? 0 : value - claim.Measured;
        return double.IsNaN(change) ? "not measured" : change == 0 ? "no change" : $"{(change > 0 ? "+" : "")}{NumberMarkup.Rich(change, ChangeDigits)}";
    }
}
