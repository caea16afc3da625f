using PluginLab.Host.Figures;
using PluginLab.Host.Planning.Parameters;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Planning;

/// <summary>A manifest as it was written: shapes are checked, ids and parameters are not yet looked up.</summary>
internal sealed record Manifest
{
    /// <summary>The file, as it was named.</summary>
    public required string Path { get; init; }

    /// <summary>Full path of its folder: what paths in it are relative to.</summary>
    public required string Folder { get; init; }

    /// <summary>Folders with plugins besides those that are always searched.</summary>
    public IReadOnlyList<string> Plugins { get; init; } = [];

    /// <summary>Integrators that runs may use by name.</summary>
    public IReadOnlyList<NamedChoice> Integrators { get; init; } = [];

    /// <summary>What holds for runs that do not say otherwise.</summary>
    public RunSettings Defaults { get; init; } = new();

    /// <summary>The runs, in the order of the file.</summary>
    public IReadOnlyList<RunEntry> Runs { get; init; } = [];
}

/// <summary>A component with its options under a name.</summary>
internal sealed record NamedChoice(Located<string> Name, ComponentChoice Choice);

/// <summary>How to run, apart from what; null where nothing is said.</summary>
internal sealed record RunSettings
{
    /// <summary>The integrator.</summary>
    public ComponentChoice? Integrator { get; init; }

    /// <summary>The renderer.</summary>
    public ComponentChoice? Renderer { get; init; }

    /// <summary>The seed: of the run itself; among the defaults, the root from which the seeds of runs derive.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The longest time that the run may take.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How figures are to look.</summary>
    public FigureStyle? Style { get; init; }
}

/// <summary>A run as it was written.</summary>
internal sealed record RunEntry
{
    /// <summary>Where the entry stands.</summary>
    public required Place Place { get; init; }

    /// <summary>Its name; null if it has no usable one.</summary>
    public Located<string>? Name { get; init; }

    /// <summary>Id of the experiment; null if none is named.</summary>
    public Located<string>? Experiment { get; init; }

    /// <summary>Words to choose runs by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The given parameters.</summary>
    public IReadOnlyList<GivenValue> Parameters { get; init; } = [];

    /// <summary>How to run.</summary>
    public RunSettings Settings { get; init; } = new();
}
