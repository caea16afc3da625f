using System.Text.Json;
using PluginLab.Rendering.Reports.Budgets;

namespace PluginLab.Host.Reporting;

/// <summary>Writes error budgets, with keys in a fixed order.</summary>
internal static class BudgetJson
{
    /// <summary>Writes how a run was carried out again; nothing where it was not.</summary>
    public static void WriteCheck(this Utf8JsonWriter writer, ErrorBudget? budget)
    {
        if (budget is null)
        {
            return;
        }

        writer.WriteStartObject("check");
        Write(writer, "tighter", budget.Tighter);
        Write(writer, "second", budget.Second);
        writer.WriteEndObject();
    }

    /// <summary>Writes the budget of a claim; nothing where there is none.</summary>
    public static void WriteBudget(this Utf8JsonWriter writer, string key, ClaimBudget? claim)
    {
        if (claim is null)
        {
            return;
        }

        writer.WriteStartObject(key);
        writer.WriteString("claim", claim.ClaimId);
        writer.WriteReal("measured", claim.Measured);
        Write(writer, "tighter", claim.Tighter);
        Write(writer, "second", claim.Second);
        writer.WriteReal("ownUncertainty", claim.OwnUncertainty);
        writer.WriteReal("solverUncertainty", claim.SolverUncertainty);
        writer.WriteReal("shareOfRoom", claim.ShareOfRoom);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string key, Repetition repetition)
    {
        writer.WriteStartObject(key);
        writer.WriteOptional("integrator", repetition.Integrator);
        writer.WriteOptional("reason", repetition.Reason);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string key, double? value)
    {
        if (value is { } number)
        {
            writer.WriteReal(key, number);
        }
    }
}
