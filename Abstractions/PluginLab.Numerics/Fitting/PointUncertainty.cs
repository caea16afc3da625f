namespace PluginLab.Numerics.Fitting;

/// <summary>How far the ordinates of a fit may be off.</summary>
internal static class PointUncertainty
{
    // What a coordinate is rounded by, and by what a function of it is off in a good library.
    private const double Roundoff = 4.0 / (1L << 53);

    /// <summary>How far an ordinate may be off because it, and the term of the line that stands for its abscissa, are rounded.</summary>
    public static double Rounding(double ordinate, double term) => Roundoff * (Math.Abs(ordinate) + Math.Abs(term));

    /// <exception cref="ArgumentException">There are not as many as points, or one is negative or not finite.</exception>
    public static void Check(IReadOnlyList<double>? uncertainties, int count)
    {
        if (uncertainties is not null && (uncertainties.Count != count || !uncertainties.All(value => value >= 0 && double.IsFinite(value))))
        {
            throw new ArgumentException(
                $"{uncertainties.Count} uncertainties do not fit {count} points; there must be one per ordinate, finite and not negative.", nameof(uncertainties));
        }
    }

    /// <summary>How far log y may be off: −log(1 − r) = 2 artanh(r/(2 − r)) with r = δ/y and the rounding of y, the further of both ends.</summary>
    /// <exception cref="ArgumentException">The uncertainties do not fit the ordinates, or one is as large as its ordinate.</exception>
    public static double[] OfLogarithm(IReadOnlyList<double>? uncertainties, IReadOnlyList<double> y)
    {
        Check(uncertainties, y.Count);
        double[] relative = [.. y.Select((ordinate, i) => ((uncertainties?[i] ?? 0) / ordinate) + Roundoff)];
        return relative.All(value => value < 1)
            ? [.. relative.Select(value => 2 * Math.Atanh(value / (2 - value)))]
            : throw new ArgumentException("An ordinate that may be off by as much as itself has no logarithm to fit; leave such points out.", nameof(uncertainties));
    }
}
