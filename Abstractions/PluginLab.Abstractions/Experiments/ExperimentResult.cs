using PluginLab.Figures;

namespace PluginLab.Experiments;

/// <summary>A named number that a run measured: what sweeps tabulate and fit.</summary>
/// <param name="Name">Name in tables; kebab-case, unique within the experiment.</param>
/// <param name="Description">What it is, with symbol and units; rich text.</param>
/// <param name="Value">The number; NaN if it could not be measured.</param>
public sealed record Metric(string Name, string Description, double Value);

/// <summary>What an experiment found; rendering and storing it is the host's business.</summary>
public sealed record ExperimentResult
{
    /// <summary>The claims, each with its evidence.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>The figures, in order of appearance.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>The measured numbers.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>What a reader should know besides: choices that the experiment made, such as directions of rank-deficient inputs that were dropped; rich text.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
