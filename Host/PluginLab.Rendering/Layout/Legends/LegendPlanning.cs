using PluginLab.Figures;

namespace PluginLab.Rendering.Layout.Legends;

/// <summary>Finds where the names of marks go for a plot of a given size; a place that once did not fit is not tried again.</summary>
internal static class LegendPlanning
{
    public const double InsideMargin = 8;

    private const double LargestShareBelow = 0.3;

    public static void Plan(PanelPlan plan, FigureSize size, double cellRight)
    {
        Restore(plan);
        PlanTop(plan, cellRight);
        if (plan.Legend == LegendPlacement.Direct && !DirectNames.TryPlan(plan, size))
        {
            plan.Legend = LegendPlacement.Inside;
        }

        if (plan.Legend == LegendPlacement.Inside && !FitsInside(plan.Entries, plan.Plot))
        {
            Move(plan, "inside the plot", EntryBlock.HeightOfColumn(plan.Entries) <= plan.Plot.Height && EntryBlock.LargestWidth(plan.Entries) <= EntryBlock.LargestShareBeside * size.Width
                ? LegendPlacement.Right
                : LegendPlacement.Below);
        }

        if (plan.Legend == LegendPlacement.Right && EntryBlock.HeightOfColumn(plan.Entries) > plan.Plot.Height)
        {
            Move(plan, "beside the plot", LegendPlacement.Below);
        }

        if (plan.Legend == LegendPlacement.Right && EntryBlock.LargestWidth(plan.Entries) > EntryBlock.LargestShareBeside * size.Width && FitsBelow(plan, size))
        {
            Move(plan, "beside the plot", LegendPlacement.Below);
        }

        ShortenEntries(plan, size);
        plan.Rows = plan.Legend == LegendPlacement.Below ? RowsBelow(plan, size) : [];
        plan.UnnamedCount = plan.Legend == LegendPlacement.Below ? CountUnnamed(plan, plan.Rows) : 0;
    }

    /// <summary>Gives names beside plots up, where they leave too little room for the plots; says whether that changed anything.</summary>
    public static bool ClearSide(PanelPlan plan)
    {
        bool isBeside = plan.BesideEntries.Count > 0;
        if (isBeside)
        {
            Move(plan, "beside the plot", LegendPlacement.Below);
        }

        return isBeside;
    }

    private static void Move(PanelPlan plan, string place, LegendPlacement next)
    {
        plan.Legend = next;
        plan.Compromises.Add($"the legend has no room {place} and stands {(next == LegendPlacement.Right ? "to the right of" : "below")} it");
    }

    /// <summary>Takes back what was shortened for another place, or for a plot that was narrower then.</summary>
    private static void Restore(PanelPlan plan)
    {
        if (plan.Shortened.Count > 0)
        {
            plan.Entries = [.. plan.Entries.Select(entry => plan.Shortened.Remove(entry.Text.ToPlainText()) ? entry.Within(double.PositiveInfinity).Entry : entry)];
        }
    }

    private static bool FitsBelow(PanelPlan plan, FigureSize size) =>
        CountUnnamed(plan, RowsBelow(plan, size)) == 0 && EntryBlock.LargestWidth(plan.Entries) <= plan.Plot.Width;

    /// <summary>Names vertical guides above the plot, or leaves them to the legend where they do not fit.</summary>
    private static void PlanTop(PanelPlan plan, double cellRight)
    {
        LegendEntry[] shown = [.. plan.TopEntries.Where(entry => TopPosition(entry.Mark, plan) is not null)];
        double[] sizes = [.. shown.Select(entry => entry.Label.Width + 8)];
        if (sizes.Sum() > plan.Plot.Width)
        {
            plan.Entries = [.. plan.Entries, .. plan.TopEntries];
            plan.TopEntries = [];
            plan.TopCentres = [];
            return;
        }

        plan.TopEntries = shown;
        plan.TopCentres = PushApart.Place([.. shown.Select(entry => TopPosition(entry.Mark, plan)!.Value)], sizes, plan.Plot.X - 4, Math.Min(plan.Plot.X + plan.Plot.Width + 8, cellRight));
    }

    public static double? TopPosition(Mark mark, PanelPlan plan)
    {
        (double lower, double upper) = mark is ReferenceLine line ? (line.Value, line.Value) : mark is ReferenceBand band ? (band.Lower, band.Upper) : (0, 0);
        bool isShown = plan.X.CanShow(lower) && plan.X.Contains(lower) && plan.X.Contains(upper);
        return isShown ? (plan.X.ToPixel(lower) + plan.X.ToPixel(upper)) / 2 : null;
    }

    /// <summary>Whether a box of names leaves enough of a plot to see.</summary>
    public static bool FitsInside(IReadOnlyList<LegendEntry> entries, Box plot) =>
        EntryBlock.LargestWidth(entries) <= (0.7 * plot.Width) - (2 * InsideMargin)
        && EntryBlock.HeightOfColumn(entries) <= (0.55 * plot.Height) - (2 * InsideMargin);

    private static void ShortenEntries(PanelPlan plan, FigureSize size)
    {
        double room = plan.Legend == LegendPlacement.Right ? EntryBlock.LargestShareBeside * size.Width : plan.Plot.Width;
        if (EntryBlock.LargestWidth(plan.Entries) <= room)
        {
            return;
        }

        List<LegendEntry> fitted = [];
        foreach (LegendEntry entry in plan.Entries)
        {
            (LegendEntry shorter, bool isCut) = entry.Within(room);
            fitted.Add(shorter);
            if (isCut)
            {
                plan.Shortened.Add(entry.Text.ToPlainText());
            }
        }

        plan.Entries = fitted;
    }

    /// <summary>The rows of a legend below the plot for which the figure has the height, the first in any case.</summary>
    private static IReadOnlyList<IReadOnlyList<LegendEntry>> RowsBelow(PanelPlan plan, FigureSize size)
    {
        double height = 0;
        return [.. EntryBlock.Flow(plan.Entries, plan.Plot.Width).TakeWhile((row, i) => (height += EntryBlock.HeightOf(row)) <= LargestShareBelow * size.Height || i == 0)];
    }

    private static int CountUnnamed(PanelPlan plan, IReadOnlyList<IReadOnlyList<LegendEntry>> rows) => plan.Entries.Count - rows.Sum(row => row.Count);
}
