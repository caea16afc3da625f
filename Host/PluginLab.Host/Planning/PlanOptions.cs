using PluginLab.Host.Planning.Parameters;

namespace PluginLab.Host.Planning;

/// <summary>What the command line says about a plan; stronger than the manifest.</summary>
internal sealed record PlanOptions
{
    /// <summary>Patterns of names of runs; empty for all.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Tags, of which a run must have one; empty for all.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Values for parameters of runs.</summary>
    public IReadOnlyList<ParameterOverride> Overrides { get; init; } = [];

    /// <summary>The integrator of all runs; null to leave it.</summary>
    public ComponentChoice? Integrator { get; init; }

    /// <summary>The root of the seeds of all runs; null to leave it.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The longest time that a run may take; null to leave it.</summary>
    public TimeSpan? Timeout { get; init; }
}

/// <summary>A value on the command line for a parameter of a run.</summary>
internal sealed record ParameterOverride(string Run, GivenValue Value);
