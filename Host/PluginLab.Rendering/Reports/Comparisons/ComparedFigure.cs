namespace PluginLab.Rendering.Reports.Comparisons;

/// <summary>A figure of two sets.</summary>
public sealed record ComparedFigure
{
    /// <summary>Run and id, with a slash between them.</summary>
    public required string Name { get; init; }

    /// <summary>What became of it.</summary>
    public required FigureState State { get; init; }

    /// <summary>What of its data changed, in the order of the figure; empty if nothing did.</summary>
    public IReadOnlyList<SeriesChange> Changes { get; init; } = [];

    /// <summary>The SVG of the first set; null if it has none.</summary>
    public ReadOnlyMemory<byte>? Before { get; init; }

    /// <summary>The SVG of the second set; null if it has none.</summary>
    public ReadOnlyMemory<byte>? After { get; init; }
}

/// <summary>What became of a figure from one set to another.</summary>
public enum FigureState
{
    /// <summary>Nothing, or nothing beyond the tolerance.</summary>
    Same,

    /// <summary>The same data give another drawing.</summary>
    DrawnDifferently,

    /// <summary>The data differ.</summary>
    Changed,

    /// <summary>It is in the second set only.</summary>
    Added,

    /// <summary>It is in the first set only.</summary>
    Removed,
}

/// <summary>How a series, or another part of a figure, changed.</summary>
/// <param name="Name">Id of the mark, or what part it is.</param>
/// <param name="Largest">The largest relative change of its numbers; infinite where one is finite or there and the other is not.</param>
/// <param name="Remark">What changed besides numbers; null for nothing.</param>
public sealed record SeriesChange(string Name, double Largest, string? Remark)
{
    /// <summary>Whether it is more than a tolerance allows.</summary>
    public bool Exceeds(double tolerance) => Remark is not null || Largest > tolerance;
}
