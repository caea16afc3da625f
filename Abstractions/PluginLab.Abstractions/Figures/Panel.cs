namespace PluginLab.Figures;

/// <summary>One pair of axes with what is drawn on it.</summary>
public sealed record Panel
{
    /// <summary>Title above the panel; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>The horizontal axis.</summary>
    public required Axis X { get; init; }

    /// <summary>The vertical axis.</summary>
    public required Axis Y { get; init; }

    /// <summary>What is drawn, in drawing order; not empty.</summary>
    public required IReadOnlyList<Mark> Marks { get; init; }

    /// <summary>Where the labels of the marks go.</summary>
    public LegendPlacement Legend { get; init; } = LegendPlacement.Direct;

    /// <summary>Whether a unit is as long on both axes, as in phase portraits.</summary>
    public bool IsAspectLocked { get; init; }
}

/// <summary>Where the labels of the marks of a panel go.</summary>
public enum LegendPlacement
{
    /// <summary>Beside the end of each line where that fits; what has no end of its own, or does not fit, inside where that hides no data, else beside or below the plot.</summary>
    Direct,

    /// <summary>Along an edge, nearest to a corner, where they hide no data; where there is no such place, beside or below the plot.</summary>
    Inside,

    /// <summary>To the right of the plot.</summary>
    Right,

    /// <summary>Below the plot.</summary>
    Below,

    /// <summary>Nowhere.</summary>
    None,
}
