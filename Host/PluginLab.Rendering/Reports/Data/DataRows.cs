using PluginLab.Figures;
using PluginLab.Rendering.Marks;
using PluginLab.Rendering.Reports.Words;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Reports.Data;

/// <summary>What the marks of a figure hold, point by point.</summary>
internal static class DataRows
{
    /// <summary>The name of the kind of a mark.</summary>
    public static string KindOf(Mark mark) => mark switch
    {
        Line => "line",
        Step => "step",
        Scatter => "scatter",
        ErrorBars => "error-bars",
        Ribbon => "ribbon",
        PhasePath => "phase-path",
        QuantileFan => "quantile-fan",
        Histogram => "histogram",
        MatrixStrip => "matrix-strip",
        Contour => "contour",
        Nullcline => "nullcline",
        VerdictTable => "verdict-table",
        HeatMap => "heat-map",
        VectorField => "vector-field",
        ReferenceLine => "reference-line",
        ReferenceBand => "reference-band",
        FitLine => "fit-line",
        Annotation => "annotation",
        _ => "mark",
    };

    /// <summary>The rows of a mark, in the order of its points; none for the cells of maps.</summary>
    public static IEnumerable<DataRow> Of(Mark mark, Panel panel) => mark switch
    {
        Line line => Points(line.X, line.Y),
        Step step => Points(step.X, step.Y),
        Scatter scatter => Points(scatter.X, scatter.Y),
        PhasePath path => Points(path.X, path.Y),
        ErrorBars bars => bars.X.Select((x, i) => new DataRow { X = x, Y = bars.Y[i], Lower = bars.Lower[i], Upper = bars.Upper[i] }),
        Ribbon ribbon => ribbon.X.Select((x, i) => new DataRow { X = x, Lower = ribbon.Lower[i], Upper = ribbon.Upper[i] }),
        VectorField field => field.X.Select((x, i) => new DataRow { X = x, Y = field.Y[i], DX = field.DX[i], DY = field.DY[i] }),
        QuantileFan fan => fan.Levels.SelectMany((level, k) => fan.X.Select((x, i) => new DataRow { X = x, Y = fan.Quantiles[k][i], Value = level })),
        Histogram histogram => MarkValues.HeightsOf(histogram).Select((height, i) => new DataRow { X = histogram.Edges[i], Y = height, DX = histogram.Edges[i + 1] - histogram.Edges[i], Value = histogram.Counts[i] }),
        MatrixStrip strip => strip.Matrices.SelectMany((matrix, k) => matrix.Select((value, i) => new DataRow { X = (i % strip.Columns) + 1, Y = (i / strip.Columns) + 1, Value = value, Words = RichText.Parse(strip.Captions[k]).ToPlainText() })),
        Contour contour => GridPoints(contour.X, contour.Y, contour.Values),
        Nullcline nullcline => GridPoints(nullcline.X, nullcline.Y, nullcline.Values),
        VerdictTable table => table.Claims.Select(claim => new DataRow { X = claim.Predicted, Y = claim.Measured, Lower = claim.Measured - claim.Uncertainty, Upper = claim.Measured + claim.Uncertainty, Words = $"{claim.Id}: {VerdictWords.Of(claim).Text}" }),
        ReferenceLine line => [line.Orientation == Orientation.Horizontal ? new DataRow { Y = line.Value } : new DataRow { X = line.Value }],
        ReferenceBand band => [new DataRow { Lower = band.Lower, Upper = band.Upper, Words = band.Orientation == Orientation.Horizontal ? "along y" : "along x" }],
        FitLine fit => Ends(fit, panel).Concat(Band(fit, panel)),
        Annotation annotation => [new DataRow { X = annotation.X, Y = annotation.Y, Words = RichText.Parse(annotation.Text).ToPlainText() }],
        _ => [],
    };

    private static IEnumerable<DataRow> Points(IReadOnlyList<double> x, IReadOnlyList<double> y) => x.Select((value, i) => new DataRow { X = value, Y = y[i] });

    private static IEnumerable<DataRow> GridPoints(IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<double> values) =>
        values.Select((value, i) => new DataRow { X = x[i % x.Count], Y = y[i / x.Count], Value = value });

    private static IEnumerable<DataRow> Ends(FitLine fit, Panel panel)
    {
        (IReadOnlyList<double> x, IReadOnlyList<double> y) = MarkValues.FitEnds(fit, AxisTransform.Of(panel.X), AxisTransform.Of(panel.Y));
        return x.Select((end, i) => new DataRow
        {
            X = end,
            Y = y[i],
            Lower = fit.Slope - fit.SlopeUncertainty,
            Upper = fit.Slope + fit.SlopeUncertainty,
            Value = fit.Slope,
        });
    }

    private static IEnumerable<DataRow> Band(FitLine fit, Panel panel) => MarkValues.FitBand(fit, AxisTransform.Of(panel.X), AxisTransform.Of(panel.Y)) is not { } band ? []
        : band.X.Select((x, i) => new DataRow { X = x, Lower = band.Lower[i], Upper = band.Upper[i], Words = "band" });
}
