using PluginLab.Figures;
using PluginLab.Rendering.Marks;

namespace PluginLab.Rendering.Reports.Interaction;

/// <summary>The points of the marks of a panel. Lines over the same abscissae share a column.</summary>
internal sealed class PointSets
{
    private readonly Dictionary<Mark, object[]> sets = [];
    private readonly PanelLayout layout;
    private readonly List<double?[]> abscissae;
    private readonly PointThinning thinning;

    public PointSets(Panel panel, PanelLayout layout, List<double?[]> abscissae)
    {
        (this.layout, this.abscissae, thinning) = (layout, abscissae, PointThinning.Of(layout));
        foreach (List<Line> lines in Shared(panel.Marks.OfType<Line>()))
        {
            AddLines(lines);
        }

        foreach (Mark mark in panel.Marks)
        {
            AddOther(mark);
        }
    }

    /// <summary>The rank of the column of its abscissae and column y of a mark; then its lower and upper ends, or the value, its name, and 1 where its column holds logarithms. Empty if it has no points.</summary>
    public object[] Of(Mark mark) => sets.GetValueOrDefault(mark, []);

    /// <summary>Neighbouring lines with the same abscissae.</summary>
    private static List<List<Line>> Shared(IEnumerable<Line> lines)
    {
        List<List<Line>> groups = [];
        foreach (Line line in lines)
        {
            if (groups.Count > 0 && MarkArrays.Of(groups[^1][0].X).AsSpan().SequenceEqual(MarkArrays.Of(line.X)))
            {
                groups[^1].Add(line);
            }
            else
            {
                groups.Add([line]);
            }
        }

        return groups;
    }

    private void AddLines(List<Line> lines)
    {
        double[] x = MarkArrays.Of(lines[0].X);
        int[] chosen = thinning.Choose(x, [.. lines.Select(line => MarkArrays.Of(line.Y))]);
        if (chosen.Length == 0)
        {
            return;
        }

        int across = Across([.. chosen.Select(i => x[i])]);
        foreach (Line line in lines)
        {
            double[] y = MarkArrays.Of(line.Y);
            sets[line] = [across, Column([.. chosen.Select(i => thinning.IsShown(x[i], y[i]) ? y[i] : double.NaN)], layout.Y)];
        }
    }

    private void AddOther(Mark mark)
    {
        switch (mark)
        {
            case Step step:
                Add(mark, step.X, step.Y);
                break;
            case Scatter scatter:
                Add(mark, scatter.X, scatter.Y);
                break;
            case PhasePath path:
                Add(mark, path.X, path.Y);
                break;
            case ErrorBars bars:
                Add(mark, bars.X, bars.Y, bars.Lower, bars.Upper);
                break;
            case Histogram histogram:
                Add(mark, PointThinning.Centres(histogram.Edges, layout.X), MarkValues.HeightsOf(histogram));
                break;
            case Ribbon ribbon:
                Add(mark, BandPoints.Of(ribbon, layout));
                break;
            case QuantileFan fan:
                Add(mark, BandPoints.Of(fan, layout));
                break;
            case FitLine fit:
                Add(mark, BandPoints.Of(fit, layout));
                break;
            case Contour contour:
                Add(mark, ValuePoints.Of(contour, layout));
                break;
            case HeatMap map:
                Add(mark, ValuePoints.Of(map, layout));
                break;
        }
    }

    private void Add(Mark mark, IReadOnlyList<double> x, IReadOnlyList<double> y, params IReadOnlyList<double>[] more)
    {
        int[] chosen = thinning.Choose(MarkArrays.Of(x), [MarkArrays.Of(y)]);
        if (chosen.Length > 0)
        {
            sets[mark] = [Across(Pick(x)), .. more.Prepend(y).Select(list => (object)Column(Pick(list), layout.Y))];
        }

        double[] Pick(IReadOnlyList<double> list) => [.. chosen.Select(i => list[i])];
    }

    private void Add(Mark mark, BandPoints band) => Add(mark, band.X, band.Y, band.Lower is null ? [] : [band.Lower, band.Upper!]);

    private void Add(Mark mark, ValuePoints points)
    {
        double[] finite = [.. points.Values.Where(double.IsFinite)];
        if (finite.Length > 0)
        {
            double span = finite.Max() - finite.Min();
            Limits range = new(0, span > 0 ? span : Math.Max(Math.Abs(finite[0]), 1));
            AxisScale scale = points.IsLogarithmic ? AxisScale.Logarithmic : AxisScale.Linear;
            sets[mark] = [Across(points.X), Column(points.Y, layout.Y), PointColumn.Of(points.Values, scale, range), LabelText.Of(points.Label), .. points.IsLogarithmic ? (object[])[1] : []];
        }
    }

    private int Across(double[] values)
    {
        abscissae.Add(Column(values, layout.X));
        return abscissae.Count - 1;
    }

    private static double?[] Column(double[] values, ScaleLayout scale) => PointColumn.Of(values, PointThinning.Map(scale).Transform, scale.Limits);
}
