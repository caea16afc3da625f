using PluginLab.Figures;

namespace PluginLab.Host.Figures;

/// <summary>A figure as results keep it: what it shows and where it comes from, so that it can be drawn again without a rerun.</summary>
internal sealed record StoredFigure
{
    /// <summary>What the names of its files end in.</summary>
    public const string Extension = ".figure.json";

    /// <summary>Name of the run.</summary>
    public required string Run { get; init; }

    /// <summary>What a drawing says of where it comes from; ordered by key.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>The figure.</summary>
    public required Figure Figure { get; init; }

    /// <summary>Run and id with a slash between them: what names a figure among all of a results folder.</summary>
    public string Name() => $"{Run}/{Figure.Id}";
}
