namespace PluginLab.Plugins.DegreeProduct.Stability.Chaos;

/// <summary>The rate, per step, at which neighbouring orbits part: the mean of log|dy'/dy| along one of them. Positive in chaos, negative on a stable cycle.</summary>
/// <param name="Value">The mean; NaN if the orbit is not finite.</param>
/// <param name="HalfWidth">Half the width of its interval: twice the standard error of the mean over blocks of consecutive steps.</param>
internal readonly record struct LyapunovExponent(double Value, double HalfWidth)
{
    public const int Blocks = 20;

    /// <summary>From iterates of a map.</summary>
    /// <param name="orbit">Late iterates, at least <see cref="Blocks"/>.</param>
    /// <param name="slope">dy'/dy at each of them.</param>
    public static LyapunovExponent Of(IReadOnlyList<double> orbit, Func<double, double> slope)
    {
        double[] rates = [.. orbit.Select(y => Math.Log(Math.Abs(slope(y))))];
        double[] means = [.. rates.Chunk(rates.Length / Blocks).Take(Blocks).Select(block => block.Average())];
        double mean = rates.Average();
        double variance = means.Sum(block => (block - mean) * (block - mean)) / (Blocks - 1);
        return new(mean, 2 * Math.Sqrt(variance / Blocks));
    }
}
