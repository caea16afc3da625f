namespace PluginLab.Figures;

/// <summary>What a mark stands for; fixes its look, so that a reader tells theory from data without colour.</summary>
public enum MarkRole
{
    /// <summary>Measured: solid.</summary>
    Data,

    /// <summary>Predicted: dashed and dark.</summary>
    Theory,

    /// <summary>Fitted to data: dotted.</summary>
    Fit,

    /// <summary>A guide for the eye: thin and grey.</summary>
    Reference,
}

/// <summary>Something drawn on a panel.</summary>
public abstract record Mark
{
    private protected Mark()
    {
    }

    /// <summary>Identifier, unique within the figure; kebab-case: names the series in data files and comparisons.</summary>
    public required string Id { get; init; }

    /// <summary>Text in the legend or beside the mark; rich text; null to leave it out of the legend.</summary>
    public string? Label { get; init; }

    /// <summary>What the mark stands for.</summary>
    public MarkRole Role { get; init; }

    /// <summary>
    /// Index into the palette, counted from 0, taken modulo its length: the same index is the same thing in every figure of a set
    /// (mode 1 is always 0). Null: data marks take the first unused colour in drawing order; other roles their own look.
    /// </summary>
    public int? Color { get; init; }
}
