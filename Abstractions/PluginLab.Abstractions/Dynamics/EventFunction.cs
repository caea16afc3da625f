namespace PluginLab.Dynamics;

/// <summary>Which sign changes of an event function count, in the direction of integration.</summary>
public enum EventDirection
{
    /// <summary>Both.</summary>
    Any,

    /// <summary>From negative to positive.</summary>
    Rising,

    /// <summary>From positive to negative.</summary>
    Falling,
}

/// <summary>Something that happens where g(t, x) = 0, located by root finding on the dense output.</summary>
/// <param name="Name">Name under which the located events are reported.</param>
/// <param name="Function">g(t, x); continuous along the solution.</param>
/// <param name="Direction">Which sign changes count.</param>
/// <param name="IsTerminal">Whether the solve stops at the first such event.</param>
/// <remarks>
/// A root is located to 1e-12 relative in time. A zero at the start of the interval is not an event: only a sign change after it is.
/// Two roots within one step leave the sign unchanged and go unseen.
/// </remarks>
public sealed record EventFunction(string Name, StateFunction Function, EventDirection Direction, bool IsTerminal)
{
    /// <summary>Where <paramref name="observable"/> reaches <paramref name="level"/> from either side; the solve goes on.</summary>
    public static EventFunction Crossing(string name, StateFunction observable, double level) =>
        new(name, Shifted(observable, level), EventDirection.Any, IsTerminal: false);

    /// <summary>Where <paramref name="observable"/> first reaches <paramref name="level"/> from either side; the solve stops there.</summary>
    public static EventFunction Stop(string name, StateFunction observable, double level) =>
        new(name, Shifted(observable, level), EventDirection.Any, IsTerminal: true);

    private static StateFunction Shifted(StateFunction observable, double level)
    {
        ArgumentNullException.ThrowIfNull(observable);
        return (time, state) => observable(time, state) - level;
    }
}

/// <summary>An event that happened.</summary>
/// <param name="Name">Name of its <see cref="EventFunction"/>.</param>
/// <param name="Time">Time of the root, to 1e-12 relative.</param>
/// <param name="State">The state there, by dense output.</param>
public sealed record LocatedEvent(string Name, double Time, IReadOnlyList<double> State);
