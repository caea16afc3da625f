using PluginLab.Figures;
using PluginLab.Rendering.Layout.Legends;
using PluginLab.Rendering.Marks;
using PluginLab.Rendering.Marks.Fields;
using PluginLab.Rendering.Raster;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Layout;

/// <summary>Begins the layout of a panel: looks, names, notes; what does not depend on sizes.</summary>
internal static class PanelPlanning
{
    public static PanelPlan Begin(Figure figure, int index)
    {
        Panel panel = figure.Panels[index];
        IReadOnlyList<MarkLook> looks = MarkLooks.Assign(panel);
        LegendEntry[] entries = panel.Legend == LegendPlacement.None ? []
            : [.. panel.Marks.Select((mark, i) => (mark, look: looks[i])).Where(pair => IsNamed(pair.mark)).Select(pair => LegendEntry.Create(pair.mark, pair.look, panel))];
        bool isDirect = panel.Legend == LegendPlacement.Direct;
        LegendEntry[] above = isDirect ? [.. entries.Where(entry => IsVerticalGuide(entry.Mark))] : [];
        return new PanelPlan
        {
            Panel = panel,
            Letter = figure.Panels.Count > 1 ? LetterOf(index) : "",
            Looks = looks,
            Entries = [.. entries.Except(above)],
            TopEntries = above,
            ColorBars = [.. panel.Marks.OfType<HeatMap>().Select(Bar)],
            Notes = NotesOf(panel),
            Legend = panel.Legend,
        };
    }

    private static bool IsNamed(Mark mark) => mark.Label is not null && mark is not (HeatMap or Annotation);

    private static bool IsVerticalGuide(Mark mark) =>
        mark is ReferenceLine { Orientation: Orientation.Vertical } or ReferenceBand { Orientation: Orientation.Vertical };

    private static string LetterOf(int index) => index < 26 ? $"({(char)('a' + index)})" : $"({Positions.Of(index + 1)})";

    private static ColorBarPlan Bar(HeatMap map) => new()
    {
        Norm = ColorNorm.Fit(map.Scale, map.Values),
        HasMissing = map.Values.Any(value => double.IsNaN(value) || (map.Scale.Norm == AxisScale.Logarithmic && value <= 0)),
    };

    private static List<string> NotesOf(Panel panel)
    {
        int dropped = panel.Marks.Sum(mark => MarkValues.CountDropped(mark, panel.X.Scale, panel.Y.Scale));
        int cells = panel.Marks.OfType<HeatMap>().Sum(HeatMapPainter.CountDropped);
        List<string> notes = [];
        if (dropped > 0)
        {
            notes.Add(dropped == 1 ? "1 point ≤ 0 not shown" : $"{Positions.Of(dropped)} points ≤ 0 not shown");
        }

        if (cells > 0)
        {
            notes.Add(cells == 1 ? "1 cell ≤ 0 has no colour" : $"{Positions.Of(cells)} cells ≤ 0 have no colour");
        }

        foreach (Mark mark in panel.Marks.Where(HasNothing))
        {
            notes.Add($"{(mark.Label is null ? mark.Id : RichText.Parse(mark.Label).ToPlainText())}: no finite value");
        }

        return notes;
    }

    private static bool HasNothing(Mark mark) =>
        MarkValues.IsPointwise(mark) && MarkValues.AlongY(mark).Any(column => column.Values.All(double.IsNaN));

    /// <summary>Limits of the axes: as given, or around all that the panel shows.</summary>
    public static (Limits X, Limits Y) ResolveLimits(PanelPlan plan)
    {
        Panel panel = plan.Panel;
        AxisRange across = new(panel.X.Scale);
        AxisRange up = new(panel.Y.Scale);
        foreach (Mark mark in panel.Marks)
        {
            Gather(mark, panel, across, up);
        }

        double xPadding = plan.HasHeatMap || panel.X.Scale == AxisScale.Logarithmic ? 0 : 0.04;
        double yPadding = plan.HasHeatMap ? 0 : 0.04;
        return (panel.X.Limits ?? across.Fit(NeedsMargin(panel) ? Math.Max(xPadding, 0.04) : xPadding), panel.Y.Limits ?? up.Fit(yPadding));
    }

    /// <summary>Markers at the edge of a logarithmic axis would stand half outside.</summary>
    private static bool NeedsMargin(Panel panel) => panel.Marks.Any(mark => mark is Scatter or ErrorBars);

    private static void Gather(Mark mark, Panel panel, AxisRange across, AxisRange up)
    {
        IReadOnlyList<double> x = MarkValues.AlongX(mark);
        across.Include(x);
        bool isLimited = panel.X.Limits is not null && MarkValues.IsPointwise(mark);
        foreach (MarkValues.Column column in MarkValues.AlongY(mark))
        {
            if (!isLimited)
            {
                up.Include(column.Values);
                continue;
            }

            (double[] abscissae, double[] ordinates, Limits shown) = (MarkArrays.Of(x), MarkArrays.Of(column.Values), panel.X.Limits!.Value);
            for (int i = 0; i < abscissae.Length; i++)
            {
                up.Include(abscissae[i] >= shown.Lower && abscissae[i] <= shown.Upper ? ordinates[i] : double.NaN);
            }
        }

        if (mark is FitLine fit)
        {
            up.Include(MarkValues.FitEnds(fit, panel.X.Scale, panel.Y.Scale).Y);
        }
    }
}
