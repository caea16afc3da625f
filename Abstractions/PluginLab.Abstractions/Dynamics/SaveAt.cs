namespace PluginLab.Dynamics;

/// <summary>Which points of a solution to keep. Never influences the steps that an integrator takes.</summary>
public sealed class SaveAt
{
    private SaveAt(SaveMode mode, IReadOnlyList<double> times) => (Mode, RequestedTimes) = (mode, times);

    /// <summary>Keep the initial state and the state after every accepted step.</summary>
    public static SaveAt EveryStep { get; } = new(SaveMode.EveryStep, []);

    /// <summary>Keep only the last state that was reached.</summary>
    public static SaveAt End { get; } = new(SaveMode.End, []);

    /// <summary>What is kept.</summary>
    public SaveMode Mode { get; }

    /// <summary>The requested times, strictly monotone in the direction of integration; empty unless <see cref="Mode"/> asks for times.</summary>
    public IReadOnlyList<double> RequestedTimes { get; }

    /// <summary>Keep the solution at the given times, by dense output. Times outside the interval of integration are not reached.</summary>
    /// <param name="times">Strictly increasing (decreasing, if time runs backward); finite; not empty.</param>
    /// <exception cref="ArgumentException">The times are empty, not finite or not strictly monotone.</exception>
    public static SaveAt Times(IEnumerable<double> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        double[] copy = [.. times];
        bool isMonotone = IsIncreasing(copy) || IsIncreasing([.. copy.Reverse()]);
        return copy.Length > 0 && copy.All(double.IsFinite) && isMonotone
            ? new SaveAt(SaveMode.Times, copy)
            : throw new ArgumentException("Times to save at must be finite, strictly monotone and not empty.", nameof(times));
    }

    /// <summary>Keep the solution at <paramref name="count"/> equally spaced times, both ends included.</summary>
    public static SaveAt EquallySpaced(double start, double end, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        double spacing = (end - start) / (count - 1);
        return Times(Enumerable.Range(0, count).Select(i => i == count - 1 ? end : start + (i * spacing)));
    }

    private static bool IsIncreasing(double[] times) => times.Zip(times.Skip(1)).All(pair => pair.First < pair.Second);
}

/// <summary>The ways of keeping a solution.</summary>
public enum SaveMode
{
    /// <summary>At requested times.</summary>
    Times,

    /// <summary>After every accepted step.</summary>
    EveryStep,

    /// <summary>The last state only.</summary>
    End,
}
