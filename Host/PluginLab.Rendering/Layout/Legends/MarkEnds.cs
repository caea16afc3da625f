using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Marks;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Layout.Legends;

/// <summary>Where marks end on the right, which is where their names stand.</summary>
internal static class MarkEnds
{
    /// <summary>The rightmost visible point; null for marks that have no such end.</summary>
    public static PixelPoint? Of(Mark mark, AxisMap x, AxisMap y) => mark switch
    {
        Line line => Rightmost(line.X, line.Y, x, y),
        Step step => Rightmost(step.X, step.Y, x, y),
        Scatter scatter => Rightmost(scatter.X, scatter.Y, x, y),
        ErrorBars bars => Rightmost(bars.X, bars.Y, x, y),
        Ribbon ribbon => Rightmost(ribbon.X, [.. ribbon.Lower.Zip(ribbon.Upper, (lower, upper) => Middle(y, lower, upper))], x, y),
        QuantileFan fan => Rightmost(fan.X, [.. fan.Quantiles[(fan.Levels.Count - 1) / 2].Zip(fan.Quantiles[fan.Levels.Count / 2], (lower, upper) => Middle(y, lower, upper))], x, y),
        FitLine fit => Fit(fit, x, y),
        ReferenceLine { Orientation: Orientation.Horizontal } line => Guide(line.Value, x, y),
        ReferenceBand { Orientation: Orientation.Horizontal } band => Guide(Middle(y, band.Lower, band.Upper), x, y),
        _ => null,
    };

    private static PixelPoint? Rightmost(IReadOnlyList<double> across, IReadOnlyList<double> up, AxisMap x, AxisMap y)
    {
        (double[] abscissae, double[] ordinates) = (MarkArrays.Of(across), MarkArrays.Of(up));
        int best = -1;
        for (int i = abscissae.Length - 1; i >= 0; i--)
        {
            if ((best < 0 || abscissae[i] > abscissae[best]) && x.Contains(abscissae[i]) && y.Contains(ordinates[i]))
            {
                best = i;
            }
        }

        return best < 0 ? null : new PixelPoint(x.ToPixel(abscissae[best]), y.ToPixel(ordinates[best]));
    }

    private static PixelPoint? Fit(FitLine fit, AxisMap x, AxisMap y)
    {
        (IReadOnlyList<double> ends, IReadOnlyList<double> values) = MarkValues.FitEnds(fit, x.Transform, y.Transform);
        return x.Contains(ends[1]) && y.Contains(values[1]) ? new PixelPoint(x.ToPixel(ends[1]), y.ToPixel(values[1])) : null;
    }

    private static PixelPoint? Guide(double value, AxisMap x, AxisMap y) =>
        y.Contains(value) && y.CanShow(value) ? new PixelPoint(x.EndPixel, y.ToPixel(value)) : null;

    private static double Middle(AxisMap map, double lower, double upper) =>
        map.Scale == AxisScale.Logarithmic && !(lower > 0 && upper > 0) ? (lower + upper) / 2
            : map.Transform.Invert((map.Transform.Apply(lower) + map.Transform.Apply(upper)) / 2);
}
