namespace PluginLab.Numerics.Integration.StepSizes;

/// <summary>The size that an error may have: absolute + relative · |x_k| in component k.</summary>
public sealed record ErrorTolerance
{
    /// <summary>A smaller absolute tolerance counts as this: its reciprocal still is a number.</summary>
    internal const double SmallestScale = 1e-290;

    /// <summary>Creates a tolerance.</summary>
    /// <param name="relative">Tolerance per unit of state; finite, at least 0.</param>
    /// <param name="absolute">Tolerance at zero state; finite, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A tolerance lies outside its range.</exception>
    public ErrorTolerance(double relative, double absolute)
    {
        Relative = double.IsFinite(relative) && relative >= 0 ? relative : throw OutOfRange(nameof(relative), relative, "at least 0");
        Absolute = double.IsFinite(absolute) && absolute > 0 ? absolute : throw OutOfRange(nameof(absolute), absolute, "above 0");
    }

    /// <summary>Tolerance per unit of state.</summary>
    public double Relative { get; }

    /// <summary>Tolerance at zero state.</summary>
    public double Absolute { get; }

    /// <summary>The root mean square over the components of error_k / (absolute + relative · max(|before_k|, |after_k|)), to five digits; 1 is just acceptable.</summary>
    /// <remarks>Source: Hairer, Nørsett and Wanner I, equations II.4.10 and II.4.11. NaN or infinite if the error or a state is.</remarks>
    public double ErrorRatio(ReadOnlySpan<double> error, ReadOnlySpan<double> before, ReadOnlySpan<double> after) => ScaledNorm.Of(this, error, before, after);

    private static ArgumentOutOfRangeException OutOfRange(string name, double value, string expected) =>
        new(name, value, $"A tolerance must be finite and {expected}.");
}
