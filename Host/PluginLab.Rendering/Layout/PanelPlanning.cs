using PluginLab.Figures;
using PluginLab.Rendering.Layout.Legends;
using PluginLab.Rendering.Marks;
using PluginLab.Rendering.Marks.Fields;
using PluginLab.Rendering.Marks.Looks;

namespace PluginLab.Rendering.Layout;

/// <summary>Begins the layout of a panel: looks, names, notes; what does not depend on sizes.</summary>
internal static class PanelPlanning
{
    public static PanelPlan Begin(Figure figure, PanelGrid grid, int index)
    {
        Panel panel = figure.Panels[index];
        IReadOnlyList<MarkLook> looks = MarkLooks.Assign(panel);
        LegendPlacement placement = grid.Has(SharedParts.Legend) ? LegendPlacement.None : panel.Legend;
        bool isDirect = placement == LegendPlacement.Direct;
        LegendEntry[] entries = placement == LegendPlacement.None ? [] : [.. EntriesOf(panel, looks).Where(entry => !(isDirect && entry.Mark is Nullcline))];
        LegendEntry[] above = isDirect ? [.. entries.Where(entry => IsVerticalGuide(entry.Mark))] : [];
        return new PanelPlan
        {
            Panel = panel,
            Letter = figure.Panels.Count > 1 && !StripRows.AreRows(figure) ? LetterOf(index) : "",
            Looks = looks,
            Entries = [.. entries.Except(above)],
            TopEntries = above,
            ColorBars = grid.Has(SharedParts.ColorBar) ? [] : [.. ColoredValues.Of(panel).Select(values => ColorBarPlan.Of([values]))],
            Notes = NotesOf(panel),
            Legend = placement,
            NamesNullclines = isDirect,
            IsXNamed = grid.IsXNamed(index),
            IsYNamed = grid.IsYNamed(index),
        };
    }

    /// <summary>The marks of a panel that a legend names.</summary>
    public static IEnumerable<LegendEntry> EntriesOf(Panel panel, IReadOnlyList<MarkLook> looks) =>
        panel.Marks.Select((mark, i) => (mark, look: looks[i])).Where(pair => IsNamed(pair.mark)).Select(pair => LegendEntry.Create(pair.mark, pair.look, panel));

    /// <summary>Whether the panel shows an image, which covers the grid and reaches to the axes.</summary>
    public static bool HasImage(Panel panel) => panel.Marks.Any(mark => mark is HeatMap or MatrixStrip);

    private static bool IsNamed(Mark mark) => mark.Label is not null && mark is not (HeatMap or MatrixStrip or VerdictTable or Annotation);

    private static bool IsVerticalGuide(Mark mark) =>
        mark is ReferenceLine { Orientation: Orientation.Vertical } or ReferenceBand { Orientation: Orientation.Vertical };

    private static string LetterOf(int index) => index < 26 ? $"({(char)('a' + index)})" : $"({Positions.Of(index + 1)})";

    private static List<string> NotesOf(Panel panel)
    {
        int dropped = panel.Marks.Sum(mark => DroppedPoints.Count(mark, panel.X.Scale, panel.Y.Scale));
        int cells = ColoredValues.Of(panel).Sum(values => values.CountDropped());
        int outside = panel.Marks.OfType<Histogram>().Sum(histogram => histogram.Outside);
        List<string> notes = [];
        if (dropped > 0)
        {
            notes.Add(dropped == 1 ? "1 point ≤ 0 not shown" : $"{Positions.Of(dropped)} points ≤ 0 not shown");
        }

        if (cells > 0)
        {
            notes.Add(cells == 1 ? "1 cell ≤ 0 has no colour" : $"{Positions.Of(cells)} cells ≤ 0 have no colour");
        }

        if (outside > 0)
        {
            notes.Add(outside == 1 ? "1 value outside all bins" : $"{Positions.Of(outside)} values outside all bins");
        }

        foreach (Mark mark in panel.Marks.Where(HasNothing))
        {
            notes.Add($"{(mark.Label is null ? mark.Id : RichText.Parse(mark.Label).ToPlainText())}: no finite value");
        }

        return notes;
    }

    private static bool HasNothing(Mark mark) =>
        MarkValues.IsPointwise(mark) && MarkValues.AlongY(mark).Any(column => column.Values.All(double.IsNaN));
}
