namespace PluginLab.GradientFlows.Evidence;

/// <summary>The exponent of a power law between neighbouring points: where a dense sweep follows one, and where it leaves it.</summary>
/// <param name="X">Geometric means of neighbouring abscissae.</param>
/// <param name="Exponents">log(y'/y)/log(x'/x) between them; NaN where an ordinate is missing.</param>
public sealed record LocalExponent(IReadOnlyList<double> X, IReadOnlyList<double> Exponents)
{
    /// <summary>Finds the exponents of points with positive coordinates.</summary>
    public static LocalExponent Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return new(
            [.. x.Zip(x.Skip(1), (here, next) => Math.Sqrt(here * next))],
            [.. Enumerable.Range(0, x.Count - 1).Select(i => Math.Log(y[i + 1] / y[i]) / Math.Log(x[i + 1] / x[i]))]);
    }
}
