namespace PluginLab.GradientFlows.Evidence;

/// <summary>Equally spaced values, both ends included exactly.</summary>
public static class Spacing
{
    /// <summary>lower, …, upper with equal differences.</summary>
    /// <param name="lower">The first value.</param>
    /// <param name="upper">The last value.</param>
    /// <param name="count">How many; at least 2.</param>
    public static IReadOnlyList<double> Linear(double lower, double upper, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        return [.. Enumerable.Range(0, count).Select(i => i == count - 1 ? upper : lower + ((upper - lower) * i / (count - 1)))];
    }

    /// <summary>lower, …, upper with equal quotients; both positive.</summary>
    /// <param name="lower">The first value.</param>
    /// <param name="upper">The last value.</param>
    /// <param name="count">How many; at least 2.</param>
    public static IReadOnlyList<double> Logarithmic(double lower, double upper, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lower);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(upper);
        return [.. Linear(Math.Log(lower), Math.Log(upper), count).Select((value, i) => i == 0 ? lower : i == count - 1 ? upper : Math.Exp(value))];
    }
}
