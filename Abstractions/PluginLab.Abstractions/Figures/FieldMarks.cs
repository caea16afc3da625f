namespace PluginLab.Figures;

/// <summary>A grid of coloured cells.</summary>
public sealed record HeatMap : Mark
{
    /// <summary>Edges of the columns: one more than there are; strictly increasing.</summary>
    public required IReadOnlyList<double> XEdges { get; init; }

    /// <summary>Edges of the rows: one more than there are; strictly increasing.</summary>
    public required IReadOnlyList<double> YEdges { get; init; }

    /// <summary>A value per cell: rows from the lowest ordinate up, each from left to right; NaN has a colour of its own.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>How colours follow from values.</summary>
    public required ColorScale Scale { get; init; }
}

/// <summary>An arrow at each point, all of equal length unless lengths are asked for: a direction field.</summary>
public sealed record VectorField : Mark
{
    /// <summary>Abscissae of the tails.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Ordinates of the tails.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    /// <summary>Horizontal components.</summary>
    public required IReadOnlyList<double> DX { get; init; }

    /// <summary>Vertical components.</summary>
    public required IReadOnlyList<double> DY { get; init; }
}

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
