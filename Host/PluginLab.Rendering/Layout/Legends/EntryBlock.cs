namespace PluginLab.Rendering.Layout.Legends;

/// <summary>The room that names take below each other and beside each other, for the legend of a panel and for that of a whole figure.</summary>
internal static class EntryBlock
{
    /// <summary>Space between the plot and the sample before a name beside it; a leader bridges it.</summary>
    public const double LeaderWidth = 12;

    public const double RowGap = 2;
    public const double EntryGap = 16;

    /// <summary>Share of the width of a figure that names beside a plot may take.</summary>
    public const double LargestShareBeside = 0.34;

    public static double LargestWidth(IReadOnlyList<LegendEntry> entries) => entries.Select(entry => entry.Width).DefaultIfEmpty(0).Max();

    /// <summary>Width of a column of names with what leads to it; 0 without any.</summary>
    public static double WidthBeside(IReadOnlyList<LegendEntry> entries) => entries.Count == 0 ? 0 : LeaderWidth + LargestWidth(entries);

    /// <summary>Height of names below each other.</summary>
    public static double HeightOfColumn(IReadOnlyList<LegendEntry> entries) => entries.Sum(entry => entry.Height + RowGap);

    /// <summary>Height of names in a row.</summary>
    public static double HeightOf(IReadOnlyList<LegendEntry> row) => row.Max(entry => entry.Height) + RowGap;

    /// <summary>Whether colour alone would tell the lines of data among the names apart.</summary>
    public static bool HasSeveralDataLines(IReadOnlyList<LegendEntry> entries) => entries.Count(entry => entry.IsDataLine) > 1;

    /// <summary>Breaks names into rows of a width; a name that is wider has a row of its own.</summary>
    public static IReadOnlyList<IReadOnlyList<LegendEntry>> Flow(IReadOnlyList<LegendEntry> entries, double width)
    {
        List<IReadOnlyList<LegendEntry>> rows = [];
        List<LegendEntry> row = [];
        double used = 0;
        foreach (LegendEntry entry in entries)
        {
            if (row.Count > 0 && used + entry.Width > width)
            {
                rows.Add(row);
                (row, used) = ([], 0);
            }

            row.Add(entry);
            used += entry.Width + EntryGap;
        }

        return row.Count == 0 ? rows : [.. rows, row];
    }
}
