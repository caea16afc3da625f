using PluginLab.Dynamics;

namespace PluginLab.Rendering.Reports.Invariants;

/// <summary>How far an invariant drifts over all solves of a run of one kind of system whose errors are governed alike; the numbers are those of the worst solve.</summary>
public sealed record MonitoredInvariant
{
    /// <summary>Name of the invariant.</summary>
    public required string Name { get; init; }

    /// <summary>What it is; rich text.</summary>
    public required string Description { get; init; }

    /// <summary>What the exact flow does to it.</summary>
    public required InvariantKind Kind { get; init; }

    /// <summary>The kind of system, in words.</summary>
    public required string System { get; init; }

    /// <summary>What governs the error of the solves.</summary>
    public required ErrorControl Control { get; init; }

    /// <summary>Number of trajectories that were followed.</summary>
    public required long Solves { get; init; }

    /// <summary>Number of components of the state of the worst solve.</summary>
    public required int Dimension { get; init; }

    /// <summary>The integrator of the worst solve, with its settings.</summary>
    public required string Integrator { get; init; }

    /// <summary>The largest change of a conserved value, or rise of one that never grows; NaN if it was NaN once.</summary>
    public required double Drift { get; init; }

    /// <summary>The size of the terms, at its largest along the trajectory.</summary>
    public required double Scale { get; init; }

    /// <summary>Where the drift is reached first.</summary>
    public required double Time { get; init; }

    /// <summary>The drift up to which nothing is to be remarked; null where the drift is no error, or its control is not known.</summary>
    public double? Allowed { get; init; }

    /// <summary>The drift over the scale; 0 where nothing drifts, whatever the scale.</summary>
    public double RelativeDrift => Drift == 0 ? 0 : Drift / Scale;

    /// <summary>The drift over that which accuracy explains; null where none is judged.</summary>
    public double? ShareOfAllowed => Allowed is { } allowed ? Drift == 0 ? 0 : Drift / allowed : null;

    /// <summary>Whether the drift is larger than accuracy explains.</summary>
    public bool IsLarge => Allowed is { } allowed && !(Drift <= allowed);
}
