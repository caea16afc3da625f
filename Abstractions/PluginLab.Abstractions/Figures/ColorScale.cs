namespace PluginLab.Figures;

/// <summary>A map from numbers to colours.</summary>
public enum ColorMap
{
    /// <summary>Viridis: perceptually uniform, for magnitudes.</summary>
    Viridis,

    /// <summary>Blue over white to red, for values with a meaningful centre.</summary>
    Diverging,

    /// <summary>Batlow: perceptually uniform and ordered by lightness, for magnitudes beside maps in viridis.</summary>
    Batlow,
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

    /// <summary>
    /// The only values that occur, ascending, each with its name, such as degrees or outcomes: one colour each, spread evenly over the map, and a colour bar
    /// of blocks. Norm, limits and centre then say nothing. Null for values of any size.
    /// </summary>
    public IReadOnlyList<AxisTick>? Classes { get; init; }

    /// <summary>
    /// Values at the ends of the map; null to fit the data (symmetrically about <see cref="Center"/> for a diverging map). Values beyond have colours
    /// of their own, which the colour bar shows.
    /// </summary>
    public Limits? Limits { get; init; }

    /// <summary>
    /// The value in the middle of a diverging map; colours deepen equally fast to both sides, so that limits at unequal distances leave a part of the
    /// map unused. With a logarithmic norm positive, or 0 for the middle of the limits.
    /// </summary>
    public double Center { get; init; }

    /// <summary>Colour below the lower limit, as <c>#rrggbb</c>. Null: a shade beyond the first colour.</summary>
    public string? UnderColor { get; init; }

    /// <summary>Colour above the upper limit, as <c>#rrggbb</c>. Null: a shade beyond the last colour.</summary>
    public string? OverColor { get; init; }

    /// <summary>Colour of NaN, and of what a logarithmic norm cannot show, as <c>#rrggbb</c>. Null: grey.</summary>
    public string? MissingColor { get; init; }
}
