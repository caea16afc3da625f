using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Rendering.Checks;

/// <summary>Finds what keeps an axis from being drawn.</summary>
internal static class AxisChecks
{
    private const double LargestPadding = 10;

    public static void Check(Axis axis, string where, List<string> problems)
    {
        FigureChecks.CheckText(axis.Label, where, problems);
        FigureChecks.CheckText(axis.Unit, $"unit of the {where}", problems);
        if (axis.Limits is { } limits)
        {
            ValueChecks.CheckLimits(limits, axis.Scale, $"The {where}", problems);
        }

        if (axis.Scale == AxisScale.SymmetricLogarithmic && axis is not { LinearRange: > 0 and <= 1e300 })
        {
            problems.Add($"The {where} is linear up to {NumberText.Of(axis.LinearRange)}; its linear range must be positive and finite.");
        }

        if (axis.Padding is { } padding && padding is not (>= 0 and <= LargestPadding))
        {
            problems.Add($"The {where} has the padding {NumberText.Of(padding)}; it is a share of the range, from 0 to {NumberText.Of(LargestPadding)}.");
        }

        CheckTicks(axis, where, problems);
    }

    /// <summary>Adds a sentence if a fitted line stands on axes where it is not straight.</summary>
    public static void CheckFit(Mark mark, Panel panel, string where, List<string> problems)
    {
        if (mark is FitLine && (panel.X.Scale == AxisScale.SymmetricLogarithmic || panel.Y.Scale == AxisScale.SymmetricLogarithmic))
        {
            problems.Add($"Mark '{mark.Id}' in {where} is a fitted line on a symmetric logarithmic axis, where it is not straight; give the panel linear or logarithmic axes.");
        }
    }

    /// <summary>Adds a sentence if a mark that makes the axes of its panel does not have it for itself.</summary>
    public static void CheckAlone(Panel panel, string where, List<string> problems)
    {
        Mark? maker = panel.Marks.FirstOrDefault(mark => mark is MatrixStrip or VerdictTable);
        bool hasOwnAxes = new[] { panel.X, panel.Y }.Any(axis => axis is not { Scale: AxisScale.Linear, Limits: null, Ticks: null });
        if (maker is not null && (panel.Marks.Count > 1 || hasOwnAxes))
        {
            problems.Add($"Mark '{maker.Id}' makes the axes of {where}; it must be alone there, on linear axes without limits and ticks.");
        }
    }

    private static void CheckTicks(Axis axis, string where, List<string> problems)
    {
        if (axis.Ticks is not { } ticks)
        {
            return;
        }

        if (ticks.Count == 0 || ticks.Any(tick => !double.IsFinite(tick.Value)) || ticks.Zip(ticks.Skip(1), (tick, next) => tick.Value >= next.Value).Any(isDown => isDown))
        {
            problems.Add($"The ticks of the {where} do not increase, are not finite or are none; give at least one, in the order of their values, or null for round numbers.");
        }

        foreach (AxisTick tick in ticks)
        {
            FigureChecks.CheckText(tick.Label, $"tick of the {where}", problems);
        }
    }
}
