namespace PluginLab.Numerics.Fitting;

/// <summary>The exponential y = prefactor · e^(rate · x) through given points: the least-squares line in x and log y.</summary>
/// <remarks>
/// A decay has a negative rate. A curve that tends to another limit than 0 is fitted by its distance to that limit, which must be known: an offset
/// fitted along with rate and prefactor is not determined by points that end before they are near it.
/// </remarks>
public sealed record ExponentialFit
{
    private const double DefaultLevel = 0.95;

    private ExponentialFit(LinearFit line) => Line = line;

    /// <summary>The rate, in units of 1/x.</summary>
    public double Rate => Line.Slope;

    /// <summary>The prefactor: y at x = 0.</summary>
    public double Prefactor => Math.Exp(Line.Intercept);

    /// <summary>The line in x and the natural logarithm of y. On a logarithmic axis its slope is that of a fit line times log 10.</summary>
    public LinearFit Line { get; }

    /// <summary>The smallest and the largest x.</summary>
    public FitWindow Window => Line.Window;

    /// <summary>Fits an exponential.</summary>
    /// <param name="x">Abscissae, in any order; finite; at least two, not all equal.</param>
    /// <param name="y">Ordinates, one per abscissa; positive and finite.</param>
    /// <param name="uncertainties">How far each ordinate may be off, below itself; it widens intervals and does not weight the points; null for none.</param>
    /// <exception cref="ArgumentException">The points do not determine an exponential, or the uncertainties do not fit them.</exception>
    public static ExponentialFit Of(IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<double>? uncertainties = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return y.All(value => value > 0)
            ? new(LinearFit.Of(x, [.. y.Select(value => Math.Log(value))], PointUncertainty.OfLogarithm(uncertainties, y)))
            : throw new ArgumentException("An exponential needs positive ordinates; one that tends to another limit than 0 is fitted by its distance to the limit.", nameof(y));
    }

    /// <summary>The confidence interval of the rate; see <see cref="UncertaintyBudget.IntervalAround"/>.</summary>
    /// <param name="uncertainty">What it is taken from: the window for computed points, the residuals of log y for noisy ones.</param>
    /// <param name="level">Its level, strictly between 0 and 1.</param>
    public ConfidenceInterval RateInterval(FitUncertainty uncertainty, double level = DefaultLevel) => Line.SlopeInterval(uncertainty, level);

    /// <summary>The confidence interval of the prefactor, that of its logarithm; see <see cref="UncertaintyBudget.IntervalAround"/>.</summary>
    /// <param name="uncertainty">What it is taken from: the window for computed points, the residuals of log y for noisy ones.</param>
    /// <param name="level">Its level, strictly between 0 and 1.</param>
    public ConfidenceInterval PrefactorInterval(FitUncertainty uncertainty, double level = DefaultLevel) => Line.InterceptInterval(uncertainty, level).Map(Math.Exp);
}
