using PluginLab.Figures;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Scales;

/// <summary>The ticks of an axis.</summary>
internal sealed class TickSet
{
    /// <summary>Values of the labelled ticks, increasing.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Their labels as rich text.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <summary>Values of the ticks between, without labels.</summary>
    public IReadOnlyList<double> Minor { get; init; } = [];

    /// <summary>Power of ten by which all labels are to be multiplied.</summary>
    public int FactorExponent { get; init; }

    /// <summary>Whether labels below a horizontal axis read upward.</summary>
    public bool IsTurned { get; init; }

    /// <summary>Their labels, laid out.</summary>
    public IReadOnlyList<Label> Labels { get; private init; } = [];

    public double LargestLabelWidth => Labels.Select(label => label.Width).DefaultIfEmpty(0).Max();

    /// <summary>A copy of bare ticks, for an axis that is labelled elsewhere.</summary>
    public TickSet WithoutLabels() => new() { Values = Values, Texts = [], Minor = Minor };

    /// <summary>A copy with labels laid out.</summary>
    public TickSet Measured() => new()
    {
        Values = Values,
        Texts = Texts,
        Minor = Minor,
        FactorExponent = FactorExponent,
        IsTurned = IsTurned,
        Labels = [.. Texts.Select(text => LabelBuilder.Build(RichText.Parse(text), TextStyle.Tick))],
    };
}

/// <summary>The direction along which tick labels may run into each other.</summary>
internal enum TickDirection
{
    Horizontal,
    Vertical,
}
