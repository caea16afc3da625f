using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Layout.Legends;

/// <summary>The cells of a plot that numbers take once they are drawn.</summary>
internal sealed class Footprint(AxisMap x, AxisMap y, Box plot)
{
    private const double MarkerSize = 7;

    public Occupancy Cells { get; } = new(plot);

    public void AddLine(IReadOnlyList<double> across, IReadOnlyList<double> up)
    {
        foreach (List<PixelPoint> piece in Polyline.Pieces(across, up, x, y))
        {
            Cells.Add(piece);
        }
    }

    public void AddPoints(IReadOnlyList<double> across, IReadOnlyList<double> up)
    {
        for (int i = 0; i < across.Count; i++)
        {
            if (x.Contains(across[i]) && y.Contains(up[i]))
            {
                Cells.Add(new Box(x.ToPixel(across[i]) - (MarkerSize / 2), y.ToPixel(up[i]) - (MarkerSize / 2), MarkerSize, MarkerSize));
            }
        }
    }

    public void AddIntervals(IReadOnlyList<double> across, IReadOnlyList<double> lower, IReadOnlyList<double> upper)
    {
        for (int i = 0; i < across.Count; i++)
        {
            if (x.Contains(across[i]) && lower[i] <= upper[i])
            {
                Cells.Add(Rectangle(x.ToPixel(across[i]), x.ToPixel(across[i]), Held(lower[i]), Held(upper[i])));
            }
        }
    }

    /// <summary>Adds the region between two lines, by the rectangles around its pieces.</summary>
    public void AddBetween(IReadOnlyList<double> across, IReadOnlyList<double> lower, IReadOnlyList<double> upper)
    {
        for (int i = 1; i < across.Count; i++)
        {
            (double from, double to) = (x.ToPixel(across[i - 1]), x.ToPixel(across[i]));
            if (!double.IsNaN(from + to + lower[i] + upper[i] + lower[i - 1] + upper[i - 1]))
            {
                Cells.Add(Rectangle(from, to, Math.Max(Held(lower[i]), Held(lower[i - 1])), Math.Min(Held(upper[i]), Held(upper[i - 1]))));
            }
        }
    }

    /// <summary>Adds bars that stand on zero.</summary>
    public void AddBars(IReadOnlyList<double> edges, IReadOnlyList<double> heights)
    {
        for (int i = 0; i < heights.Count; i++)
        {
            Cells.Add(Rectangle(x.ToPixel(edges[i]), x.ToPixel(edges[i + 1]), Held(0), Held(heights[i])));
        }
    }

    /// <summary>Adds the cells of a grid through which a line of equal value goes.</summary>
    public void AddLevels(IReadOnlyList<double> across, IReadOnlyList<double> up, IReadOnlyList<double> values, IReadOnlyList<double> levels)
    {
        for (int row = 0; row + 1 < up.Count; row++)
        {
            for (int column = 0; column + 1 < across.Count; column++)
            {
                int corner = (row * across.Count) + column;
                ReadOnlySpan<double> corners = [values[corner], values[corner + 1], values[corner + across.Count], values[corner + across.Count + 1]];
                if (IsCrossed(corners, levels))
                {
                    Cells.Add(Rectangle(x.ToPixel(across[column]), x.ToPixel(across[column + 1]), y.ToPixel(up[row]), y.ToPixel(up[row + 1])));
                }
            }
        }
    }

    private static bool IsCrossed(ReadOnlySpan<double> corners, IReadOnlyList<double> levels)
    {
        (double least, double most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double corner in corners)
        {
            (least, most) = (Math.Min(least, corner), Math.Max(most, corner));
        }

        return levels.Any(level => least < level && level <= most);
    }

    private static Box Rectangle(double left, double right, double bottom, double top) =>
        new(Math.Min(left, right), Math.Min(top, bottom), Math.Abs(right - left), Math.Abs(bottom - top));

    /// <summary>The position of a value, held within the plot.</summary>
    private double Held(double value) => y.ToPixel(Math.Clamp(value, y.Limits.Lower, y.Limits.Upper));
}
