namespace PluginLab.Figures;

/// <summary>Along which axis a reference has its value.</summary>
public enum Orientation
{
    /// <summary>At a fixed ordinate.</summary>
    Horizontal,

    /// <summary>At a fixed abscissa.</summary>
    Vertical,
}

/// <summary>A straight line across the whole plot at a value.</summary>
public sealed record ReferenceLine : Mark
{
    /// <summary>Along which axis the value lies.</summary>
    public required Orientation Orientation { get; init; }

    /// <summary>The value; outside the limits of the axis nothing is drawn. Limits that fit the data take it in.</summary>
    public required double Value { get; init; }
}

/// <summary>A band across the whole plot between two values.</summary>
public sealed record ReferenceBand : Mark
{
    /// <summary>Along which axis the values lie.</summary>
    public required Orientation Orientation { get; init; }

    /// <summary>The lower value.</summary>
    public required double Lower { get; init; }

    /// <summary>The upper value.</summary>
    public required double Upper { get; init; }
}

/// <summary>A fitted line, drawn over the fitted range only: y = intercept + slope · x, in log₁₀ of an axis that is logarithmic.</summary>
public sealed record FitLine : Mark
{
    /// <summary>Slope; on two logarithmic axes the exponent of a power law.</summary>
    public required double Slope { get; init; }

    /// <summary>Uncertainty of the slope, stated in the legend: half the width of its confidence interval, or what the caption says if it is none. NaN: not known.</summary>
    public required double SlopeUncertainty { get; init; }

    /// <summary>Intercept.</summary>
    public required double Intercept { get; init; }

    /// <summary>The abscissae between which the line was fitted.</summary>
    public required Limits Range { get; init; }

    /// <summary>Level of the confidence interval, between 0 and 1; null if the uncertainty is not one, such as how far the slope moves between halves of the fitted range.</summary>
    public double? Confidence { get; init; }

    /// <summary>Covariance of the coefficients; with it the line has a band: what <see cref="SlopeUncertainty"/> is to the standard error of the slope, the half-width is to that of the line. Null for none.</summary>
    public FitCovariance? Covariance { get; init; }
}

/// <summary>Covariance of the coefficients of a fitted line; the variance of the line at x is InterceptVariance + 2 x Covariance + x² SlopeVariance.</summary>
/// <param name="InterceptVariance">Variance of the intercept; not negative.</param>
/// <param name="Covariance">Covariance of intercept and slope.</param>
/// <param name="SlopeVariance">Variance of the slope; positive.</param>
public sealed record FitCovariance(double InterceptVariance, double Covariance, double SlopeVariance);

/// <summary>A text at a point of the plot.</summary>
public sealed record Annotation : Mark
{
    /// <summary>Abscissa.</summary>
    public required double X { get; init; }

    /// <summary>Ordinate.</summary>
    public required double Y { get; init; }

    /// <summary>The text; rich text.</summary>
    public required string Text { get; init; }
}
