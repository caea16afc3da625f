using PluginLab.Figures;

namespace PluginLab.Numerics.Fitting;

/// <summary>The power law y = prefactor · x^exponent through given points: the least-squares line in log₁₀ x and log₁₀ y.</summary>
public sealed record PowerLawFit
{
    private PowerLawFit(LinearFit line, Limits range) => (Line, Range) = (line, range);

    /// <summary>The exponent.</summary>
    public double Exponent => Line.Slope;

    /// <summary>How far the exponent moves between the whole window and its halves; see <see cref="LinearFit.SlopeUncertainty"/>.</summary>
    public double ExponentUncertainty => Line.SlopeUncertainty;

    /// <summary>The prefactor: y at x = 1.</summary>
    public double Prefactor => Math.Pow(10, Line.Intercept);

    /// <summary>The line in log₁₀ x and log₁₀ y: its slope and intercept are those of a fit line on two logarithmic axes.</summary>
    public LinearFit Line { get; }

    /// <summary>The smallest and the largest x, not their logarithms.</summary>
    public Limits Range { get; }

    /// <summary>Fits a power law.</summary>
    /// <param name="x">Abscissae, in any order; positive and finite; at least two, not all equal.</param>
    /// <param name="y">Ordinates, one per abscissa; positive and finite.</param>
    /// <exception cref="ArgumentException">The points do not determine a power law.</exception>
    public static PowerLawFit Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return x.Concat(y).All(value => value > 0)
            ? new(LinearFit.Of([.. x.Select(Math.Log10)], [.. y.Select(Math.Log10)]), new Limits(x.Min(), x.Max()))
            : throw new ArgumentException("A power law needs positive abscissae and ordinates.", nameof(x));
    }
}
