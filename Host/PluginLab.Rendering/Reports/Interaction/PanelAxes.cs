using System.Globalization;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Reports.Interaction;

/// <summary>The rectangle of a panel with the height of the names above it, and its axes, as the page's script reads them.</summary>
internal static class PanelAxes
{
    private const string FactorMark = " × 10^";
    private const double LargestGap = 14;
    private const int LargestZoom = 20;

    public static object[] Write(Panel panel, PanelLayout layout, LayoutReport figure)
    {
        Box plot = layout.Plot;
        double bottom = plot.Y + plot.Height;
        IEnumerable<Box> upright = figure.Texts.Where(text => text.Rotation == 0).Select(text => text.Box);
        double below = upright.Where(box => box.Y >= bottom && box.Y <= bottom + LargestGap && IsWithin(box.X + (box.Width / 2), plot.X, plot.Width))
            .Select(box => box.Y + box.Height - bottom).DefaultIfEmpty(0).Max();
        double left = upright.Where(box => box.X + box.Width <= plot.X && box.X + box.Width >= plot.X - LargestGap && IsWithin(box.Y + (box.Height / 2), plot.Y, plot.Height))
            .Select(box => plot.X - box.X).DefaultIfEmpty(0).Max();
        return
        [
            new[] { plot.X, plot.Y, plot.Width, plot.Height, FactorOf(layout.Y) == 0 ? HeightAbove(panel, plot, figure) : 1, IsPlain(panel) ? LargestZoom : 1 },
            Axis(panel.X, layout.X, layout.X.TickLabels.Any(label => label.Length > 0) ? below : 0),
            Axis(panel.Y, layout.Y, layout.Y.TickLabels.Any(label => label.Length > 0) ? left : 0),
        ];
    }

    /// <summary>Height of the names of vertical guides: they stand where the guides are, and nowhere else.</summary>
    private static double HeightAbove(Panel panel, Box plot, LayoutReport figure)
    {
        HashSet<string> names = [.. panel.Marks.Where(mark => mark is ReferenceLine or ReferenceBand && mark.Label is not null).Select(mark => TolerantText.ToPlainText(mark.Label!))];
        return figure.Texts.Where(text => names.Contains(text.Text) && text.Box.Y + text.Box.Height <= plot.Y && text.Box.Y + text.Box.Height >= plot.Y - LargestGap)
            .Select(text => Math.Ceiling(plot.Y - text.Box.Y)).DefaultIfEmpty(0).Max() + 1;
    }

    private static object?[] Axis(Axis axis, ScaleLayout scale, double labels)
    {
        string name = LabelText.Of(axis.Label) + (axis.Unit is null ? "" : $" ({LabelText.Of(axis.Unit)})");
        AxisTransform transform = PointThinning.Map(scale).Transform;
        return
        [
            scale.Scale switch { AxisScale.Linear => 0, AxisScale.Logarithmic => 1, _ => -scale.LinearRange },
            transform.Apply(scale.Limits.Lower), transform.Apply(scale.Limits.Upper),
            scale.StartPixel, scale.EndPixel, name, Math.Ceiling(labels), FactorOf(scale),
            axis.Ticks is null ? null : axis.Ticks.GroupBy(tick => NumberText.Of(tick.Value)).ToDictionary(ticks => ticks.Key, ticks => LabelText.Of(ticks.First().Label)),
        ];
    }

    /// <summary>Whether new ticks can be found for a part of a panel: not for what is drawn beside the axes.</summary>
    private static bool IsPlain(Panel panel) => !panel.Marks.Any(mark => mark is MatrixStrip or VerdictTable);

    private static int FactorOf(ScaleLayout scale)
    {
        string[] parts = scale.TickLabels.FirstOrDefault(label => label.Contains(FactorMark, StringComparison.Ordinal))?.Split(FactorMark) ?? [];
        return parts.Length == 2 && scale.Scale == AxisScale.Linear && int.TryParse(parts[1], CultureInfo.InvariantCulture, out int exponent) ? exponent : 0;
    }

    private static bool IsWithin(double position, double start, double length) => position >= start - 1 && position <= start + length + 1;
}
