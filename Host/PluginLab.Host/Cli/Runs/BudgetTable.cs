using System.Globalization;
using PluginLab.Experiments;
using PluginLab.Host.Execution;
using PluginLab.Rendering.Reports.Budgets;

namespace PluginLab.Host.Cli.Runs;

/// <summary>Says on the terminal how much of what was measured is the solver's error: a row a run, of the claim that it endangers most.</summary>
internal static class BudgetTable
{
    private static readonly string[] Head =
        ["run", "most endangered claim", "measured", "at tighter tolerance", "by second integrator", "solver ±", "share of the room to the bound"];

    /// <summary>Writes the table; nothing where no run was carried out again.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<RunRecord> records)
    {
        (string Name, ErrorBudget Budget)[] budgets = [.. records.Where(record => record.Budget is not null).Select(record => (record.Run.Name, record.Budget!))];
        if (budgets.Length == 0)
        {
            return;
        }

        writer.WriteLine("\nerror budget:");
        TextTable.Write(writer, [Head, .. budgets.Where(entry => entry.Budget.Claims.Count > 0).Select(entry => Row(entry.Name, MostEndangered(entry.Budget)!))]);
        foreach ((string name, ErrorBudget budget) in budgets)
        {
            WriteReason(writer, name, "at tighter tolerance", budget.Tighter);
            WriteReason(writer, name, "by a second integrator", budget.Second);
        }
    }

    /// <summary>The claim whose solver's error takes most of its room; one that could not be measured again above all. Null where there are no claims.</summary>
    public static ClaimBudget? MostEndangered(ErrorBudget budget) =>
        budget.Claims.MaxBy(claim => double.IsNaN(claim.ShareOfRoom) ? double.PositiveInfinity : claim.ShareOfRoom);

    private static string[] Row(string run, ClaimBudget claim) =>
    [
        run,
        claim.ClaimId,
        NumberText.Of(claim.Measured),
        Value(claim.Tighter),
        Value(claim.Second),
        Rounded(claim.SolverUncertainty),
        Rounded(claim.ShareOfRoom),
    ];

    private static void WriteReason(TextWriter writer, string run, string how, Repetition repetition)
    {
        if (repetition.Reason is not null)
        {
            writer.WriteLine($"  {run}: {(repetition.Integrator is null ? "not carried out" : "did not finish")} {how}: {repetition.Reason}");
        }
    }

    private static string Value(double? value) => value is { } number ? NumberText.Of(number) : "–";

    private static string Rounded(double value) => NumberText.Of(double.Parse(value.ToString("E1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
}
