using PluginLab.Figures;

namespace PluginLab.Rendering.Marks;

/// <summary>Counts the points that logarithmic axes cannot show: those that are not positive. Missing values do not count.</summary>
internal static class DroppedPoints
{
    public static int Count(Mark mark, AxisScale x, AxisScale y)
    {
        (bool isAlongX, bool isAlongY) = (x == AxisScale.Logarithmic, y == AxisScale.Logarithmic);
        if (mark is HeatMap or Histogram or Contour or Nullcline || (!isAlongX && !isAlongY))
        {
            return 0;
        }

        double[] abscissae = MarkArrays.Of(MarkValues.AlongX(mark));
        double[] deciding = MarkArrays.Of(Deciding(mark, MarkValues.AlongY(mark)));
        int dropped = 0;
        for (int i = 0; i < Math.Max(abscissae.Length, deciding.Length); i++)
        {
            bool isLost = (isAlongX && i < abscissae.Length && abscissae[i] <= 0) || (isAlongY && i < deciding.Length && deciding[i] <= 0);
            dropped += isLost ? 1 : 0;
        }

        return dropped;
    }

    /// <summary>A whisker or an edge below zero is cut, not dropped; only its centre or its upper edge decides.</summary>
    private static IReadOnlyList<double> Deciding(Mark mark, IReadOnlyList<MarkValues.Column> columns) =>
        columns.Count == 0 ? [] : mark is Ribbon or ReferenceBand or QuantileFan ? columns[^1].Values : columns[0].Values;
}
