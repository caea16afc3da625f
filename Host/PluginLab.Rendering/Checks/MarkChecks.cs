using PluginLab.Figures;
using PluginLab.Rendering.Marks;

namespace PluginLab.Rendering.Checks;

/// <summary>Finds what keeps a mark from being drawn.</summary>
internal static class MarkChecks
{
    /// <summary>Adds a sentence for each problem.</summary>
    public static void Check(Mark mark, List<string> problems)
    {
        IReadOnlyList<double> x = MarkValues.AlongX(mark);
        IReadOnlyList<MarkValues.Column> columns = MarkValues.AlongY(mark);
        ValueChecks.CheckNumbers(mark, new MarkValues.Column("X", x), problems);
        foreach (MarkValues.Column column in columns)
        {
            ValueChecks.CheckNumbers(mark, column, problems);
            CheckLength(mark, column, x.Count, problems);
        }

        if (MarkValues.IsPointwise(mark) && x.Count == 0)
        {
            problems.Add($"Mark '{mark.Id}' has no points; give it at least one or leave it out.");
        }

        CheckKind(mark, problems);
    }

    private static void CheckKind(Mark mark, List<string> problems)
    {
        switch (mark)
        {
            case HeatMap map:
                CheckHeatMap(map, problems);
                break;
            case QuantileFan or Histogram or MatrixStrip or Contour or Nullcline or VerdictTable:
                ShapeChecks.Check(mark, problems);
                break;
            case VectorField field:
                ValueChecks.CheckNumbers(mark, new MarkValues.Column("DX", field.DX), problems);
                ValueChecks.CheckNumbers(mark, new MarkValues.Column("DY", field.DY), problems);
                CheckLength(mark, new MarkValues.Column("DX", field.DX), field.X.Count, problems);
                CheckLength(mark, new MarkValues.Column("DY", field.DY), field.X.Count, problems);
                if (field.Scale is { } scale)
                {
                    ValueChecks.CheckScale(field, scale, problems);
                }

                break;
            case FitLine fit:
                ValueChecks.CheckLimits(fit.Range, AxisScale.Linear, $"The range of mark '{fit.Id}'", problems);
                ValueChecks.CheckFinite(fit, [fit.Slope, fit.Intercept], problems);
                FitChecks.Check(fit, problems);
                break;
            case ReferenceLine line:
                ValueChecks.CheckFinite(line, [line.Value], problems);
                break;
            case ReferenceBand band:
                ValueChecks.CheckLimits(new Limits(band.Lower, band.Upper), AxisScale.Linear, $"Mark '{band.Id}'", problems);
                break;
            case Annotation annotation:
                ValueChecks.CheckFinite(annotation, [annotation.X, annotation.Y], problems);
                ValueChecks.CheckText(annotation.Text, annotation, problems);
                break;
        }
    }

    private static void CheckHeatMap(HeatMap map, List<string> problems)
    {
        int cells = Math.Max(0, map.XEdges.Count - 1) * Math.Max(0, map.YEdges.Count - 1);
        if (cells == 0 || map.Values.Count != cells)
        {
            problems.Add($"Mark '{map.Id}' has {Positions.Of(map.Values.Count)} values for {Positions.Of(map.XEdges.Count)} × {Positions.Of(map.YEdges.Count)} edges; there must be one value per cell and at least one cell.");
        }

        if (!ValueChecks.IsIncreasing(map.XEdges) || !ValueChecks.IsIncreasing(map.YEdges))
        {
            problems.Add($"The edges of mark '{map.Id}' do not increase; sort them and drop repeated ones.");
        }

        ValueChecks.CheckNumbers(map, new MarkValues.Column("Values", map.Values), problems);
        ValueChecks.CheckScale(map, map.Scale, problems);
    }

    private static void CheckLength(Mark mark, MarkValues.Column column, int expected, List<string> problems)
    {
        if (MarkValues.IsPointwise(mark) && column.Values.Count != expected)
        {
            problems.Add($"Mark '{mark.Id}' has {Positions.Of(expected)} values of X and {Positions.Of(column.Values.Count)} of {column.Name}; there must be as many.");
        }
    }
}
