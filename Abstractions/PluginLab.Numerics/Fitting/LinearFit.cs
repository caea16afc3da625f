namespace PluginLab.Numerics.Fitting;

/// <summary>The least-squares line y = intercept + slope · x through given points.</summary>
public sealed record LinearFit
{
    private const int FewestPoints = 2;
    private const double DefaultLevel = 0.95;

    private LinearFit(LinePoints points)
    {
        (Intercept, Slope) = points.Line;
        (InterceptBudget, SlopeBudget, Window) = (points.InterceptBudget(), points.SlopeBudget(), points.Window);
    }

    /// <summary>Slope.</summary>
    public double Slope { get; }

    /// <summary>Intercept.</summary>
    public double Intercept { get; }

    /// <summary>Where the uncertainty of the slope comes from.</summary>
    public UncertaintyBudget SlopeBudget { get; }

    /// <summary>Where the uncertainty of the intercept comes from.</summary>
    public UncertaintyBudget InterceptBudget { get; }

    /// <summary>How far the slope moves at most when only a window of half of the points is fitted: <see cref="UncertaintyBudget.Window"/>, without a level.</summary>
    /// <remarks>
    /// The points of a computed curve carry no noise, so that the standard error of the residuals says nothing: what misleads is curvature, and
    /// that shows between windows. For noisy points this is wider than a standard error, about three of them.
    /// </remarks>
    public double SlopeUncertainty => SlopeBudget.Window;

    /// <summary>The abscissae between which the line was fitted.</summary>
    public FitWindow Window { get; }

    /// <summary>Fits a line.</summary>
    /// <param name="x">Abscissae, in any order; finite; at least two, not all equal.</param>
    /// <param name="y">Ordinates, one per abscissa; finite.</param>
    /// <param name="uncertainties">
    /// How far each ordinate may be off, such as an error of the solver; finite, not negative. It widens intervals and does not weight the points; null for none.
    /// </param>
    /// <exception cref="ArgumentException">The points do not determine a line, or the uncertainties do not fit them.</exception>
    public static LinearFit Of(IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<double>? uncertainties = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count || x.Count < FewestPoints || !x.Concat(y).All(double.IsFinite) || x.Min() == x.Max())
        {
            throw new ArgumentException(
                $"{x.Count} abscissae and {y.Count} ordinates determine no line; as many of both are needed, finite, at least two, and not all above each other.", nameof(x));
        }

        PointUncertainty.Check(uncertainties, y.Count);
        return new(new LinePoints(x, y, uncertainties));
    }

    /// <summary>The confidence interval of the slope; see <see cref="UncertaintyBudget.IntervalAround"/>.</summary>
    /// <param name="uncertainty">What it is taken from: the window for computed points, the residuals for noisy ones.</param>
    /// <param name="level">Its level, strictly between 0 and 1.</param>
    public ConfidenceInterval SlopeInterval(FitUncertainty uncertainty, double level = DefaultLevel) => SlopeBudget.IntervalAround(Slope, uncertainty, level);

    /// <summary>The confidence interval of the intercept; see <see cref="UncertaintyBudget.IntervalAround"/>.</summary>
    /// <param name="uncertainty">What it is taken from: the window for computed points, the residuals for noisy ones.</param>
    /// <param name="level">Its level, strictly between 0 and 1.</param>
    public ConfidenceInterval InterceptInterval(FitUncertainty uncertainty, double level = DefaultLevel) => InterceptBudget.IntervalAround(Intercept, uncertainty, level);
}
