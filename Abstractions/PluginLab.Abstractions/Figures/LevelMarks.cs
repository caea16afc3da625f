namespace PluginLab.Figures;

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
