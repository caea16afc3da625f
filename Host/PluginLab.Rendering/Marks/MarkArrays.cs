using PluginLab.Figures;

namespace PluginLab.Rendering.Marks;

/// <summary>Reads the numbers of a figure once, into arrays: every later pass over them costs no call per number.</summary>
internal static class MarkArrays
{
    /// <summary>The figure with its numbers in arrays.</summary>
    public static Figure Of(Figure figure) => figure with
    {
        Panels = [.. figure.Panels.Select(panel => panel with { Marks = [.. panel.Marks.Select(Of)] })],
    };

    /// <summary>The numbers of a list, without a copy if it is an array.</summary>
    public static double[] Of(IReadOnlyList<double> values) => values as double[] ?? [.. values];

    private static Mark Of(Mark mark) => mark switch
    {
        Line line => line with { X = Of(line.X), Y = Of(line.Y) },
        Step step => step with { X = Of(step.X), Y = Of(step.Y) },
        Scatter scatter => scatter with { X = Of(scatter.X), Y = Of(scatter.Y) },
        ErrorBars bars => bars with { X = Of(bars.X), Y = Of(bars.Y), Lower = Of(bars.Lower), Upper = Of(bars.Upper) },
        Ribbon ribbon => ribbon with { X = Of(ribbon.X), Lower = Of(ribbon.Lower), Upper = Of(ribbon.Upper) },
        PhasePath path => path with { X = Of(path.X), Y = Of(path.Y) },
        VectorField field => field with { X = Of(field.X), Y = Of(field.Y), DX = Of(field.DX), DY = Of(field.DY) },
        HeatMap map => map with { XEdges = Of(map.XEdges), YEdges = Of(map.YEdges), Values = Of(map.Values) },
        QuantileFan fan => fan with { X = Of(fan.X), Quantiles = [.. fan.Quantiles.Select(Of)] },
        Contour contour => contour with { X = Of(contour.X), Y = Of(contour.Y), Values = Of(contour.Values) },
        Nullcline nullcline => nullcline with { X = Of(nullcline.X), Y = Of(nullcline.Y), Values = Of(nullcline.Values) },
        MatrixStrip strip => strip with { Matrices = [.. strip.Matrices.Select(Of)] },
        _ => mark,
    };
}
