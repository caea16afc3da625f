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
        double roomHeight = plan.Plot.Height;
        if (plan.Panel.IsAspectLocked)
        {
            (x, y) = LockAspect(plan, x, y);
        }

        if (plan.Panel.Marks[0] is VerdictTable)
        {
            (x, y) = (new Limits(0, 1), new Limits(0, 1));
        }

        Box plot = plan.Plot;
        plan.X = new AxisMap(AxisTransform.Of(plan.Panel.X), x, plot.X, plot.X + plot.Width);
        plan.Y = new AxisMap(AxisTransform.Of(plan.Panel.Y), y, plot.Y + plot.Height, plot.Y);
        plan.XTicks = Named(Ticks(plan, plan.Panel.X, plan.X, TickDirection.Horizontal), plan.IsXNamed);
        plan.YTicks = Named(Ticks(plan, plan.Panel.Y, plan.Y, TickDirection.Vertical), plan.IsYNamed);
        double factorRoom = plan.XTicks.FactorExponent != 0 ? 90 : 0;
        plan.XLabel = plan.IsXNamed ? Lines(plan, plan.Panel.X, plot.Width + 16 - factorRoom) : [];
        plan.YLabel = plan.IsYNamed ? Lines(plan, plan.Panel.Y, roomHeight) : [];
        foreach (ColorBarPlan bar in plan.ColorBars)
        {
            bar.Plan(plot.Height);
            bar.Title = Wrap(plan, RichText.Parse(bar.Norm.Scale.Label), TextStyle.Axis, roomHeight, 2);
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

    private static TickSet Ticks(PanelPlan plan, Axis axis, AxisMap map, TickDirection direction)
    {
        if (plan.Panel.Marks[0] is VerdictTable)
        {
            return new TickSet { Values = [], Texts = [] };
        }

        if (axis.Ticks is null)
        {
            return Ticks(map, direction, direction == TickDirection.Horizontal ? HorizontalSpacing : VerticalSpacing);
        }

        (TickSet ticks, int stride) = NamedTicks.Choose(axis.Ticks, map, direction);
        if (stride > 1)
        {
            plan.Compromises.Add($"there is room for one of {Positions.Of(stride)} names of the {(direction == TickDirection.Horizontal ? "horizontal" : "vertical")} axis");
        }

        return ticks;
    }

    /// <summary>Round numbers that fit an axis.</summary>
    public static TickSet Ticks(AxisMap map, TickDirection direction, double spacing) => map.Scale switch
    {
        AxisScale.Logarithmic => LogTicks.Choose(map.Limits, map.Length, direction, spacing),
        AxisScale.SymmetricLogarithmic => SymmetricLogTicks.Choose(map, direction, spacing),
        _ => LinearTicks.Choose(map.Limits, map.Length, direction, spacing),
    };

    /// <summary>Widens fitted limits, or else (around images and grids always) narrows the plot, until a unit is as long on both axes.</summary>
    private static (Limits X, Limits Y) LockAspect(PanelPlan plan, Limits x, Limits y)
    {
        (AxisTransform xScale, AxisTransform yScale) = (AxisTransform.Of(plan.Panel.X), AxisTransform.Of(plan.Panel.Y));
        bool isFixed = plan.HasImage || PanelLimits.HasGrid(plan.Panel);
        double xUnit = plan.Plot.Width / Range(xScale, x);
        double yUnit = plan.Plot.Height / Range(yScale, y);
        if (xUnit > yUnit && plan.Panel.X.Limits is null && !isFixed)
        {
            return (Widen(xScale, x, xUnit / yUnit), y);
        }

        if (yUnit > xUnit && plan.Panel.Y.Limits is null && !isFixed)
        {
            return (x, Widen(yScale, y, yUnit / xUnit));
        }

        double width = xUnit > yUnit ? Math.Round(plan.Plot.Width * yUnit / xUnit) : plan.Plot.Width;
        double height = yUnit > xUnit ? Math.Round(plan.Plot.Height * xUnit / yUnit) : plan.Plot.Height;
        plan.Plot = new Box(plan.Plot.X + Math.Floor((plan.Plot.Width - width) / 2), plan.Plot.Y + Math.Floor((plan.Plot.Height - height) / 2), width, height);
        return (x, y);
    }

    private static double Range(AxisTransform transform, Limits limits) => transform.Apply(limits.Upper) - transform.Apply(limits.Lower);

    private static Limits Widen(AxisTransform transform, Limits limits, double factor)
    {
        double middle = (transform.Apply(limits.Lower) + transform.Apply(limits.Upper)) / 2;
        double half = Range(transform, limits) / 2 * factor;
        return new Limits(transform.Invert(middle - half), transform.Invert(middle + half));
    }
}
