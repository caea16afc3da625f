using PluginLab.Dynamics;
using PluginLab.Rendering.Reports.Invariants;

namespace PluginLab.Host.Execution.Invariants;

/// <summary>The worst of several solves.</summary>
/// <param name="Solve">The worst solve.</param>
/// <param name="Drift">Its drift.</param>
/// <param name="Solves">How many there were.</param>
internal sealed record DriftTally(MonitoredSolve Solve, Drift Drift, long Solves)
{
    /// <summary>What reports show; text and numbers alone, which do not keep a plugin alive.</summary>
    public MonitoredInvariant Report => new()
    {
        Name = Solve.Invariant.Name,
        Description = Solve.Invariant.Description,
        Kind = Solve.Invariant.Kind,
        System = Solve.SystemName,
        Control = Solve.Accuracy.Control,
        Solves = Solves,
        Dimension = Solve.System.Dimension,
        Integrator = Solve.Integrator.Name,
        Drift = Drift.Largest,
        Scale = Drift.Scale,
        Time = Drift.Time,
        Allowed = Drift.Allowed(Solve.Accuracy),
    };

    // Where drifts are as bad, the rest decides: which of two solves ends first must not.
    private (double Severity, double Scale, double Time, int Dimension) Rank =>
        (Drift.Severity(Solve.Accuracy), Drift.Scale, Drift.Time, Solve.System.Dimension);

    /// <summary>The worst of both, in whatever order they are given.</summary>
    public DriftTally With(DriftTally other)
    {
        int order = other.Rank.CompareTo(Rank);
        bool isOther = order > 0 || (order == 0 && string.CompareOrdinal(other.Solve.Integrator.Name, Solve.Integrator.Name) > 0);
        return (isOther ? other : this) with { Solves = Solves + other.Solves };
    }
}

/// <summary>An invariant of a system that an integrator solved.</summary>
internal sealed record MonitoredSolve(Invariant Invariant, IDynamicsSystem System, IIntegrator Integrator)
{
    /// <summary>What governs the error.</summary>
    public SolveAccuracy Accuracy { get; } = (Integrator as IStatesAccuracy)?.Accuracy ?? SolveAccuracy.Unknown;

    /// <summary>The system in words.</summary>
    public string SystemName { get; } = SystemInvariants.NameOf(System);
}
