namespace PluginLab.Experiments;

/// <summary>A closed interval of values that support a claim.</summary>
/// <param name="Lower">Smallest such value; −∞ for none.</param>
/// <param name="Upper">Largest such value; +∞ for none.</param>
public readonly record struct Bound(double Lower, double Upper)
{
    /// <summary>Values up to a limit.</summary>
    public static Bound AtMost(double limit) => new(double.NegativeInfinity, limit);

    /// <summary>Values from a limit on.</summary>
    public static Bound AtLeast(double limit) => new(limit, double.PositiveInfinity);

    /// <summary>Values within a relative tolerance of an expected value.</summary>
    public static Bound Near(double expected, double relativeTolerance) => Within(expected, relativeTolerance * Math.Abs(expected));

    /// <summary>Values within an absolute tolerance of an expected value.</summary>
    public static Bound Within(double expected, double absoluteTolerance) => new(expected - absoluteTolerance, expected + absoluteTolerance);

    /// <summary>Whether a value lies in the interval; NaN never does.</summary>
    public bool Admits(double value) => Lower <= value && value <= Upper;
}
