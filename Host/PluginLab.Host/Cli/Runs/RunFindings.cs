using System.Globalization;
using PluginLab.Experiments;
using PluginLab.Host.Execution;
using PluginLab.Rendering.Reports;
using PluginLab.Rendering.Reports.Invariants;

namespace PluginLab.Host.Cli.Runs;

/// <summary>Says what a person must look at in a run: why it failed, each verdict that is not the expected one, and the invariant that drifts most beyond its limit.</summary>
internal static class RunFindings
{
    /// <summary>Writes the findings; nothing where all is as expected.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="record">What came of the run.</param>
    /// <param name="traces">The file that holds stack traces; null if none does.</param>
    public static void Write(TextWriter writer, RunRecord record, string? traces = null)
    {
        if (record is { State: RunState.Failed, Failure: { } failure })
        {
            string detail = failure.Detail is null || traces is null ? "" : $"\nThe stack trace is in {traces}.";
            writer.WriteLine($"\nfailed: {record.Run.Name}\n{Indent(failure.Summary + detail)}");
        }

        foreach (Claim claim in record.Result.Claims.Where(claim => !claim.IsAsExpected))
        {
            string kind = VerdictRule.IsUndecided(claim) ? "inconclusive" : "unexpected";
            writer.WriteLine($"\n{kind}: {record.Run.Name}: {claim.Id} is {Name(claim.Verdict)}, expected {Name(claim.Expected)}");
            writer.WriteLine(Indent(TolerantText.ToPlainText($"{claim.Statement} ({claim.Source})")));
            writer.WriteLine(Indent($"predicted {NumberText.Of(claim.Predicted)}, {Measured(claim)}"));
            if (record.Budget?.Find(claim.Id) is { SolverUncertainty: not 0 } budget)
            {
                writer.WriteLine(Indent($"of the uncertainty ± {NumberText.Of(budget.SolverUncertainty)} is the solver's; tighter tolerances, or a better integrator, make it smaller"));
            }
            else if (record.Budget is null && traces is not null)
            {
                writer.WriteLine(Indent("the solver's error is not in this; pluginlab run --check full measures it, and whether it turns the verdict"));
            }
        }

        WriteDrift(writer, record);
    }

    /// <summary>What was measured and what would support the claim.</summary>
    public static string Measured(Claim claim) =>
        $"measured {Value(claim)}, "
        + $"supported within [{NumberText.Of(claim.Bound.Lower)}, {NumberText.Of(claim.Bound.Upper)}]";

    /// <summary>The measured value and its uncertainty, where the experiment or the full check knows one: none is not the same as ± 0.</summary>
    public static string Value(Claim claim) =>
        claim.Uncertainty == 0 ? NumberText.Of(claim.Measured) : $"{NumberText.Of(claim.Measured)} ± {NumberText.Of(claim.Uncertainty)}";

    /// <summary>A verdict in words.</summary>
    public static string Name(Verdict verdict) => Reporting.JsonBytes.Name(verdict).Replace('-', ' ');

    private static void WriteDrift(TextWriter writer, RunRecord record)
    {
        MonitoredInvariant[] large = [.. record.Invariants.Where(invariant => invariant.IsLarge)];
        if (large.MaxBy(invariant => double.IsNaN(invariant.Drift) ? double.PositiveInfinity : invariant.Drift / invariant.Allowed) is { } worst)
        {
            string others = large.Length == 1 ? "" : $"; {large.Length - 1} more in the report";
            writer.WriteLine($"\nwarning: {record.Run.Name}: {worst.Name} of {worst.System} drifts by {Rounded(worst.Drift)} by time {Rounded(worst.Time)}, where accuracy explains {Rounded(worst.Allowed!.Value)} ({worst.Integrator}{others})");
        }
    }

    private static string Rounded(double value) => NumberText.Of(double.Parse(value.ToString("E1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    /// <summary>A text set in under a line.</summary>
    public static string Indent(string text) => "  " + text.ReplaceLineEndings("\n  ");
}
