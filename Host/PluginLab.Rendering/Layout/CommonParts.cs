using PluginLab.Figures;
using PluginLab.Rendering.Layout.Legends;
using PluginLab.Rendering.Marks.Fields;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Layout;

/// <summary>The colour bar and the legend that all panels have in common, around the grid of panels: work space of one drawing.</summary>
internal sealed class CommonParts
{
    /// <summary>The colour bar; null if panels have bars of their own.</summary>
    public ColorBarPlan? ColorBar { get; private init; }

    /// <summary>The names of marks, each once; empty if panels have legends of their own.</summary>
    public required IReadOnlyList<LegendEntry> Entries { get; init; }

    /// <summary>Whether the legend stands to the right of the grid, not below.</summary>
    public required bool IsLegendRight { get; init; }

    /// <summary>The rows of a legend below the grid.</summary>
    public IReadOnlyList<IReadOnlyList<LegendEntry>> Rows { get; private set; } = [];

    /// <summary>The rectangle around all plots.</summary>
    public Box Area { get; private set; }

    /// <summary>Right edge of all that belongs to single panels.</summary>
    public double PanelsRight { get; private set; }

    /// <summary>Lower edge of all that belongs to single panels.</summary>
    public double PanelsBottom { get; private set; }

    /// <summary>Space to the right of the panels.</summary>
    public double Right { get; private set; }

    /// <summary>Space below the panels.</summary>
    public double Bottom { get; private set; }

    /// <summary>Whether colour alone would tell the lines of the common legend apart.</summary>
    public bool HasLineMarkers => EntryBlock.HasSeveralDataLines(Entries);

    /// <summary>Width of a legend beside the grid.</summary>
    public double LegendWidth => IsLegendRight ? EntryBlock.WidthBeside(Entries) : 0;

    public static CommonParts Begin(Figure figure, PanelGrid grid, IReadOnlyList<PanelPlan> plans)
    {
        ColoredValues[] maps = grid.Has(SharedParts.ColorBar) ? [.. figure.Panels.SelectMany(ColoredValues.Of)] : [];
        LegendEntry[] entries = grid.Has(SharedParts.Legend)
            ? [.. plans.SelectMany(plan => PanelPlanning.EntriesOf(plan.Panel, plan.Looks)).DistinctBy(entry => entry.Text.Source)]
            : [];
        return new CommonParts
        {
            ColorBar = maps.Length == 0 ? null : ColorBarPlan.Of(maps),
            Entries = entries,
            IsLegendRight = figure.Panels[0].Legend == LegendPlacement.Right && EntryBlock.LargestWidth(entries) <= EntryBlock.LargestShareBeside * figure.Size.Width,
        };
    }

    /// <summary>Fits bar and legend around panels that have been laid out; true if they take no more space than before.</summary>
    public bool Plan(IReadOnlyList<PanelPlan> plans)
    {
        double left = plans.Min(plan => plan.Plot.X);
        double top = plans.Min(plan => plan.Plot.Y);
        Area = new Box(left, top, plans.Max(plan => plan.Plot.X + plan.Plot.Width) - left, plans.Max(plan => plan.Plot.Y + plan.Plot.Height) - top);
        PanelsRight = plans.Max(plan => plan.Plot.X + plan.Plot.Width + plan.Margins.Right);
        PanelsBottom = plans.Max(plan => plan.Plot.Y + plan.Plot.Height + plan.Margins.Bottom);
        Rows = IsLegendRight ? [] : EntryBlock.Flow([.. Entries.Select(entry => entry.Within(Area.Width).Entry)], Area.Width);
        if (ColorBar is { } bar)
        {
            bar.Plan(Area.Height);
            bar.Title = AxisPlanning.Wrap(plans[0], RichText.Parse(bar.Norm.Scale.Label), TextStyle.Axis, Area.Height, 2);
        }

        (double right, double bottom) = (Right, Bottom);
        Right = Math.Max(Right, Math.Ceiling(LegendWidth + (ColorBar?.Width ?? 0)));
        Bottom = Math.Max(Bottom, Math.Ceiling(Rows.Count == 0 ? 0 : PanelMargins.LegendGap + Rows.Sum(EntryBlock.HeightOf)));
        return right == Right && bottom == Bottom;
    }
}
