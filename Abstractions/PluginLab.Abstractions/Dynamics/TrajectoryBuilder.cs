namespace PluginLab.Dynamics;

/// <summary>Collects the points of a trajectory in one block of memory, for integrators; each point is written once.</summary>
public sealed class TrajectoryBuilder
{
    // More is set aside only as it is needed: 1 GiB.
    private const int MostReserved = 1 << 27;
    private readonly int dimension;
    private readonly List<double> times;
    private double[] values;

    /// <summary>Creates an empty builder.</summary>
    /// <param name="dimension">Components of a state; not negative.</param>
    /// <param name="expectedCount">Points to expect: memory for them is set aside at once. More may come.</param>
    public TrajectoryBuilder(int dimension, int expectedCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedCount);
        this.dimension = dimension;
        times = new List<double>(expectedCount);
        values = GC.AllocateUninitializedArray<double>((int)Math.Min((long)dimension * expectedCount, Math.Max(MostReserved, dimension)));
    }

    /// <summary>Points collected so far.</summary>
    public int Count => times.Count;

    /// <summary>The time of the point collected last; NaN before the first.</summary>
    public double LastTime => times.Count == 0 ? double.NaN : times[^1];

    /// <summary>Appends a point, whose state the caller writes at once into the returned span.</summary>
    public Span<double> Append(double time) => Append(new ReadOnlySpan<double>(in time));

    /// <summary>Appends points, whose states the caller writes at once, one after another, into the returned span.</summary>
    public Span<double> Append(scoped ReadOnlySpan<double> newTimes)
    {
        int start = times.Count * dimension;
        int length = checked(newTimes.Length * dimension);
        if (checked(start + length) > values.Length)
        {
            Array.Resize(ref values, Math.Max(start + length, checked(2 * values.Length)));
        }

        times.AddRange(newTimes);
        return values.AsSpan(start, length);
    }

    /// <summary>The trajectory of the points collected so far; points appended later are not in it.</summary>
    public Trajectory ToTrajectory() => new([.. times], values, dimension);
}
