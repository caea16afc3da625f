using System.Text.Json;
using PluginLab.Experiments;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Extensibility.Loading;
using PluginLab.Host.Figures;
using PluginLab.Host.Planning;

namespace PluginLab.Host.Execution.Isolation;

/// <summary>A run as its own process is told of it: by ids and values, for components cannot travel.</summary>
internal sealed record WorkerRequest
{
    /// <summary>Name of the run.</summary>
    public required string Name { get; init; }

    /// <summary>The command that repeats it.</summary>
    public required string Command { get; init; }

    /// <summary>The folders of the plugins that it needs.</summary>
    public required IReadOnlyList<PluginFolder> Plugins { get; init; }

    /// <summary>The folder of the manifest, in which tables are found.</summary>
    public required string ManifestFolder { get; init; }

    /// <summary>The experiment with its parameters.</summary>
    public required ComponentValues Experiment { get; init; }

    /// <summary>The integrator.</summary>
    public required ComponentValues Integrator { get; init; }

    /// <summary>The renderer; null to draw nothing.</summary>
    public ComponentValues? Renderer { get; init; }

    /// <summary>How figures look.</summary>
    public required FigureStyle Style { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The longest time that it may take.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether the experiment's own integrators are coarsened.</summary>
    public required bool CoarsensOwnIntegrators { get; init; }

    /// <summary>The run's key: another one there means that something has changed since the plan was made.</summary>
    public required string Key { get; init; }

    /// <summary>Tells of a run.</summary>
    public static WorkerRequest Of(PlannedRun run, IReadOnlyList<LoadedPlugin> plugins, string manifestFolder)
    {
        string?[] needed = [run.Experiment.Plugin, run.Integrator.Component.Plugin, run.Renderer?.Component.Plugin];
        return new()
        {
            Name = run.Name,
            Command = run.Command,
            Plugins = [.. plugins.Where(plugin => needed.Contains(plugin.Name)).Select(plugin => plugin.Folder).Distinct()],
            ManifestFolder = manifestFolder,
            Experiment = ComponentValues.Of(run.Experiment.Id, run.Parameters),
            Integrator = ComponentValues.Of(run.Integrator.Component.Id, run.Integrator.Parameters),
            Renderer = run.Renderer is { } renderer ? ComponentValues.Of(renderer.Component.Id, renderer.Parameters) : null,
            Style = run.Style,
            Seed = run.Seed,
            Timeout = run.Timeout,
            CoarsensOwnIntegrators = run.CoarsensOwnIntegrators,
            Key = new RunKey(plugins, manifestFolder).Of(run),
        };
    }

    /// <summary>The request on one line.</summary>
    public string ToLine() => JsonSerializer.Serialize(this);

    /// <summary>Reads what <see cref="ToLine"/> gave.</summary>
    /// <exception cref="JsonException">The line is no request.</exception>
    public static WorkerRequest Parse(string line) => JsonSerializer.Deserialize<WorkerRequest>(line) ?? throw new JsonException("there is no request");
}

/// <summary>A component by its id, with the value of each parameter as JSON.</summary>
internal sealed record ComponentValues(string Id, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The id with the values of a set.</summary>
    public static ComponentValues Of(string id, ParameterSet values) =>
        new(id, values.Declared.ToDictionary(parameter => parameter.Name, values.Json, StringComparer.Ordinal));
}
