using PluginLab.Figures;

namespace PluginLab.Rendering.Marks.Fields;

/// <summary>Where the maps of a matrix strip stand, and the axes that name them: a unit is the side of a cell.</summary>
internal static class StripAxes
{
    private const double GapShare = 0.12;

    /// <summary>The figure with axes for its strips.</summary>
    public static Figure Complete(Figure figure) => !figure.Panels.Any(panel => panel.Marks[0] is MatrixStrip) ? figure : figure with
    {
        Panels = [.. figure.Panels.Select(panel => panel.Marks[0] is MatrixStrip strip ? Complete(panel, strip) : panel)],
    };

    /// <summary>Left edge of the map at a time.</summary>
    public static double LeftOf(MatrixStrip strip, int time) => time * (strip.Columns + Gap(strip));

    private static double Gap(MatrixStrip strip) => Math.Max(0.25, GapShare * strip.Columns);

    private static Panel Complete(Panel panel, MatrixStrip strip) => panel with
    {
        IsAspectLocked = true,
        X = panel.X with
        {
            Limits = new Limits(0, LeftOf(strip, strip.Matrices.Count) - Gap(strip)),
            Ticks = [.. strip.Captions.Select((caption, k) => new AxisTick(LeftOf(strip, k) + (strip.Columns / 2.0), caption))],
        },
        Y = panel.Y with
        {
            Limits = new Limits(0, strip.Rows),
            Ticks = [.. Enumerable.Range(0, strip.Rows).Select(i => new AxisTick(i + 0.5, NameOf(strip, strip.Rows - 1 - i)))],
        },
    };

    private static string NameOf(MatrixStrip strip, int row) => strip.RowNames is { } names ? names[row] : Positions.Of(row + 1);
}
