using PluginLab.Figures;

namespace PluginLab.Numerics.Fitting;

/// <summary>The least-squares line y = intercept + slope · x through given points.</summary>
public sealed record LinearFit
{
    private const int FewestPoints = 2;
    private const int FewestPointsWithUncertainty = 3;

    private LinearFit(double slope, double intercept, double slopeUncertainty, Limits range) =>
        (Slope, Intercept, SlopeUncertainty, Range) = (slope, intercept, slopeUncertainty, range);

    /// <summary>Slope.</summary>
    public double Slope { get; }

    /// <summary>Intercept.</summary>
    public double Intercept { get; }

    /// <summary>How far the slope moves when only the lower or only the upper half of the points is fitted, whichever moves it further; NaN for two points.</summary>
    /// <remarks>
    /// The points of a computed curve carry no noise, so that the standard error of the residuals says nothing: what misleads is curvature, and
    /// that shows between the halves of the window. For noisy points this is wider than a standard error, about three of them.
    /// The middle one of an odd number of points belongs to both halves.
    /// </remarks>
    public double SlopeUncertainty { get; }

    /// <summary>The smallest and the largest abscissa.</summary>
    public Limits Range { get; }

    /// <summary>Fits a line.</summary>
    /// <param name="x">Abscissae, in any order; finite; at least two, not all equal.</param>
    /// <param name="y">Ordinates, one per abscissa; finite.</param>
    /// <exception cref="ArgumentException">The points do not determine a line.</exception>
    public static LinearFit Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count || x.Count < FewestPoints || !x.Concat(y).All(double.IsFinite) || x.Min() == x.Max())
        {
            throw new ArgumentException(
                $"{x.Count} abscissae and {y.Count} ordinates determine no line; as many of both are needed, finite, at least two, and not all above each other.", nameof(x));
        }

        double[] sortedX = [.. x];
        double[] sortedY = [.. y];
        Array.Sort(sortedX, sortedY);
        (double intercept, double slope) = Regress(sortedX, sortedY);
        return new(slope, intercept, Uncertainty(sortedX, sortedY, slope), new Limits(sortedX[0], sortedX[^1]));
    }

    private static double Uncertainty(double[] x, double[] y, double slope)
    {
        if (x.Length < FewestPointsWithUncertainty)
        {
            return double.NaN;
        }

        int half = (x.Length + 1) / 2;
        double lower = Regress(x[..half], y[..half]).Slope;
        double upper = Regress(x[^half..], y[^half..]).Slope;
        return Math.Max(Math.Abs(lower - slope), Math.Abs(upper - slope));
    }

    private static (double Intercept, double Slope) Regress(double[] x, double[] y) => MathNet.Numerics.LinearRegression.SimpleRegression.Fit(x, y);
}
