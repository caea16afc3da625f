using PluginLab.Rendering.Layout.Legends;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Layout;

/// <summary>The space that the texts around a plot need.</summary>
internal static class PanelMargins
{
    public const double HeadingLineHeight = 17;
    public const double TopRowHeight = 16;
    public const double FactorRowHeight = 16;
    public const double NoteLineHeight = 13;
    public const double LegendGap = 8;

    private const double TickDepth = AxisPlanning.TickLength + AxisPlanning.TickGap;

    public static Margins Of(PanelPlan plan) => new(Left(plan), Top(plan), Right(plan), Bottom(plan));

    /// <summary>Space between the plot and the label of the vertical axis.</summary>
    public static double YLabelOffset(PanelPlan plan) => TickDepth + plan.YTicks.LargestLabelWidth + AxisPlanning.AxisLabelGap;

    /// <summary>Space between the plot and the label of the horizontal axis.</summary>
    public static double XLabelOffset(PanelPlan plan) => TickDepth + TickLabelHeight(plan.XTicks) + AxisPlanning.AxisLabelGap;

    /// <summary>Space between the plot and a legend below it.</summary>
    public static double LegendOffset(PanelPlan plan) =>
        XLabelOffset(plan) + Math.Max(LineStack.HeightOf(plan.XLabel, AxisPlanning.AxisLineHeight), plan.XTicks.FactorExponent != 0 ? AxisPlanning.AxisLineHeight : 0) + LegendGap;

    /// <summary>Space between the plot and the notes below it.</summary>
    public static double NoteOffset(PanelPlan plan) =>
        LegendOffset(plan) - LegendGap + (plan.Rows.Count > 0 ? LegendGap + plan.Rows.Sum(EntryBlock.HeightOf) : 0) + 3;

    /// <summary>Height of the row of names above the plot.</summary>
    public static double TopRow(PanelPlan plan) => plan.TopEntries.Count == 0 ? 0 : Math.Max(TopRowHeight, plan.TopEntries.Max(entry => entry.Label.Height) + 5);

    public static bool HasFactorRow(PanelPlan plan) => plan.YTicks.FactorExponent != 0 || plan.ColorBars.Any(bar => bar.Ticks.FactorExponent != 0);

    public static double TickLabelHeight(TickSet ticks) =>
        ticks.Labels.Select(label => ticks.IsTurned ? label.Width : label.Height).DefaultIfEmpty(0).Max();

    private static double Left(PanelPlan plan)
    {
        double labels = YLabelOffset(plan) + LineStack.HeightOf(plan.YLabel, AxisPlanning.AxisLineHeight);
        return Math.Max(labels, Overhang(plan, atEnd: false));
    }

    private static double Right(PanelPlan plan)
    {
        double bars = plan.ColorBars.Sum(bar => bar.Width);
        double above = plan.TopEntries.Select((entry, i) => plan.TopCentres[i] + (entry.Label.Width / 2) - plan.Plot.X - plan.Plot.Width).DefaultIfEmpty(0).Max();
        return Math.Max(Math.Max(EntryBlock.WidthBeside(plan.BesideEntries) + bars, above), Math.Max(4, Overhang(plan, atEnd: true)));
    }

    private static double Top(PanelPlan plan) =>
        8 + LineStack.HeightOf(plan.Heading, HeadingLineHeight) + TopRow(plan) + (HasFactorRow(plan) ? FactorRowHeight : 0);

    private static double Bottom(PanelPlan plan) =>
        NoteOffset(plan) + (plan.NoteLines.Count > 0 ? plan.NoteLines.Count * NoteLineHeight : 0);

    /// <summary>How far the first or last tick label reaches beyond the plot.</summary>
    private static double Overhang(PanelPlan plan, bool atEnd)
    {
        double largest = 0;
        for (int i = 0; i < plan.XTicks.Labels.Count; i++)
        {
            double at = plan.X.ToPixel(plan.XTicks.Values[i]);
            double half = (plan.XTicks.IsTurned ? plan.XTicks.Labels[i].Height : plan.XTicks.Labels[i].Width) / 2;
            double beyond = atEnd ? at + half - plan.Plot.X - plan.Plot.Width : plan.Plot.X - at + half;
            largest = Math.Max(largest, beyond);
        }

        return largest;
    }
}
