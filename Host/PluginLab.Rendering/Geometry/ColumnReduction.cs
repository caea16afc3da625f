using System.Runtime.InteropServices;

namespace PluginLab.Rendering.Geometry;

/// <summary>Keeps the first, last, lowest and highest point of each narrow column of a dense line, in their order.</summary>
/// <remarks>Source: U. Jugel, Z. Jerzak, G. Hackenbroich, V. Markl, M4: A Visualization-Oriented Time Series Data Aggregation, VLDB (2014).</remarks>
internal static class ColumnReduction
{
    /// <summary>The points kept of a line whose abscissae never decrease.</summary>
    public static List<PixelPoint> Apply(List<PixelPoint> line, double columnsPerPixel)
    {
        ReadOnlySpan<PixelPoint> points = CollectionsMarshal.AsSpan(line);
        List<PixelPoint> kept = [];
        int start = 0;
        while (start < points.Length)
        {
            double column = Math.Floor(points[start].X * columnsPerPixel);
            (int lowest, int highest, int end) = (start, start, start);
            while (end < points.Length && Math.Floor(points[end].X * columnsPerPixel) == column)
            {
                lowest = points[end].Y < points[lowest].Y ? end : lowest;
                highest = points[end].Y > points[highest].Y ? end : highest;
                end++;
            }

            Span<int> indices = [start, Math.Min(lowest, highest), Math.Max(lowest, highest), end - 1];
            int last = -1;
            foreach (int index in indices)
            {
                if (index != last)
                {
                    kept.Add(points[index]);
                    last = index;
                }
            }

            start = end;
        }

        return kept;
    }
}
