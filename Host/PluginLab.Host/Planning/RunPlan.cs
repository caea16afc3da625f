using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Figures;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Figures;

namespace PluginLab.Host.Planning;

/// <summary>What will be run: everything resolved, typed and valid.</summary>
/// <param name="Manifest">What it was made of.</param>
/// <param name="Runs">The chosen runs, in the order of the manifest.</param>
/// <param name="Blocked">Runs that need a plugin which did not load.</param>
internal sealed record RunPlan(Manifest Manifest, IReadOnlyList<PlannedRun> Runs, IReadOnlyList<BlockedRun> Blocked);

/// <summary>A run with everything that it depends on.</summary>
internal sealed record PlannedRun
{
    /// <summary>What it was made of.</summary>
    public required RunEntry Entry { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The command that repeats the run, in the manifest's folder.</summary>
    public required string Command { get; init; }

    /// <summary>The experiment.</summary>
    public required Registered<IExperiment> Experiment { get; init; }

    /// <summary>A value for each parameter.</summary>
    public required ParameterSet Parameters { get; init; }

    /// <summary>The integrator.</summary>
    public required Configured<IIntegrator> Integrator { get; init; }

    /// <summary>What draws the figures; null to draw none.</summary>
    public required Configured<IFigureRenderer>? Renderer { get; init; }

    /// <summary>How its figures look.</summary>
    public FigureStyle Style { get; init; } = new();

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The longest time that it may take; null for no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The mutation of every system that the run integrates; null in an ordinary run.</summary>
    public Control? Control { get; init; }

    /// <summary>Whether integrators of the experiment's own are coarser than it makes them, to see what their error does to its claims.</summary>
    public bool CoarsensOwnIntegrators { get; init; }

    /// <summary>The same run for its numbers alone.</summary>
    public PlannedRun WithoutFigures() => this with { Renderer = null };
}

/// <summary>A component with a value for each of its parameters.</summary>
/// <param name="Component">The component.</param>
/// <param name="Parameters">The values.</param>
/// <param name="Instance">What it created of them.</param>
internal sealed record Configured<T>(Registered<Component<T>> Component, ParameterSet Parameters, T Instance);

/// <summary>A run that needs a plugin which did not load.</summary>
/// <param name="Entry">What was written.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">What is missing, as a sentence.</param>
internal sealed record BlockedRun(RunEntry Entry, string Name, string Reason);
