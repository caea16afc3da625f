namespace PluginLab.Dynamics;

/// <summary>Something that happens on a trajectory of an ensemble where g(t, x; p) reaches a level, located as an <see cref="EventFunction"/> is.</summary>
public sealed record EnsembleEvent
{
    /// <summary>Creates an event; the levels are copied.</summary>
    /// <param name="name">Name under which its times are reported.</param>
    /// <param name="function">g(t, x; p); continuous along solutions. One that is also an <see cref="IStateFunction{TScalar}"/> over <see cref="Lanes"/> is fast.</param>
    /// <param name="levels">One level for all trajectories, or one for each; finite.</param>
    /// <param name="direction">Which crossings count.</param>
    /// <param name="isTerminal">Whether a trajectory stops at its first such event.</param>
    /// <exception cref="ArgumentException">There is no level, or one is not finite.</exception>
    public EnsembleEvent(string name, IStateFunction<double> function, IEnumerable<double> levels, EventDirection direction, bool isTerminal)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(levels);
        (Name, Function, Levels, Direction, IsTerminal) = (name, function, [.. levels], direction, isTerminal);
        if (Levels.Count == 0)
        {
            throw new ArgumentException($"The event '{name}' has no level; give one for all trajectories, or one for each.", nameof(levels));
        }

        for (int i = 0; i < Levels.Count; i++)
        {
            FiniteNumbers.Require(Levels[i], $"level with index {i} of the event '{name}'", nameof(levels));
        }
    }

    /// <summary>Name under which its times are reported.</summary>
    public string Name { get; }

    /// <summary>g(t, x; p).</summary>
    public IStateFunction<double> Function { get; }

    /// <summary>One level for all trajectories, or one for each.</summary>
    public IReadOnlyList<double> Levels { get; }

    /// <summary>Which crossings count.</summary>
    public EventDirection Direction { get; }

    /// <summary>Whether a trajectory stops at its first such event.</summary>
    public bool IsTerminal { get; }

    /// <summary>Where <paramref name="function"/> reaches <paramref name="levels"/> from either side; the trajectory goes on.</summary>
    public static EnsembleEvent Crossing(string name, IStateFunction<double> function, params IEnumerable<double> levels) =>
        new(name, function, levels, EventDirection.Any, isTerminal: false);

    /// <summary>Where <paramref name="function"/> first reaches <paramref name="levels"/> from either side; the trajectory stops there.</summary>
    public static EnsembleEvent Stop(string name, IStateFunction<double> function, params IEnumerable<double> levels) =>
        new(name, function, levels, EventDirection.Any, isTerminal: true);

    /// <summary>The level of a trajectory.</summary>
    public double Level(int trajectory) => Levels[Levels.Count == 1 ? 0 : trajectory];

    /// <summary>The event function g − level of one trajectory with parameters p.</summary>
    internal EventFunction Bind(int trajectory, double[] parameters)
    {
        double level = Level(trajectory);
        return new(Name, (time, state) => Function.Evaluate(time, state, parameters) - level, Direction, IsTerminal);
    }
}
