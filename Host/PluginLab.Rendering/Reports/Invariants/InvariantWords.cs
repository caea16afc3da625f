using PluginLab.Dynamics;
using PluginLab.Figures;
using PluginLab.Rendering.Reports.Words;

namespace PluginLab.Rendering.Reports.Invariants;

/// <summary>How the drift of invariants reads.</summary>
internal static class InvariantWords
{
    private const int Digits = 2;

    /// <summary>Whether the solves of a run kept their invariants, in a sentence of rich text; empty where none were followed.</summary>
    public static string Of(IReadOnlyList<MonitoredInvariant> invariants)
    {
        MonitoredInvariant[] judged = [.. invariants.Where(invariant => invariant.Allowed is not null)];
        MonitoredInvariant[] large = [.. judged.Where(invariant => invariant.IsLarge)];
        return large.Length > 0 ? $"Invariants drift: {string.Join("; ", large.Select(Excess))}."
            : judged.MaxBy(invariant => invariant.ShareOfAllowed) is { Drift: > 0 } worst ? $"Invariants are kept. Nearest to its limit is {Comparison(worst)}."
            : judged.Length > 0 ? "Invariants are kept: nothing drifts."
            : invariants.Count > 0 ? "Invariants of the flow are not judged: no solve states that it approximates the flow."
            : "";
    }

    /// <summary>Whether runs kept their invariants, in a plain sentence; empty where none were judged.</summary>
    public static string Of(IReadOnlyList<RunReport> runs)
    {
        string[] drifting = [.. runs.Where(run => run.Invariants.Any(invariant => invariant.IsLarge)).Select(run => run.Name)];
        return drifting.Length > 0 ? $"Invariants drift beyond their limits in {string.Join(", ", drifting)}."
            : runs.Any(run => run.Invariants.Any(invariant => invariant.Allowed is not null)) ? "Invariants are kept wherever solves approximate a flow."
            : "";
    }

    /// <summary>Why solves are listed apart, as a sentence of rich text; empty where they are not.</summary>
    public static string Apart(ErrorControl control) => control switch
    {
        ErrorControl.Training => "Invariants of the flow along training with a learning rate $\\eta$, which follows the flow as $\\eta \\to 0$ only: what drifts here is how the training differs, and no error.",
        ErrorControl.Unknown => "Solves by integrators that do not state their accuracy: drift is shown, not judged.",
        _ => "",
    };

    /// <summary>Where the drift is largest, as rich text.</summary>
    public static string Place(MonitoredInvariant invariant) => RichText.Escape(
        $"{invariant.Dimension} {(invariant.Dimension == 1 ? "component" : "components")}, {invariant.Integrator}");

    private static string Excess(MonitoredInvariant invariant) =>
        $"{Comparison(invariant)}, at time {NumberMarkup.Rich(invariant.Time, 4)} by {RichText.Escape(invariant.Integrator)}";

    private static string Comparison(MonitoredInvariant invariant) =>
        $"the {RichText.Escape(invariant.Name)} of {RichText.Escape(invariant.System)}, with a drift of {Rounded(invariant.Drift)} where accuracy explains {Rounded(invariant.Allowed!.Value)} ({Rounded(invariant.ShareOfAllowed!.Value)} of it)";

    /// <summary>A drift as rich text, rounded to two digits.</summary>
    public static string Rounded(double drift) => NumberMarkup.Rich(drift, Digits);
}
