using System.Runtime.InteropServices;
using PluginLab.Rendering.Marks;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Geometry;

/// <summary>A point in px.</summary>
/// <param name="X">From the left edge of the figure.</param>
/// <param name="Y">From the upper edge of the figure.</param>
internal readonly record struct PixelPoint(double X, double Y);

/// <summary>Turns values into the pieces of a line that are to be drawn: split where values are missing, clipped, simplified.</summary>
internal static class Polyline
{
    /// <summary>Largest distance in px by which simplification may move a line.</summary>
    public const double Tolerance = 0.05;

    private const double ColumnsPerPixel = 4;

    /// <summary>The pieces of a line through values within the plot.</summary>
    public static List<List<PixelPoint>> Pieces(IReadOnlyList<double> x, IReadOnlyList<double> y, AxisMap xMap, AxisMap yMap)
    {
        List<List<PixelPoint>> pieces = [];
        foreach (List<PixelPoint> run in Runs(x, y, xMap, yMap))
        {
            List<PixelPoint> thinned = IsDense(run, xMap) ? ColumnReduction.Apply(run, ColumnsPerPixel) : run;
            foreach (List<PixelPoint> piece in Clipping.Apply(thinned, xMap, yMap))
            {
                pieces.Add(Simplification.Apply(piece, Tolerance));
            }
        }

        return pieces;
    }

    /// <summary>Runs of values that all have a position.</summary>
    private static List<List<PixelPoint>> Runs(IReadOnlyList<double> x, IReadOnlyList<double> y, AxisMap xMap, AxisMap yMap)
    {
        List<List<PixelPoint>> runs = [];
        (double[] abscissae, double[] ordinates) = (MarkArrays.Of(x), MarkArrays.Of(y));
        List<PixelPoint> run = new(abscissae.Length);
        for (int i = 0; i < abscissae.Length; i++)
        {
            PixelPoint point = new(xMap.ToPixel(abscissae[i]), yMap.ToPixel(ordinates[i]));
            if (double.IsNaN(point.X) || double.IsNaN(point.Y))
            {
                Finish();
            }
            else
            {
                run.Add(point);
            }
        }

        Finish();
        return runs;

        void Finish()
        {
            if (run.Count > 0)
            {
                runs.Add(run);
                run = [];
            }
        }
    }

    private static bool IsDense(List<PixelPoint> run, AxisMap xMap)
    {
        if (run.Count <= 4 * ColumnsPerPixel * xMap.Length)
        {
            return false;
        }

        ReadOnlySpan<PixelPoint> points = CollectionsMarshal.AsSpan(run);
        for (int i = 1; i < points.Length; i++)
        {
            if (points[i].X < points[i - 1].X)
            {
                return false;
            }
        }

        return true;
    }
}
