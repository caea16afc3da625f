namespace PluginLab.GradientFlows.Evidence;

/// <summary>A square of the plane of two weights, centred at the origin and cut into equal cells: the starts of a map.</summary>
/// <remarks>With an even number of cells along a side no start lies on an axis.</remarks>
public sealed class PlaneGrid
{
    /// <summary>Cuts the square.</summary>
    /// <param name="extent">Half the length of a side; positive.</param>
    /// <param name="cellsPerSide">Number of cells along a side; at least 2.</param>
    public PlaneGrid(double extent, int cellsPerSide)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(extent);
        ArgumentOutOfRangeException.ThrowIfLessThan(cellsPerSide, 2);
        Edges = Spacing.Linear(-extent, extent, cellsPerSide + 1);
        Centres = [.. Enumerable.Range(0, cellsPerSide).Select(i => extent * ((2.0 * i) + 1 - cellsPerSide) / cellsPerSide)];
        Starts = [.. Centres.SelectMany(second => Centres.SelectMany(first => new[] { first, second }))];
    }

    /// <summary>The edges of the cells along either axis: one more than cells.</summary>
    public IReadOnlyList<double> Edges { get; }

    /// <summary>The centres of the cells along either axis; symmetric about 0 to the last bit.</summary>
    public IReadOnlyList<double> Centres { get; }

    /// <summary>Both weights at the centre of each cell, one cell after another: rows from the smallest second weight up, each from the smallest first weight on.</summary>
    public IReadOnlyList<double> Starts { get; }

    /// <summary>Number of cells.</summary>
    public int Count => Centres.Count * Centres.Count;
}
