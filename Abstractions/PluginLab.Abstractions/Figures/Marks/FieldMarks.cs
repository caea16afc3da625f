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

/// <summary>An arrow at each point: a direction field, or with lengths or colours that follow the magnitude √(dx² + dy²).</summary>
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

    /// <summary>What the length of an arrow is.</summary>
    public VectorLength Length { get; init; }

    /// <summary>How colours follow from the magnitude; a zero vector has none on a logarithmic scale. Null: one colour.</summary>
    public ColorScale? Scale { get; init; }
}

/// <summary>What the length of an arrow is.</summary>
public enum VectorLength
{
    /// <summary>The same everywhere.</summary>
    Equal,

    /// <summary>Proportional to the length of the vector as the axes stretch it; the longest reaches to about the next tail of a square grid.</summary>
    Magnitude,
}

/// <summary>A matrix at several times, as maps side by side on one scale of colours; alone on its panel, whose axes it names itself.</summary>
/// <remarks>The panel has linear axes without limits or ticks; their labels say what the times and the rows are.</remarks>
public sealed record MatrixStrip : Mark
{
    /// <summary>Number of rows of the matrix.</summary>
    public required int Rows { get; init; }

    /// <summary>Number of columns of the matrix.</summary>
    public required int Columns { get; init; }

    /// <summary>The matrix at each time, row by row; the first row is drawn on top; NaN has a colour of its own.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Matrices { get; init; }

    /// <summary>What stands below each map, such as its time; rich text; as many as matrices.</summary>
    public required IReadOnlyList<string> Captions { get; init; }

    /// <summary>Names of the rows; rich text. Null: their numbers.</summary>
    public IReadOnlyList<string>? RowNames { get; init; }

    /// <summary>How colours follow from values, the same at all times.</summary>
    public required ColorScale Scale { get; init; }
}

/// <summary>Lines along which a function of the plane has given values, each labelled with its value.</summary>
/// <remarks>The function is known on a grid; between its points it is taken to be linear along the axes as drawn.</remarks>
public sealed record Contour : Mark
{
    /// <summary>Abscissae of the grid: at least two, strictly increasing.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Ordinates of the grid: at least two, strictly increasing.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    /// <summary>A value per point: rows from the lowest ordinate up, each from left to right; around NaN no line is drawn.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>The values to draw lines at; strictly increasing, at least one.</summary>
    public required IReadOnlyList<double> Levels { get; init; }
}

/// <summary>The line along which a component of a vector field vanishes: the level 0 of a function of the plane, with a look of its own.</summary>
public sealed record Nullcline : Mark
{
    /// <summary>Abscissae of the grid: at least two, strictly increasing.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Ordinates of the grid: at least two, strictly increasing.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    /// <summary>The component at each point: rows from the lowest ordinate up, each from left to right; around NaN no line is drawn.</summary>
    public required IReadOnlyList<double> Values { get; init; }
}
