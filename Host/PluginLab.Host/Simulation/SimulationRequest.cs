namespace PluginLab.Host.Simulation;

/// <summary>What <c>pluginlab simulate</c> was asked for, as it was written.</summary>
internal sealed record SimulationRequest
{
    /// <summary>The integrator where none is given.</summary>
    public const string DefaultIntegrator = "dormand-prince-5";

    /// <summary>Id of the system.</summary>
    public required string System { get; init; }

    /// <summary>Values of its parameters, each as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The initial state, as numbers or <c>@file.json</c>; null for the system's own.</summary>
    public string? Initial { get; init; }

    /// <summary>The times to save at, as numbers or <c>@file.json</c>.</summary>
    public required string Times { get; init; }

    /// <summary>Where to stop, each as <c>observable=value</c>.</summary>
    public IReadOnlyList<string> Stops { get; init; } = [];

    /// <summary>The integrator, as <c>id,option=value,…</c>.</summary>
    public string Integrator { get; init; } = DefaultIntegrator;

    /// <summary>Whether the result is drawn, which takes more times than those that were asked for.</summary>
    public bool IsDrawn { get; init; }
}
