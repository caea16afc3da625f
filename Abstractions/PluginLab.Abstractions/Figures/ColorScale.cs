namespace PluginLab.Figures;

/// <summary>A map from numbers to colours.</summary>
public enum ColorMap
{
    /// <summary>Viridis: perceptually uniform, for magnitudes.</summary>
    Viridis,

    /// <summary>Blue over white to red, for values with a meaningful centre.</summary>
    Diverging,
}

/// <summary>How colours follow from values.</summary>
public sealed record ColorScale
{
    /// <summary>What the colour shows, with its symbol; rich text.</summary>
    public required string Label { get; init; }

    /// <summary>The colours.</summary>
    public ColorMap Map { get; init; }

    /// <summary>Whether colours follow the logarithm of the value.</summary>
    public AxisScale Norm { get; init; }

    /// <summary>Values at the ends of the map; null to fit the data (symmetrically about <see cref="Center"/> for a diverging map).</summary>
    public Limits? Limits { get; init; }

    /// <summary>The value in the middle of a diverging map.</summary>
    public double Center { get; init; }
}
