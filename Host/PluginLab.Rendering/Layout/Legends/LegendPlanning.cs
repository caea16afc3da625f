using PluginLab.Figures;

namespace PluginLab.Rendering.Layout.Legends;

/// <summary>Finds where the names of marks go for a plot of a given size; a place that once did not fit is not tried again.</summary>
internal static class LegendPlanning
{
    /// <summary>Space between the plot and the sample before a name beside it; a leader bridges it.</summary>
    public const double LeaderWidth = 12;

    public const double RowGap = 2;
    public const double InsideMargin = 8;
    public const double EntryGap = 16;

    /// <summary>Share of the width of a figure that names beside a plot may take.</summary>
    public const double LargestShareBeside = 0.34;

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
            Move(plan, "inside the plot", HeightOfColumn(plan.Entries) <= plan.Plot.Height && LargestWidth(plan.Entries) <= LargestShareBeside * size.Width
                ? LegendPlacement.Right
                : LegendPlacement.Below);
        }

        if (plan.Legend == LegendPlacement.Right && HeightOfColumn(plan.Entries) > plan.Plot.Height)
        {
            Move(plan, "beside the plot", LegendPlacement.Below);
        }

        if (plan.Legend == LegendPlacement.Right && LargestWidth(plan.Entries) > LargestShareBeside * size.Width && FitsBelow(plan, size))
        {
            Move(plan, "beside the plot", LegendPlacement.Below);
        }

        ShortenEntries(plan, size);
        plan.Rows = plan.Legend == LegendPlacement.Below ? Flow(plan, size) : [];
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

    private static bool FitsBelow(PanelPlan plan, FigureSize size)
    {
        _ = Flow(plan, size);
        return plan.UnnamedCount == 0 && LargestWidth(plan.Entries) <= plan.Plot.Width;
    }

    public static double LargestWidth(IReadOnlyList<LegendEntry> entries) => entries.Select(entry => entry.Width).DefaultIfEmpty(0).Max();

    /// <summary>Width of a column of names beside the plot, with what leads to it; 0 without any.</summary>
    public static double WidthBeside(PanelPlan plan) => plan.BesideEntries.Count == 0 ? 0 : LeaderWidth + LargestWidth(plan.BesideEntries);

    /// <summary>Height of names below each other.</summary>
    public static double HeightOfColumn(IReadOnlyList<LegendEntry> entries) => entries.Sum(entry => entry.Height + RowGap);

    /// <summary>Height of names in a row.</summary>
    public static double HeightOf(IReadOnlyList<LegendEntry> row) => row.Max(entry => entry.Height) + RowGap;

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
        LargestWidth(entries) <= (0.7 * plot.Width) - (2 * InsideMargin)
        && HeightOfColumn(entries) <= (0.55 * plot.Height) - (2 * InsideMargin);

    private static void ShortenEntries(PanelPlan plan, FigureSize size)
    {
        double room = plan.Legend == LegendPlacement.Right ? LargestShareBeside * size.Width : plan.Plot.Width;
        if (LargestWidth(plan.Entries) <= room)
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

    private static List<IReadOnlyList<LegendEntry>> Flow(PanelPlan plan, FigureSize size)
    {
        List<List<LegendEntry>> rows = [[]];
        double used = 0;
        foreach (LegendEntry entry in plan.Entries)
        {
            if (rows[^1].Count > 0 && used + entry.Width > plan.Plot.Width)
            {
                rows.Add([]);
                used = 0;
            }

            rows[^1].Add(entry);
            used += entry.Width + EntryGap;
        }

        double height = 0;
        List<IReadOnlyList<LegendEntry>> shown = [.. rows.TakeWhile((row, i) => (height += HeightOf(row)) <= LargestShareBelow * size.Height || i == 0)];
        plan.UnnamedCount = plan.Entries.Count - shown.Sum(row => row.Count);
        return shown;
    }
}
