namespace PluginLab.Dynamics;

/// <summary>States of a solution at monotone times.</summary>
public sealed class Trajectory
{
    private readonly double[][] states;

    /// <summary>Creates a trajectory from matching lists of times and states; the states are copied.</summary>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public Trajectory(IEnumerable<double> times, IEnumerable<IReadOnlyList<double>> states)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(states);
        Times = [.. times];
        this.states = [.. states.Select(state => state.ToArray())];
        if (Times.Count != this.states.Length)
        {
            throw new ArgumentException($"{Times.Count} times but {this.states.Length} states.", nameof(states));
        }
    }

    /// <summary>The saved times, in the order of integration.</summary>
    public IReadOnlyList<double> Times { get; }

    /// <summary>Number of saved points.</summary>
    public int Count => states.Length;

    /// <summary>The state at <c>Times[index]</c>.</summary>
    public ReadOnlySpan<double> State(int index) => states[index];

    /// <summary>The last saved state.</summary>
    /// <exception cref="InvalidOperationException">Nothing was saved.</exception>
    public ReadOnlySpan<double> LastState => states.Length > 0 ? states[^1] : throw new InvalidOperationException("The trajectory is empty.");

    /// <summary>One component of the state at every saved time.</summary>
    public IReadOnlyList<double> Component(int index) => [.. states.Select(state => state[index])];

    /// <summary>Evaluates an observable at every saved time.</summary>
    public IReadOnlyList<double> Observe(StateFunction observable)
    {
        ArgumentNullException.ThrowIfNull(observable);
        double[] values = new double[states.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = observable(Times[i], states[i]);
        }

        return values;
    }
}
