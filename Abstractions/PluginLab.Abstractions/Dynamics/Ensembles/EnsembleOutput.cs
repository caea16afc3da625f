namespace PluginLab.Dynamics;

/// <summary>What to keep of every trajectory besides its outcome, its final state and its events, and how to go about it. Never influences a result.</summary>
public sealed record EnsembleOutput
{
    /// <summary>Outcome, final state and events alone.</summary>
    public static EnsembleOutput FinalStates { get; } = new();

    /// <summary>Times at which <see cref="Observables"/> are evaluated, by dense output: strictly monotone in the direction of integration.</summary>
    public IReadOnlyList<double> Times { get; init; } = [];

    /// <summary>What is evaluated at <see cref="Times"/>.</summary>
    public IReadOnlyList<IStateFunction<double>> Observables { get; init; } = [];

    /// <summary>Extremes along each trajectory.</summary>
    public IReadOnlyList<Reduction> Reductions { get; init; } = [];

    /// <summary>Receives the fraction of the trajectories that are done, each time another hundredth is: growing, and 1 at the end unless the solve is cancelled.</summary>
    /// <remarks>It is called on the threads that work, by one at a time.</remarks>
    public IProgress<double>? Progress { get; init; }

    /// <summary>How many threads may work; 0 for one per processor. The result does not depend on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MaximumThreads
    {
        get;
        init => field = value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of threads must be positive, or 0 for one per processor.");
    }

    /// <summary><see cref="MaximumThreads"/>, or as many threads as the thread pool starts at once: one per processor.</summary>
    /// <remarks>Without a bound the pool takes long work for blocked work, and adds threads without end.</remarks>
    public int ThreadLimit
    {
        get
        {
            ThreadPool.GetMinThreads(out int perProcessor, out _);
            return MaximumThreads > 0 ? MaximumThreads : perProcessor;
        }
    }
}

/// <summary>What a reduction keeps.</summary>
public enum ReductionKind
{
    /// <summary>The smallest value.</summary>
    Minimum,

    /// <summary>The largest value.</summary>
    Maximum,
}

/// <summary>The smallest or the largest value of a function over the initial state and the states after every accepted step but one that a terminal event ends; NaN if a value is.</summary>
/// <param name="Function">The function.</param>
/// <param name="Kind">Which extreme.</param>
public sealed record Reduction(IStateFunction<double> Function, ReductionKind Kind);
