namespace PluginLab.Host.Benchmarks;

/// <summary>What <c>pluginlab bench</c> was asked for, as it was written.</summary>
internal sealed record BenchmarkRequest
{
    /// <summary>What to measure.</summary>
    public required Workload Workload { get; init; }

    /// <summary>The integrator, as <c>id,option=value,…</c>; null for the workload's own.</summary>
    public string? Integrator { get; init; }

    /// <summary>Values of the system's parameters, each as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>How many threads may work at once.</summary>
    public required int Threads { get; init; }

    /// <summary>How many runs to measure.</summary>
    public required int Repeats { get; init; }

    /// <summary>How many trajectories of an ensemble to run; null for all.</summary>
    public int? Trajectories { get; init; }

    /// <summary>The file to compare with; null for a reference of our own.</summary>
    public string? Reference { get; init; }
}
