namespace PluginLab.Numerics.Fitting;

/// <summary>The power law y = prefactor · x^exponent through given points: the least-squares line in log₁₀ x and log₁₀ y.</summary>
public sealed record PowerLawFit
{
    private const double DefaultLevel = 0.95;

    private PowerLawFit(LinearFit line, FitWindow window) => (Line, Window) = (line, window);

    /// <summary>The exponent.</summary>
    public double Exponent => Line.Slope;

    /// <summary>How far the exponent moves between the whole window and windows of half of it; see <see cref="LinearFit.SlopeUncertainty"/>.</summary>
    public double ExponentUncertainty => Line.SlopeUncertainty;

    /// <summary>The prefactor: y at x = 1.</summary>
    public double Prefactor => Math.Pow(10, Line.Intercept);

    /// <summary>The line in log₁₀ x and log₁₀ y: its slope and intercept are those of a fit line on two logarithmic axes.</summary>
    public LinearFit Line { get; }

    /// <summary>The smallest and the largest x, not their logarithms.</summary>
    public FitWindow Window { get; }

    /// <summary>Fits a power law.</summary>
    /// <param name="x">Abscissae, in any order; positive and finite; at least two, not all equal.</param>
    /// <param name="y">Ordinates, one per abscissa; positive and finite.</param>
    /// <param name="uncertainties">How far each ordinate may be off, below itself; it widens intervals and does not weight the points; null for none.</param>
    /// <exception cref="ArgumentException">The points do not determine a power law, or the uncertainties do not fit them.</exception>
    public static PowerLawFit Of(IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<double>? uncertainties = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (!x.Concat(y).All(value => value > 0))
        {
            throw new ArgumentException("A power law needs positive abscissae and ordinates.", nameof(x));
        }

        double[] logarithmic = [.. PointUncertainty.OfLogarithm(uncertainties, y).Select(value => value / Math.Log(10))];
        return new(LinearFit.Of([.. x.Select(Math.Log10)], [.. y.Select(Math.Log10)], logarithmic), new FitWindow(x.Min(), x.Max()));
    }

    /// <summary>The confidence interval of the exponent; see <see cref="UncertaintyBudget.IntervalAround"/>.</summary>
    /// <param name="uncertainty">What it is taken from: the window for computed points, the residuals of log y for noisy ones.</param>
    /// <param name="level">Its level, strictly between 0 and 1.</param>
    public ConfidenceInterval ExponentInterval(FitUncertainty uncertainty, double level = DefaultLevel) => Line.SlopeInterval(uncertainty, level);

    /// <summary>The confidence interval of the prefactor, that of its logarithm; see <see cref="UncertaintyBudget.IntervalAround"/>.</summary>
    /// <param name="uncertainty">What it is taken from: the window for computed points, the residuals of log y for noisy ones.</param>
    /// <param name="level">Its level, strictly between 0 and 1.</param>
    public ConfidenceInterval PrefactorInterval(FitUncertainty uncertainty, double level = DefaultLevel) =>
        Line.InterceptInterval(uncertainty, level).Map(logarithm => Math.Pow(10, logarithm));
}
