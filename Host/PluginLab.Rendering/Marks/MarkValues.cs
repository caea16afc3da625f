using PluginLab.Figures;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Marks;

/// <summary>The numbers of a mark by their meaning, so that checks, limits and counts need not know each kind of mark.</summary>
internal static class MarkValues
{
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
        ReferenceLine { Orientation: Orientation.Horizontal } line => [new("Value", [line.Value])],
        ReferenceBand { Orientation: Orientation.Horizontal } band => [new("Lower", [band.Lower]), new("Upper", [band.Upper])],
        Annotation annotation => [new("Y", [annotation.Y])],
        _ => [],
    };

    /// <summary>Whether the lists along both axes belong together point by point.</summary>
    public static bool IsPointwise(Mark mark) => mark is Line or Step or Scatter or ErrorBars or Ribbon or PhasePath or VectorField;

    /// <summary>The ends of a fitted line.</summary>
    public static (IReadOnlyList<double> X, IReadOnlyList<double> Y) FitEnds(FitLine fit, AxisTransform x, AxisTransform y)
    {
        double[] ends = [fit.Range.Lower, fit.Range.Upper];
        return (ends, [.. ends.Select(end => y.Invert(fit.Intercept + (fit.Slope * x.Apply(end))))]);
    }

    /// <summary>Number of points that the axes cannot show: those that are not positive where an axis is logarithmic. Missing values do not count.</summary>
    public static int CountDropped(Mark mark, AxisScale x, AxisScale y)
    {
        IReadOnlyList<double> across = AlongX(mark);
        IReadOnlyList<Column> columns = AlongY(mark);
        int points = Math.Max(across.Count, columns.Count > 0 ? columns.Max(column => column.Values.Count) : 0);
        bool isAlongX = x == AxisScale.Logarithmic && mark is not HeatMap;
        bool isAlongY = y == AxisScale.Logarithmic && mark is not HeatMap;
        if (!isAlongX && !isAlongY)
        {
            return 0;
        }

        // A whisker or an edge below zero is cut, not dropped; only its centre or its upper edge decides.
        double[] deciding = MarkArrays.Of(columns.Count == 0 ? None : mark is Ribbon or ReferenceBand ? columns[^1].Values : columns[0].Values);
        double[] abscissae = MarkArrays.Of(across);
        int dropped = 0;
        for (int i = 0; i < points; i++)
        {
            bool isLost = (isAlongX && i < abscissae.Length && abscissae[i] <= 0) || (isAlongY && i < deciding.Length && deciding[i] <= 0);
            dropped += isLost ? 1 : 0;
        }

        return dropped;
    }
}
