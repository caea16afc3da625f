namespace PluginLab.Dynamics;

/// <summary>dx/dt = f(t, x) between two times with x(StartTime) given, and the events to watch for. Says what to solve, never how.</summary>
public sealed class InitialValueProblem
{
    private readonly double[] initialState;

    /// <summary>Creates a problem without events; the initial state is copied.</summary>
    /// <param name="system">The right-hand side f.</param>
    /// <param name="initialState">x(startTime); one finite component per dimension of the system.</param>
    /// <param name="startTime">Where the interval of integration starts; finite.</param>
    /// <param name="endTime">Where it ends; finite. Equal to the start: nothing is integrated. Earlier: time runs backward.</param>
    /// <exception cref="ArgumentException">The initial state has the wrong length, or a number is not finite.</exception>
    public InitialValueProblem(IDynamicsSystem system, IEnumerable<double> initialState, double startTime, double endTime)
        : this(system, [.. initialState ?? throw new ArgumentNullException(nameof(initialState))], startTime, endTime, [])
    {
    }

    private InitialValueProblem(
        IDynamicsSystem system, double[] initialState, double startTime, double endTime, IReadOnlyList<EventFunction> events)
    {
        ArgumentNullException.ThrowIfNull(system);
        if (initialState.Length != system.Dimension)
        {
            throw new ArgumentException(
                $"The initial state has {initialState.Length} components; the system has dimension {system.Dimension}.", nameof(initialState));
        }

        if (!initialState.All(double.IsFinite))
        {
            throw new ArgumentException("The initial state has a component that is NaN or infinite.", nameof(initialState));
        }

        if (!double.IsFinite(startTime) || !double.IsFinite(endTime))
        {
            throw new ArgumentException($"The interval from {startTime} to {endTime} must have finite ends.", nameof(endTime));
        }

        (System, this.initialState, StartTime, EndTime, Events) = (system, initialState, startTime, endTime, events);
    }

    /// <summary>The right-hand side.</summary>
    public IDynamicsSystem System { get; }

    /// <summary>The state at <see cref="StartTime"/>.</summary>
    public ReadOnlySpan<double> InitialState => initialState;

    /// <summary>Where the interval of integration starts.</summary>
    public double StartTime { get; }

    /// <summary>Where the interval of integration ends.</summary>
    public double EndTime { get; }

    /// <summary>The events to locate, in the order in which they were added.</summary>
    public IReadOnlyList<EventFunction> Events { get; }

    /// <summary>Returns a copy of this problem that also locates <paramref name="eventFunction"/>.</summary>
    public InitialValueProblem WithEvent(EventFunction eventFunction)
    {
        ArgumentNullException.ThrowIfNull(eventFunction);
        return new(System, initialState, StartTime, EndTime, [.. Events, eventFunction]);
    }

    /// <summary>Returns a copy of this problem that also locates <paramref name="eventFunctions"/>.</summary>
    public InitialValueProblem WithEvents(IEnumerable<EventFunction> eventFunctions) =>
        new(System, initialState, StartTime, EndTime, [.. Events, .. eventFunctions ?? throw new ArgumentNullException(nameof(eventFunctions))]);
}
