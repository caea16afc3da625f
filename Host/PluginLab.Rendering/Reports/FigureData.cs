using System.Globalization;
using System.Text;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering.Marks;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Reports;

/// <summary>The numbers that a figure shows, as CSV.</summary>
public static class FigureData
{
    private const string Header = "panel,mark,kind,role,x,y,lower,upper,dx,dy,value,text\n";

    /// <summary>One row per point, in the order of panels, marks and points; numbers in shortest round-trip form; quoting after RFC 4180.</summary>
    /// <remarks>
    /// Lower and upper are the ends of an interval or band. A cell of a heat map has its left and lower edge as x and y, its width and
    /// height, to twelve digits, as dx and dy. A fan has the level as value; a bar of a histogram its left edge as x, its width as dx and its count as
    /// value; an entry of a strip its column and row, counted from 1, as x and y, and its time as text; a claim its predicted value as x and its
    /// measured one as y. A fitted line has its two ends, with the slope as value and its interval as lower and upper,
    /// and then the points of its band.
    /// </remarks>
    public static string Write(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        StringBuilder csv = new(Header);
        for (int i = 0; i < figure.Panels.Count; i++)
        {
            foreach (Mark mark in figure.Panels[i].Marks)
            {
                string start = $"{Positions.Of(i + 1)},{Quote(mark.Id)},{KindOf(mark)},{MarkLooks.RoleOf(mark).ToString().ToLowerInvariant()}";
                if (mark is HeatMap map)
                {
                    AppendCells(csv, start, map);
                }

                foreach (Row row in RowsOf(mark, figure.Panels[i]))
                {
                    csv.Append(start).Append(row.Text()).Append('\n');
                }
            }
        }

        return csv.ToString();
    }

    /// <summary>A cell, quoted where RFC 4180 asks for it.</summary>
    internal static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string KindOf(Mark mark) => mark switch
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

    private static IEnumerable<Row> RowsOf(Mark mark, Panel panel) => mark switch
    {
        Line line => Points(line.X, line.Y),
        Step step => Points(step.X, step.Y),
        Scatter scatter => Points(scatter.X, scatter.Y),
        PhasePath path => Points(path.X, path.Y),
        ErrorBars bars => bars.X.Select((x, i) => new Row { X = x, Y = bars.Y[i], Lower = bars.Lower[i], Upper = bars.Upper[i] }),
        Ribbon ribbon => ribbon.X.Select((x, i) => new Row { X = x, Lower = ribbon.Lower[i], Upper = ribbon.Upper[i] }),
        VectorField field => field.X.Select((x, i) => new Row { X = x, Y = field.Y[i], DX = field.DX[i], DY = field.DY[i] }),
        QuantileFan fan => fan.Levels.SelectMany((level, k) => fan.X.Select((x, i) => new Row { X = x, Y = fan.Quantiles[k][i], Value = level })),
        Histogram histogram => MarkValues.HeightsOf(histogram).Select((height, i) => new Row { X = histogram.Edges[i], Y = height, DX = histogram.Edges[i + 1] - histogram.Edges[i], Value = histogram.Counts[i] }),
        MatrixStrip strip => strip.Matrices.SelectMany((matrix, k) => matrix.Select((value, i) => new Row { X = (i % strip.Columns) + 1, Y = (i / strip.Columns) + 1, Value = value, Words = RichText.Parse(strip.Captions[k]).ToPlainText() })),
        Contour contour => GridPoints(contour.X, contour.Y, contour.Values),
        Nullcline nullcline => GridPoints(nullcline.X, nullcline.Y, nullcline.Values),
        VerdictTable table => table.Claims.Select(claim => new Row { X = claim.Predicted, Y = claim.Measured, Lower = claim.Measured - claim.Uncertainty, Upper = claim.Measured + claim.Uncertainty, Words = $"{claim.Id}: {VerdictWords.Of(claim).Text}" }),
        ReferenceLine line => [line.Orientation == Orientation.Horizontal ? new Row { Y = line.Value } : new Row { X = line.Value }],
        ReferenceBand band => [new Row { Lower = band.Lower, Upper = band.Upper, Words = band.Orientation == Orientation.Horizontal ? "along y" : "along x" }],
        FitLine fit => Ends(fit, panel).Concat(Band(fit, panel)),
        Annotation annotation => [new Row { X = annotation.X, Y = annotation.Y, Words = RichText.Parse(annotation.Text).ToPlainText() }],
        _ => [],
    };

    private static IEnumerable<Row> Points(IReadOnlyList<double> x, IReadOnlyList<double> y) => x.Select((value, i) => new Row { X = value, Y = y[i] });

    private static IEnumerable<Row> GridPoints(IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<double> values) =>
        values.Select((value, i) => new Row { X = x[i % x.Count], Y = y[i / x.Count], Value = value });

    /// <summary>A map has many cells but few edges: what is the same in a row or a column is written once.</summary>
    private static void AppendCells(StringBuilder csv, string start, HeatMap map)
    {
        string[] left = [.. map.XEdges.Select(edge => $"{start},{NumberText.Of(edge)},")];
        string[] widths = [.. map.XEdges.Zip(map.XEdges.Skip(1), Width)];
        int cell = 0;
        for (int row = 0; row < map.YEdges.Count - 1; row++)
        {
            (string lower, string height) = (NumberText.Of(map.YEdges[row]) + ",,,", Width(map.YEdges[row], map.YEdges[row + 1]));
            for (int column = 0; column < widths.Length; column++)
            {
                csv.Append(left[column]).Append(lower).Append(widths[column]).Append(height).Append(NumberText.Of(map.Values[cell++])).Append(",\n");
            }
        }
    }

    /// <summary>The width of a cell, without the digits that are rounding of its edges.</summary>
    private static string Width(double edge, double next)
    {
        string rounded = (next - edge).ToString("E11", CultureInfo.InvariantCulture);
        return NumberText.Of(double.Parse(rounded, CultureInfo.InvariantCulture)) + ",";
    }

    private static IEnumerable<Row> Ends(FitLine fit, Panel panel)
    {
        (IReadOnlyList<double> x, IReadOnlyList<double> y) = MarkValues.FitEnds(fit, AxisTransform.Of(panel.X), AxisTransform.Of(panel.Y));
        return x.Select((end, i) => new Row
        {
            X = end,
            Y = y[i],
            Lower = fit.Slope - fit.SlopeUncertainty,
            Upper = fit.Slope + fit.SlopeUncertainty,
            Value = fit.Slope,
        });
    }

    private static IEnumerable<Row> Band(FitLine fit, Panel panel) => MarkValues.FitBand(fit, AxisTransform.Of(panel.X), AxisTransform.Of(panel.Y)) is not { } band ? []
        : band.X.Select((x, i) => new Row { X = x, Lower = band.Lower[i], Upper = band.Upper[i], Words = "band" });

    private sealed record Row
    {
        public double? X { get; init; }

        public double? Y { get; init; }

        public double? Lower { get; init; }

        public double? Upper { get; init; }

        public double? DX { get; init; }

        public double? DY { get; init; }

        public double? Value { get; init; }

        public string Words { get; init; } = "";

        public string Text()
        {
            StringBuilder text = new();
            foreach (double? cell in (double?[])[X, Y, Lower, Upper, DX, DY, Value])
            {
                text.Append(',').Append(cell is { } number ? NumberText.Of(number) : "");
            }

            return text.Append(',').Append(Quote(Words)).ToString();
        }
    }
}
