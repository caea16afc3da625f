using PluginLab.Figures;
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

    public const double TipHeight = 10;

    public required ColorNorm Norm { get; init; }

    /// <summary>Whether there are missing values, values below the lower and above the upper limit.</summary>
    public required (bool Missing, bool Under, bool Over) Has { get; init; }

    public TickSet Ticks { get; private set; } = null!;

    public IReadOnlyList<Label> Title { get; set; } = [];

    /// <summary>Width with ticks, labels and title.</summary>
    public double Width => Gap + BarWidth + 8 + Ticks.LargestLabelWidth + 6 + LineStack.HeightOf(Title, AxisPlanning.AxisLineHeight);

    /// <summary>The bar of marks of one scale.</summary>
    public static ColorBarPlan Of(IReadOnlyList<ColoredValues> marks)
    {
        double[] values = [.. marks.SelectMany(mark => mark.Values)];
        ColorNorm norm = ColorNorm.Fit(marks[0].Scale, values);
        HashSet<byte> indices = [.. values.Select(norm.IndexOf)];
        return new() { Norm = norm, Has = (indices.Contains(ColorTables.Missing), indices.Contains(ColorTables.Under), indices.Contains(ColorTables.Over)) };
    }

    /// <summary>The part of a bar between the limits: tips beyond take room at its ends.</summary>
    public Box Inner(Box box) => box with
    {
        Y = box.Y + (Has.Over ? TipHeight : 0),
        Height = box.Height - (Has.Over ? TipHeight : 0) - (Has.Under ? TipHeight : 0),
    };

    /// <summary>The map from values to px of a bar between two heights.</summary>
    public AxisMap Map(double top, double height) => new(Norm.Transform, Norm.Limits, top + height, top);

    /// <summary>Chooses ticks for a bar of a height: round numbers, or the names of classes in the middle of their blocks.</summary>
    public void Plan(double height)
    {
        AxisMap map = Map(0, Inner(new Box(0, 0, BarWidth, height)).Height);
        Ticks = Norm.Scale.Classes is { } classes
            ? NamedTicks.Choose([.. classes.Select((named, i) => named with { Value = i })], map, TickDirection.Vertical).Ticks
            : AxisPlanning.Ticks(map, TickDirection.Vertical, AxisPlanning.VerticalSpacing);
    }
}
