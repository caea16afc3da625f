using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering.Marks;
using PluginLab.Rendering.Raster;

namespace PluginLab.Rendering.Checks;

/// <summary>Finds what keeps a mark from being drawn.</summary>
internal static class MarkChecks
{
    /// <summary>Adds a sentence for each problem.</summary>
    public static void Check(Mark mark, List<string> problems)
    {
        IReadOnlyList<double> x = MarkValues.AlongX(mark);
        IReadOnlyList<MarkValues.Column> columns = MarkValues.AlongY(mark);
        CheckNumbers(mark, new MarkValues.Column("X", x), problems);
        foreach (MarkValues.Column column in columns)
        {
            CheckNumbers(mark, column, problems);
            CheckLength(mark, column, x.Count, problems);
        }

        if (MarkValues.IsPointwise(mark) && x.Count == 0)
        {
            problems.Add($"Mark '{mark.Id}' has no points; give it at least one or leave it out.");
        }

        CheckKind(mark, problems);
    }

    /// <summary>Adds a sentence if limits are no interval that an axis can show.</summary>
    public static void CheckLimits(Limits limits, AxisScale scale, string subject, List<string> problems)
    {
        if (!double.IsFinite(limits.Lower) || !double.IsFinite(limits.Upper) || limits.Lower >= limits.Upper)
        {
            problems.Add($"{subject} runs from {NumberText.Of(limits.Lower)} to {NumberText.Of(limits.Upper)}; limits must be finite, the lower below the upper.");
        }
        else if (scale == AxisScale.Logarithmic && limits.Lower <= 0)
        {
            problems.Add($"{subject} is logarithmic and begins at {NumberText.Of(limits.Lower)}; its lower limit must be positive.");
        }
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
                CheckNumbers(mark, new MarkValues.Column("DX", field.DX), problems);
                CheckNumbers(mark, new MarkValues.Column("DY", field.DY), problems);
                CheckLength(mark, new MarkValues.Column("DX", field.DX), field.X.Count, problems);
                CheckLength(mark, new MarkValues.Column("DY", field.DY), field.X.Count, problems);
                if (field.Scale is { } scale)
                {
                    CheckScale(field, scale, problems);
                }

                break;
            case FitLine fit:
                CheckLimits(fit.Range, AxisScale.Linear, $"The range of mark '{fit.Id}'", problems);
                CheckFinite(fit, [fit.Slope, fit.Intercept], problems);
                CheckUncertainty(fit, problems);
                CheckCovariance(fit, problems);
                break;
            case ReferenceLine line:
                CheckFinite(line, [line.Value], problems);
                break;
            case ReferenceBand band:
                CheckLimits(new Limits(band.Lower, band.Upper), AxisScale.Linear, $"Mark '{band.Id}'", problems);
                break;
            case Annotation annotation:
                CheckFinite(annotation, [annotation.X, annotation.Y], problems);
                CheckText(annotation.Text, annotation, problems);
                break;
        }
    }

    private static void CheckUncertainty(FitLine fit, List<string> problems)
    {
        if (fit.SlopeUncertainty < 0 || double.IsInfinity(fit.SlopeUncertainty))
        {
            problems.Add($"Mark '{fit.Id}' has the uncertainty {NumberText.Of(fit.SlopeUncertainty)}; it must be finite and not negative, or NaN where it is not known.");
        }

        if (fit.Confidence is { } confidence && confidence is not (> 0 and < 1))
        {
            problems.Add($"Mark '{fit.Id}' has the confidence {NumberText.Of(confidence)}; it must be between 0 and 1, or null where the uncertainty is no confidence interval.");
        }
    }

    private static void CheckCovariance(FitLine fit, List<string> problems)
    {
        bool isNone = fit.Covariance is null;
        bool isValid = fit.Covariance is { InterceptVariance: >= 0, SlopeVariance: > 0 } given && double.IsFinite(given.InterceptVariance + given.SlopeVariance + given.Covariance);
        if (!isNone && !isValid)
        {
            problems.Add($"Mark '{fit.Id}' has a covariance that is none; the variance of the slope must be positive, that of the intercept not negative, and all finite.");
        }
    }

    private static void CheckHeatMap(HeatMap map, List<string> problems)
    {
        int cells = Math.Max(0, map.XEdges.Count - 1) * Math.Max(0, map.YEdges.Count - 1);
        if (cells == 0 || map.Values.Count != cells)
        {
            problems.Add($"Mark '{map.Id}' has {Positions.Of(map.Values.Count)} values for {Positions.Of(map.XEdges.Count)} × {Positions.Of(map.YEdges.Count)} edges; there must be one value per cell and at least one cell.");
        }

        if (!IsIncreasing(map.XEdges) || !IsIncreasing(map.YEdges))
        {
            problems.Add($"The edges of mark '{map.Id}' do not increase; sort them and drop repeated ones.");
        }

        CheckNumbers(map, new MarkValues.Column("Values", map.Values), problems);
        CheckScale(map, map.Scale, problems);
    }

    /// <summary>Adds a sentence for each problem of a colour scale.</summary>
    public static void CheckScale(Mark mark, ColorScale scale, List<string> problems)
    {
        CheckText(scale.Label, mark, problems);
        if (scale.Limits is { } limits)
        {
            CheckLimits(limits, scale.Norm, $"The colour scale of mark '{mark.Id}'", problems);
        }

        bool isCenter = double.IsFinite(scale.Center) && (scale.Norm != AxisScale.Logarithmic || scale.Center >= 0);
        if (!isCenter || scale.Norm == AxisScale.SymmetricLogarithmic)
        {
            problems.Add($"The colour scale of mark '{mark.Id}' has a norm or a centre that colours cannot follow; the norm is linear or logarithmic, the centre finite and not negative where it is logarithmic.");
        }

        foreach (string color in ((string?[])[scale.UnderColor, scale.OverColor, scale.MissingColor]).OfType<string>().Where(color => !ColorTables.IsColor(color)))
        {
            problems.Add($"The colour scale of mark '{mark.Id}' has the colour '{color}'; write it as #rrggbb, such as #d55e00.");
        }
    }

    /// <summary>Whether numbers increase strictly.</summary>
    public static bool IsIncreasing(IReadOnlyList<double> edges)
    {
        for (int i = 1; i < edges.Count; i++)
        {
            if (!(edges[i] > edges[i - 1]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a sentence if a number is infinite.</summary>
    public static void CheckNumbers(Mark mark, MarkValues.Column column, List<string> problems)
    {
        double[] values = MarkArrays.Of(column.Values);
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsInfinity(values[i]))
            {
                problems.Add($"Mark '{mark.Id}' has {NumberText.Of(values[i])} at {column.Name}[{Positions.Of(i)}]; numbers must be finite, or NaN where there is none.");
                return;
            }
        }
    }

    private static void CheckLength(Mark mark, MarkValues.Column column, int expected, List<string> problems)
    {
        if (MarkValues.IsPointwise(mark) && column.Values.Count != expected)
        {
            problems.Add($"Mark '{mark.Id}' has {Positions.Of(expected)} values of X and {Positions.Of(column.Values.Count)} of {column.Name}; there must be as many.");
        }
    }

    private static void CheckFinite(Mark mark, IEnumerable<double> values, List<string> problems)
    {
        if (values.Any(value => !double.IsFinite(value)))
        {
            problems.Add($"Mark '{mark.Id}' holds a number that is not finite; leave the mark out where there is nothing to show.");
        }
    }

    /// <summary>Adds a sentence if a text is no rich text.</summary>
    public static void CheckText(string text, Mark mark, List<string> problems)
    {
        try
        {
            _ = RichText.Parse(text);
        }
        catch (FormatException exception)
        {
            problems.Add($"The text of mark '{mark.Id}' is no rich text. {exception.Message}");
        }
    }
}
