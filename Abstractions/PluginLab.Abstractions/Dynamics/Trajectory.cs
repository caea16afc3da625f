namespace PluginLab.Dynamics;

/// <summary>States of a solution at monotone times.</summary>
public sealed class Trajectory
{
    private readonly double[] values;
    private readonly int dimension;

    /// <summary>Creates a trajectory from matching lists of times and states; the states are copied.</summary>
    /// <exception cref="ArgumentException">The lists differ in length, or the states do.</exception>
    public Trajectory(IEnumerable<double> times, IEnumerable<IReadOnlyList<double>> states)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(states);
        Times = [.. times];
        IReadOnlyList<double>[] rows = [.. states];
        if (Times.Count != rows.Length)
        {
            throw new ArgumentException($"{Times.Count} times but {rows.Length} states.", nameof(states));
        }

        dimension = rows.Length == 0 ? 0 : rows[0].Count;
        values = rows.All(row => row.Count == dimension)
            ? [.. rows.SelectMany(row => row)]
            : throw new ArgumentException("The states differ in their number of components.", nameof(states));
    }

    internal Trajectory(IReadOnlyList<double> times, double[] values, int dimension) => (Times, this.values, this.dimension) = (times, values, dimension);

    /// <summary>The saved times, in the order of integration.</summary>
    public IReadOnlyList<double> Times { get; }

    /// <summary>Number of saved points.</summary>
    public int Count => Times.Count;

    /// <summary>The last saved state.</summary>
    /// <exception cref="InvalidOperationException">Nothing was saved.</exception>
    public ReadOnlySpan<double> LastState => Count > 0 ? State(Count - 1) : throw new InvalidOperationException("The trajectory is empty.");

    /// <summary>The state at <c>Times[index]</c>.</summary>
    public ReadOnlySpan<double> State(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        return values.AsSpan(index * dimension, dimension);
    }

    /// <summary>One component of the state at every saved time.</summary>
    public IReadOnlyList<double> Component(int index)
    {
        double[] component = new double[Count];
        for (int i = 0; i < component.Length; i++)
        {
            component[i] = State(i)[index];
        }

        return component;
    }

    /// <summary>Evaluates an observable at every saved time.</summary>
    public IReadOnlyList<double> Observe(StateFunction observable)
    {
        ArgumentNullException.ThrowIfNull(observable);
        double[] observed = new double[Count];
        for (int i = 0; i < observed.Length; i++)
        {
            observed[i] = observable(Times[i], State(i));
        }

        return observed;
    }
}
