using PluginLab.Figures;
using PluginLab.Rendering.Scales;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Layout;

/// <summary>Finds limits, ticks and labels of the axes of a panel for a plot of a given size.</summary>
internal static class AxisPlanning
{
    public const double TickLength = 5;
    public const double TickGap = 3;
    public const double AxisLineHeight = 15;
    public const double AxisLabelGap = 5;
    public const double VerticalSpacing = 52;

    private const double HorizontalSpacing = 84;

    public static void Plan(PanelPlan plan)
    {
        (Limits x, Limits y) = plan.FoundLimits;
        if (plan.Panel.IsAspectLocked)
        {
            (x, y) = LockAspect(plan, x, y);
        }

        Box plot = plan.Plot;
        plan.X = new AxisMap(plan.Panel.X.Scale, x, plot.X, plot.X + plot.Width);
        plan.Y = new AxisMap(plan.Panel.Y.Scale, y, plot.Y + plot.Height, plot.Y);
        plan.XTicks = Named(Ticks(plan.X, TickDirection.Horizontal, HorizontalSpacing), plan.IsXNamed);
        plan.YTicks = Named(Ticks(plan.Y, TickDirection.Vertical, VerticalSpacing), plan.IsYNamed);
        double factorRoom = plan.XTicks.FactorExponent != 0 ? 90 : 0;
        plan.XLabel = plan.IsXNamed ? Lines(plan, plan.Panel.X, plot.Width + 16 - factorRoom) : [];
        plan.YLabel = plan.IsYNamed ? Lines(plan, plan.Panel.Y, plot.Height) : [];
        foreach (ColorBarPlan bar in plan.ColorBars)
        {
            bar.Plan(plot.Height);
            bar.Title = Wrap(plan, RichText.Parse(bar.Norm.Scale.Label), TextStyle.Axis, plot.Height, 2);
        }
    }

    /// <summary>Lines of a text within a width; remembers texts that had to be shortened.</summary>
    public static IReadOnlyList<Label> Wrap(PanelPlan plan, RichText text, TextStyle style, double width, int lineCount)
    {
        (IReadOnlyList<Label> lines, bool isCut) = LabelWrapping.Wrap(text, style, width, lineCount);
        if (isCut)
        {
            plan.Shortened.Add(text.ToPlainText());
        }

        return lines;
    }

    private static IReadOnlyList<Label> Lines(PanelPlan plan, Axis axis, double width)
    {
        string text = axis.Unit is null ? axis.Label : $"{axis.Label} ({axis.Unit})";
        return text.Length == 0 ? [] : Wrap(plan, RichText.Parse(text), TextStyle.Axis, width, 2);
    }

    private static TickSet Named(TickSet ticks, bool isNamed) => isNamed ? ticks : ticks.WithoutLabels();

    public static TickSet Ticks(AxisMap map, TickDirection direction, double spacing) => map.Scale == AxisScale.Logarithmic
        ? LogTicks.Choose(map.Limits, map.Length, direction, spacing)
        : LinearTicks.Choose(map.Limits, map.Length, direction, spacing);

    /// <summary>Widens fitted limits, or else (around an image always) narrows the plot, until a unit is as long on both axes.</summary>
    private static (Limits X, Limits Y) LockAspect(PanelPlan plan, Limits x, Limits y)
    {
        (AxisScale xScale, AxisScale yScale) = (plan.Panel.X.Scale, plan.Panel.Y.Scale);
        double xUnit = plan.Plot.Width / Range(xScale, x);
        double yUnit = plan.Plot.Height / Range(yScale, y);
        if (xUnit > yUnit && plan.Panel.X.Limits is null && !plan.HasImage)
        {
            return (Widen(xScale, x, xUnit / yUnit), y);
        }

        if (yUnit > xUnit && plan.Panel.Y.Limits is null && !plan.HasImage)
        {
            return (x, Widen(yScale, y, yUnit / xUnit));
        }

        double width = xUnit > yUnit ? Math.Round(plan.Plot.Width * yUnit / xUnit) : plan.Plot.Width;
        double height = yUnit > xUnit ? Math.Round(plan.Plot.Height * xUnit / yUnit) : plan.Plot.Height;
        plan.Plot = new Box(plan.Plot.X + Math.Floor((plan.Plot.Width - width) / 2), plan.Plot.Y + Math.Floor((plan.Plot.Height - height) / 2), width, height);
        return (x, y);
    }

    private static double Range(AxisScale scale, Limits limits) =>
        AxisMap.Transform(scale, limits.Upper) - AxisMap.Transform(scale, limits.Lower);

    private static Limits Widen(AxisScale scale, Limits limits, double factor)
    {
        double middle = (AxisMap.Transform(scale, limits.Lower) + AxisMap.Transform(scale, limits.Upper)) / 2;
        double half = Range(scale, limits) / 2 * factor;
        return new Limits(AxisMap.Invert(scale, middle - half), AxisMap.Invert(scale, middle + half));
    }
}
