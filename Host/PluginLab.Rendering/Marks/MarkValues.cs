using PluginLab.Figures;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Marks;

/// <summary>The numbers of a mark by their meaning, so that checks, limits and counts need not know each kind of mark.</summary>
internal static class MarkValues
{
    private const int BandPoints = 33;

    private static readonly IReadOnlyList<double> None = [];

    /// <summary>A named list of numbers of a mark.</summary>
    /// <param name="Name">Name of the property.</param>
    /// <param name="Values">The numbers.</param>
    public readonly record struct Column(string Name, IReadOnlyList<double> Values);

    /// <summary>Positions along the horizontal axis.</summary>
    public static IReadOnlyList<double> AlongX(Mark mark) => mark switch
    {
        Line line => line.X,
        Step step => step.X,
        Scatter scatter => scatter.X,
        ErrorBars bars => bars.X,
        Ribbon ribbon => ribbon.X,
        PhasePath path => path.X,
        VectorField field => field.X,
        HeatMap map => map.XEdges,
        QuantileFan fan => fan.X,
        Histogram histogram => histogram.Edges,
        Contour contour => contour.X,
        Nullcline nullcline => nullcline.X,
        ReferenceLine { Orientation: Orientation.Vertical } line => [line.Value],
        ReferenceBand { Orientation: Orientation.Vertical } band => [band.Lower, band.Upper],
        FitLine fit => [fit.Range.Lower, fit.Range.Upper],
        Annotation annotation => [annotation.X],
        _ => None,
    };

    /// <summary>Positions along the vertical axis, list by list.</summary>
    public static IReadOnlyList<Column> AlongY(Mark mark) => mark switch
    {
        Line line => [new("Y", line.Y)],
        Step step => [new("Y", step.Y)],
        Scatter scatter => [new("Y", scatter.Y)],
        ErrorBars bars => [new("Y", bars.Y), new("Lower", bars.Lower), new("Upper", bars.Upper)],
        Ribbon ribbon => [new("Lower", ribbon.Lower), new("Upper", ribbon.Upper)],
        PhasePath path => [new("Y", path.Y)],
        VectorField field => [new("Y", field.Y)],
        HeatMap map => [new("YEdges", map.YEdges)],
        QuantileFan fan => [.. fan.Quantiles.Select((values, k) => new Column($"Quantiles[{Positions.Of(k)}]", values))],
        Histogram histogram => [new("Counts", HeightsOf(histogram))],
        Contour contour => [new("Y", contour.Y)],
        Nullcline nullcline => [new("Y", nullcline.Y)],
        ReferenceLine { Orientation: Orientation.Horizontal } line => [new("Value", [line.Value])],
        ReferenceBand { Orientation: Orientation.Horizontal } band => [new("Lower", [band.Lower]), new("Upper", [band.Upper])],
        Annotation annotation => [new("Y", [annotation.Y])],
        _ => [],
    };

    /// <summary>The band of uncertainty around a fitted line; null if its covariance or its uncertainty is not known.</summary>
    public static Ribbon? FitBand(FitLine fit, AxisTransform x, AxisTransform y)
    {
        if (fit.Covariance is not { } covariance || double.IsNaN(fit.SlopeUncertainty))
        {
            return null;
        }

        (double from, double to) = (x.Apply(fit.Range.Lower), x.Apply(fit.Range.Upper));
        double factor = fit.SlopeUncertainty / Math.Sqrt(covariance.SlopeVariance);
        double[] at = [.. Enumerable.Range(0, BandPoints).Select(i => from + ((to - from) * i / (BandPoints - 1)))];
        double[] half = [.. at.Select(p => factor * Math.Sqrt(Math.Max(0, covariance.InterceptVariance + (2 * p * covariance.Covariance) + (p * p * covariance.SlopeVariance))))];
        return new Ribbon
        {
            Id = fit.Id,
            X = [.. at.Select(x.Invert)],
            Lower = [.. at.Select((p, i) => y.Invert(fit.Intercept + (fit.Slope * p) - half[i]))],
            Upper = [.. at.Select((p, i) => y.Invert(fit.Intercept + (fit.Slope * p) + half[i]))],
        };
    }

    /// <summary>Whether the lists along both axes belong together point by point.</summary>
    public static bool IsPointwise(Mark mark) => mark is Line or Step or Scatter or ErrorBars or Ribbon or PhasePath or VectorField or QuantileFan;

    /// <summary>Heights of the bars of a histogram.</summary>
    public static IReadOnlyList<double> HeightsOf(Histogram histogram)
    {
        double total = histogram.Counts.Sum() + histogram.Outside;
        return histogram.Height switch
        {
            HistogramHeight.Count => histogram.Counts,
            _ when total == 0 => [.. histogram.Counts.Select(_ => 0.0)],
            HistogramHeight.Share => [.. histogram.Counts.Select(count => count / total)],
            _ => [.. histogram.Counts.Select((count, i) => count / total / (histogram.Edges[i + 1] - histogram.Edges[i]))],
        };
    }

    /// <summary>The corners of a staircase.</summary>
    public static (List<double> X, List<double> Y) Staircase(Step step)
    {
        (List<double> x, List<double> y) = (new(2 * step.X.Count), new(2 * step.X.Count));
        for (int i = 0; i < step.X.Count; i++)
        {
            if (i > 0)
            {
                x.Add(step.X[i]);
                y.Add(step.Y[i - 1]);
            }

            x.Add(step.X[i]);
            y.Add(step.Y[i]);
        }

        return (x, y);
    }

    /// <summary>The ends of a fitted line.</summary>
    public static (IReadOnlyList<double> X, IReadOnlyList<double> Y) FitEnds(FitLine fit, AxisTransform x, AxisTransform y)
    {
        double[] ends = [fit.Range.Lower, fit.Range.Upper];
        return (ends, [.. ends.Select(end => y.Invert(fit.Intercept + (fit.Slope * x.Apply(end))))]);
    }
}
