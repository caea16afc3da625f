using PluginLab.Rendering.Marks.Fields;
using PluginLab.Rendering.Raster;
using PluginLab.Rendering.Scales;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Layout;

/// <summary>A colour bar while its layout is being found.</summary>
internal sealed class ColorBarPlan
{
    public const double Gap = 14;

    public const double BarWidth = 12;

    public required ColorNorm Norm { get; init; }

    public required bool HasMissing { get; init; }

    public TickSet Ticks { get; private set; } = null!;

    public IReadOnlyList<Label> Title { get; set; } = [];

    /// <summary>Width with ticks, labels and title.</summary>
    public double Width => Gap + BarWidth + 8 + Ticks.LargestLabelWidth + 6 + LineStack.HeightOf(Title, AxisPlanning.AxisLineHeight);

    /// <summary>The bar of marks of one scale.</summary>
    public static ColorBarPlan Of(IReadOnlyList<ColoredValues> marks) => new()
    {
        Norm = ColorNorm.Fit(marks[0].Scale, [.. marks.SelectMany(mark => mark.Values)]),
        HasMissing = marks.Any(mark => mark.CountDropped() > 0 || mark.Values.Any(double.IsNaN)),
    };

    /// <summary>The map from values to px of a bar between two heights.</summary>
    public AxisMap Map(double top, double height) => new(Norm.Scale.Norm, Norm.Limits, top + height, top);

    /// <summary>Chooses ticks for a bar of a height.</summary>
    public void Plan(double height) => Ticks = AxisPlanning.Ticks(Map(0, height), TickDirection.Vertical, AxisPlanning.VerticalSpacing);
}
