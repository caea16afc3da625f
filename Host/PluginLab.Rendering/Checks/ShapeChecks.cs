using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering.Marks;

namespace PluginLab.Rendering.Checks;

/// <summary>Finds what keeps marks with lists of different lengths from being drawn.</summary>
internal static class ShapeChecks
{
    private const double Roundoff = 1e-9;

    public static void Check(Mark mark, List<string> problems)
    {
        switch (mark)
        {
            case QuantileFan fan:
                CheckFan(fan, problems);
                break;
            case Histogram histogram:
                CheckHistogram(histogram, problems);
                break;
            case MatrixStrip strip:
                CheckStrip(strip, problems);
                break;
            case Contour contour:
                CheckGrid(contour, contour.X, contour.Y, contour.Values, problems);
                CheckLevels(contour, problems);
                break;
            case Nullcline nullcline:
                CheckGrid(nullcline, nullcline.X, nullcline.Y, nullcline.Values, problems);
                break;
            case VerdictTable { Claims.Count: 0 } table:
                problems.Add($"Mark '{table.Id}' has no claims; give it at least one or leave it out.");
                break;
        }
    }

    private static void CheckFan(QuantileFan fan, List<string> problems)
    {
        bool isSymmetric = fan.Levels.Zip(fan.Levels.Reverse(), (level, mirror) => Math.Abs(level + mirror - 1) <= Roundoff).All(isMirror => isMirror);
        if (fan.Levels.Count == 0 || !ValueChecks.IsIncreasing(fan.Levels) || !fan.Levels.All(level => level is > 0 and < 1) || !isSymmetric)
        {
            problems.Add($"The levels of mark '{fan.Id}' are {string.Join(", ", fan.Levels.Select(NumberText.Of))}; they must lie between 0 and 1, increase and be symmetric about 0.5, such as 0.1, 0.5, 0.9.");
        }

        if (fan.Quantiles.Count != fan.Levels.Count)
        {
            problems.Add($"Mark '{fan.Id}' has {Positions.Of(fan.Levels.Count)} levels and {Positions.Of(fan.Quantiles.Count)} lists of quantiles; there must be as many.");
        }

        for (int k = 1; k < fan.Quantiles.Count; k++)
        {
            int crossing = Enumerable.Range(0, Math.Min(fan.Quantiles[k].Count, fan.Quantiles[k - 1].Count)).FirstOrDefault(i => fan.Quantiles[k][i] < fan.Quantiles[k - 1][i], -1);
            if (crossing >= 0)
            {
                problems.Add($"Mark '{fan.Id}' has a lower quantile for a higher level at Quantiles[{Positions.Of(k)}][{Positions.Of(crossing)}]; order the lists by level.");
            }
        }
    }

    private static void CheckHistogram(Histogram histogram, List<string> problems)
    {
        if (histogram.Counts.Count == 0 || histogram.Edges.Count != histogram.Counts.Count + 1 || !ValueChecks.IsIncreasing(histogram.Edges))
        {
            problems.Add($"Mark '{histogram.Id}' has {Positions.Of(histogram.Edges.Count)} edges for {Positions.Of(histogram.Counts.Count)} bins; there must be a bin, one edge more than bins, and edges must increase.");
        }

        if (!histogram.Counts.All(count => count >= 0) || histogram.Outside < 0)
        {
            problems.Add($"Mark '{histogram.Id}' has a count that is negative or no number; counts are 0 or more.");
        }
    }

    private static void CheckStrip(MatrixStrip strip, List<string> problems)
    {
        int cells = strip.Rows * strip.Columns;
        if (strip.Rows < 1 || strip.Columns < 1 || strip.Matrices.Count == 0 || strip.Matrices.Any(matrix => matrix.Count != cells))
        {
            problems.Add($"Mark '{strip.Id}' has {Positions.Of(strip.Matrices.Count)} matrices of {Positions.Of(strip.Rows)} × {Positions.Of(strip.Columns)}; there must be at least one, each with as many entries.");
        }

        if (strip.Captions.Count != strip.Matrices.Count || (strip.RowNames is { } names && names.Count != strip.Rows))
        {
            problems.Add($"Mark '{strip.Id}' has {Positions.Of(strip.Captions.Count)} captions for {Positions.Of(strip.Matrices.Count)} matrices, or another number of names than rows; there must be one each.");
        }

        for (int k = 0; k < strip.Matrices.Count; k++)
        {
            ValueChecks.CheckNumbers(strip, new MarkValues.Column($"Matrices[{Positions.Of(k)}]", strip.Matrices[k]), problems);
        }

        foreach (string text in strip.Captions.Concat(strip.RowNames ?? []))
        {
            ValueChecks.CheckText(text, strip, problems);
        }

        ValueChecks.CheckScale(strip, strip.Scale, problems);
    }

    private static void CheckGrid(Mark mark, IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<double> values, List<string> problems)
    {
        if (x.Count < 2 || y.Count < 2 || !ValueChecks.IsIncreasing(x) || !ValueChecks.IsIncreasing(y) || values.Count != x.Count * y.Count)
        {
            problems.Add($"Mark '{mark.Id}' has {Positions.Of(values.Count)} values for a grid of {Positions.Of(x.Count)} × {Positions.Of(y.Count)} points; there must be one per point, at least two points along each axis, and coordinates must increase.");
        }

        ValueChecks.CheckNumbers(mark, new MarkValues.Column("Values", values), problems);
    }

    private static void CheckLevels(Contour contour, List<string> problems)
    {
        if (contour.Levels.Count == 0 || !contour.Levels.All(double.IsFinite) || !ValueChecks.IsIncreasing(contour.Levels))
        {
            problems.Add($"The levels of mark '{contour.Id}' are none, not finite or do not increase; give at least one, in increasing order.");
        }
    }
}
