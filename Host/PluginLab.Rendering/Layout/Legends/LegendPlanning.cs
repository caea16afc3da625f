using PluginLab.Figures;

namespace PluginLab.Rendering.Layout.Legends;

/// <summary>Finds where the names of marks go for a plot of a given size; a place that once did not fit is not tried again.</summary>
internal static class LegendPlanning
{
    private const double LargestShareBelow = 0.3;
    private const double NarrowestBeside = 240;

    public static void Plan(PanelPlan plan, FigureSize size, double cellRight)
    {
        Restore(plan);
        PlanTop(plan, cellRight);
        if (plan.Legend == LegendPlacement.Direct && !DirectNames.TryPlan(plan, size))
        {
            plan.Legend = LegendPlacement.Inside;
        }

        PlanBox(plan, size);
        if (plan.Legend == LegendPlacement.Right && !FitsBeside(plan, size))
        {
            Move(plan, "beside the plot", LegendPlacement.Below);
        }

        ShortenEntries(plan, size);
        plan.Rows = RowsBelow(plan, plan.BelowEntries, size);
        plan.UnnamedCount = plan.BelowEntries.Count - plan.Rows.Sum(row => row.Count);
    }

    /// <summary>Finds a place on the plot for names that belong there, or sends them away.</summary>
    private static void PlanBox(PanelPlan plan, FigureSize size)
    {
        plan.LegendBox = plan.BoxedEntries.Count == 0 ? null : InsidePlace.Find(plan, plan.BoxedEntries);
        if (plan.BoxedEntries.Count == 0 || plan.LegendBox is not null)
        {
            return;
        }

        if (plan.Legend == LegendPlacement.Direct)
        {
            plan.AreEndlessBelow = true;
            return;
        }

        // Below a plot, names cost some height; beside one that is narrow already, or would be higher than wide, they cost more.
        double left = plan.Plot.Width - EntryBlock.WidthBeside(plan.Entries);
        bool fitsBeside = FitsBeside(plan, size) && ((left >= NarrowestBeside && left >= plan.Plot.Height) || !FitsBelow(plan, size));
        Move(plan, "inside the plot", fitsBeside ? LegendPlacement.Right : LegendPlacement.Below);
    }

    private static bool FitsBeside(PanelPlan plan, FigureSize size) =>
        EntryBlock.HeightOfColumn(plan.Entries) <= plan.Plot.Height
        && (EntryBlock.LargestWidth(plan.Entries) <= EntryBlock.LargestShareBeside * size.Width || !FitsBelow(plan, size));

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

    /// <summary>Moves names; a compromise only where the figure asked for a place, which the default does not.</summary>
    private static void Move(PanelPlan plan, string place, LegendPlacement next)
    {
        plan.Legend = next;
        if (plan.Panel.Legend == LegendPlacement.Direct)
        {
            return;
        }

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
        RowsBelow(plan, plan.Entries, size).Sum(row => row.Count) == plan.Entries.Count && EntryBlock.LargestWidth(plan.Entries) <= plan.Plot.Width;

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
    private static IReadOnlyList<IReadOnlyList<LegendEntry>> RowsBelow(PanelPlan plan, IReadOnlyList<LegendEntry> entries, FigureSize size)
    {
        double height = 0;
        return [.. EntryBlock.Flow(entries, plan.Plot.Width).TakeWhile((row, i) => (height += EntryBlock.HeightOf(row)) <= LargestShareBelow * size.Height || i == 0)];
    }
}
