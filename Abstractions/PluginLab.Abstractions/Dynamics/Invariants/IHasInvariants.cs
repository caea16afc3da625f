namespace PluginLab.Dynamics;

/// <summary>A system that names what its exact solutions conserve, or never increase.</summary>
/// <remarks>
/// What a system can do beyond <see cref="IDynamicsSystem"/>: the host evaluates the invariants along every solve of a run and reports how far they drift.
/// The loss of an <see cref="IGradientFlow"/> is followed without being named, except in ensembles whose trajectories have parameters of their own:
/// there only an <see cref="Invariant"/> sees the parameters.
/// </remarks>
public interface IHasInvariants
{
    /// <summary>The invariants; the same ones for every value of the parameters.</summary>
    IReadOnlyList<Invariant> Invariants { get; }
}
