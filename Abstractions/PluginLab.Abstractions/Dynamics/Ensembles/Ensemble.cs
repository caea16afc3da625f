namespace PluginLab.Dynamics;

/// <summary>Many initial-value problems of one system: each trajectory has its own start, and may have its own parameters and end time. Says what to solve, never how.</summary>
/// <remarks>Trajectory i is defined as the solution of <see cref="Problem"/>(i): an integrator returns for it what it returns for that problem, bit for bit.</remarks>
public sealed class Ensemble
{
    private readonly double[] initialStates;
    private double[] parameters = [];
    private double[] endTimes;

    /// <summary>Creates an ensemble that ends at one time, with the parameters of the system; the initial states are copied.</summary>
    /// <param name="system">The right-hand side. Systems that are an <see cref="IParametricSystem{TScalar}"/> over <see cref="Lanes"/> run many at once.</param>
    /// <param name="initialStates">The start of the first trajectory, then of the second, and so on; finite; at least one.</param>
    /// <param name="startTime">Where all trajectories start; finite.</param>
    /// <param name="endTime">Where they end; finite. Equal to the start: nothing is integrated. Earlier: time runs backward.</param>
    /// <exception cref="ArgumentException">The initial states are no whole number of states, none at all, or a number is not finite.</exception>
    public Ensemble(IDynamicsSystem system, IEnumerable<double> initialStates, double startTime, double endTime)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(initialStates);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(system.Dimension, nameof(system));
        (System, this.initialStates, StartTime, endTimes) = (system, [.. initialStates], startTime, [endTime]);
        FiniteNumbers.Require(startTime, "start time", nameof(startTime));
        FiniteNumbers.Require(endTime, "end time", nameof(endTime));
        (Count, int rest) = Math.DivRem(this.initialStates.Length, system.Dimension);
        if (Count == 0 || rest != 0)
        {
            throw new ArgumentException(
                $"There are {this.initialStates.Length} numbers for initial states; the system has dimension {system.Dimension}, and needs that many for each of at least one trajectory.",
                nameof(initialStates));
        }

        FiniteNumbers.RequireOfTrajectories(this.initialStates, "initial state", system.Dimension, nameof(initialStates));
    }

    private Ensemble(Ensemble other) => (System, initialStates, StartTime, Count, endTimes, parameters, ParameterCount, Events) =
        (other.System, other.initialStates, other.StartTime, other.Count, other.endTimes, other.parameters, other.ParameterCount, other.Events);

    /// <summary>The right-hand side.</summary>
    public IDynamicsSystem System { get; private init; }

    /// <summary>Number of trajectories.</summary>
    public int Count { get; }

    /// <summary>Where all trajectories start.</summary>
    public double StartTime { get; }

    /// <summary>1 if time runs forward in all trajectories, −1 if backward.</summary>
    public double Direction => Array.Exists(endTimes, time => time < StartTime) ? -1 : 1;

    /// <summary>Number of parameters that each trajectory has of its own; 0 if all have those of the system.</summary>
    public int ParameterCount { get; private init; }

    /// <summary>The events to locate, in the order in which they were added.</summary>
    public IReadOnlyList<EnsembleEvent> Events { get; private init; } = [];

    /// <summary>The start of a trajectory.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trajectory.</exception>
    public ReadOnlySpan<double> InitialState(int trajectory) => initialStates.AsSpan(Require(trajectory) * System.Dimension, System.Dimension);

    /// <summary>The end of the interval of a trajectory.</summary>
    /// <inheritdoc cref="InitialState"/>
    public double EndTime(int trajectory) => endTimes[Require(trajectory) * (endTimes.Length == 1 ? 0 : 1)];

    /// <summary>The parameters that a trajectory has of its own; empty if it has those of the system.</summary>
    /// <inheritdoc cref="InitialState"/>
    public ReadOnlySpan<double> Parameters(int trajectory) => parameters.AsSpan(Require(trajectory) * ParameterCount, ParameterCount);

    /// <summary>Returns a copy in which each trajectory has its own parameters.</summary>
    /// <param name="values">The parameters of the first trajectory, then of the second, and so on; finite.</param>
    /// <exception cref="ArgumentException">The system takes no parameters, their number does not fit, or one is not finite.</exception>
    public Ensemble WithParameters(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] copy = [.. values];
        int count = System is IParametricSystem<double> parametric ? parametric.DefaultParameters.Count : 0;
        if (count == 0 || copy.Length != count * Count)
        {
            throw new ArgumentException(
                count == 0
                    ? "The system takes no parameters: to vary them, implement IParametricSystem<double>, and IParametricSystem<Lanes> for speed."
                    : $"There are {copy.Length} parameters; {Count} trajectories with {count} each need {Count * count}.",
                nameof(values));
        }

        FiniteNumbers.RequireOfTrajectories(copy, "parameters", count, nameof(values));
        return new(this) { parameters = copy, ParameterCount = count };
    }

    /// <summary>Returns a copy in which each trajectory ends at its own time.</summary>
    /// <param name="values">One per trajectory; finite; on the same side of the start, or equal to it.</param>
    /// <exception cref="ArgumentException">Their number does not fit, one is not finite, or some run forward and some backward.</exception>
    public Ensemble WithEndTimes(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] copy = [.. values];
        if (copy.Length != Count)
        {
            throw new ArgumentException($"There are {copy.Length} end times for {Count} trajectories; give one for each.", nameof(values));
        }

        FiniteNumbers.RequireOfTrajectories(copy, "end time", 1, nameof(values));
        (int before, int after) = (Array.FindIndex(copy, time => time < StartTime), Array.FindIndex(copy, time => time > StartTime));
        return before >= 0 && after >= 0
            ? throw new ArgumentException($"Trajectory {before} ends before the start and trajectory {after} after it; make an ensemble for each direction.", nameof(values))
            : new(this) { endTimes = copy };
    }

    /// <summary>Returns a copy that also locates <paramref name="ensembleEvent"/>.</summary>
    /// <exception cref="ArgumentException">It has levels for another number of trajectories.</exception>
    public Ensemble WithEvent(EnsembleEvent ensembleEvent)
    {
        ArgumentNullException.ThrowIfNull(ensembleEvent);
        (string name, int levels) = (ensembleEvent.Name, ensembleEvent.Levels.Count);
        return levels != 1 && levels != Count
                ? throw new ArgumentException($"The event '{name}' has {levels} levels; it needs one, or one for each of {Count} trajectories.", nameof(ensembleEvent))
            : Events.Any(other => other.Name == name)
                ? throw new ArgumentException($"There is an event '{name}' already; events are told apart by their names.", nameof(ensembleEvent))
            : new(this) { Events = [.. Events, ensembleEvent] };
    }

    /// <summary>Returns a copy that integrates another system of the same dimension and number of parameters, such as a mutation of this one.</summary>
    /// <exception cref="ArgumentException">The dimension or the number of parameters differs.</exception>
    public Ensemble WithSystem(IDynamicsSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        int count = system is IParametricSystem<double> parametric ? parametric.DefaultParameters.Count : 0;
        return system.Dimension != System.Dimension
                ? throw new ArgumentException($"The system has dimension {system.Dimension}; the initial states have {System.Dimension} components each.", nameof(system))
            : ParameterCount != 0 && ParameterCount != count
                ? throw new ArgumentException($"The system takes {count} parameters; each trajectory has {ParameterCount} of its own.", nameof(system))
            : new(this) { System = system };
    }

    /// <summary>The problem that defines a trajectory.</summary>
    public InitialValueProblem Problem(int trajectory)
    {
        double[] parameters = SeenParameters(trajectory);
        IDynamicsSystem system = ParameterCount == 0 ? System : new BoundSystem((IParametricSystem<double>)System, parameters);
        return new InitialValueProblem(system, InitialState(trajectory).ToArray(), StartTime, EndTime(trajectory))
            .WithEvents(Events.Select(ensembleEvent => ensembleEvent.Bind(trajectory, parameters)));
    }

    /// <summary>The parameters that state functions see on a trajectory: its own, or the default ones of the system.</summary>
    internal double[] SeenParameters(int trajectory) =>
        ParameterCount == 0 && System is IParametricSystem<double> parametric ? [.. parametric.DefaultParameters] : Parameters(trajectory).ToArray();

    /// <summary>The number of a trajectory, if there is such a one.</summary>
    internal int Require(int trajectory) => (uint)trajectory < (uint)Count
        ? trajectory
        : throw new ArgumentOutOfRangeException(nameof(trajectory), trajectory, $"There is no such trajectory; the ensemble has {Count}, counted from 0.");
}
