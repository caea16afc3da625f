using System.Runtime.InteropServices;

namespace PluginLab.Rendering.Geometry;

/// <summary>Drops points of a line that lie within a tolerance of the line through the others.</summary>
/// <remarks>
/// Source: D. Douglas, T. Peucker, Algorithms for the Reduction of the Number of Points Required to Represent a Digitized Line (1973),
/// with distances to segments. The first, the last and the extreme points in both directions always stay.
/// </remarks>
internal static class Simplification
{
    /// <summary>The points kept, in order.</summary>
    public static List<PixelPoint> Apply(List<PixelPoint> points, double tolerance)
    {
        if (points.Count <= 2)
        {
            return points;
        }

        bool[] keep = new bool[points.Count];
        int[] anchors = Anchors(points);
        Stack<(int From, int To)> pending = new();
        foreach (int anchor in anchors)
        {
            keep[anchor] = true;
        }

        for (int i = 1; i < anchors.Length; i++)
        {
            pending.Push((anchors[i - 1], anchors[i]));
        }

        while (pending.TryPop(out (int From, int To) span))
        {
            (int farthest, double distance) = Farthest(points, span.From, span.To);
            if (distance > tolerance)
            {
                keep[farthest] = true;
                pending.Push((span.From, farthest));
                pending.Push((farthest, span.To));
            }
        }

        List<PixelPoint> kept = [];
        for (int i = 0; i < points.Count; i++)
        {
            if (keep[i])
            {
                kept.Add(points[i]);
            }
        }

        return kept;
    }

    private static int[] Anchors(List<PixelPoint> points)
    {
        (int left, int right, int top, int bottom) = (0, 0, 0, 0);
        for (int i = 1; i < points.Count; i++)
        {
            left = points[i].X < points[left].X ? i : left;
            right = points[i].X > points[right].X ? i : right;
            top = points[i].Y < points[top].Y ? i : top;
            bottom = points[i].Y > points[bottom].Y ? i : bottom;
        }

        int[] anchors = [0, left, right, top, bottom, points.Count - 1];
        Array.Sort(anchors);
        return [.. anchors.Distinct()];
    }

    private static (int Index, double Distance) Farthest(List<PixelPoint> line, int from, int to)
    {
        ReadOnlySpan<PixelPoint> points = CollectionsMarshal.AsSpan(line);
        (int index, double largest) = (from, 0);
        (PixelPoint a, PixelPoint b) = (points[from], points[to]);
        (double dx, double dy) = (b.X - a.X, b.Y - a.Y);
        double squaredLength = (dx * dx) + (dy * dy);
        for (int i = from + 1; i < to; i++)
        {
            (double px, double py) = (points[i].X - a.X, points[i].Y - a.Y);
            double t = squaredLength == 0 ? 0 : Math.Clamp(((px * dx) + (py * dy)) / squaredLength, 0, 1);
            (double ex, double ey) = (px - (t * dx), py - (t * dy));
            double squared = (ex * ex) + (ey * ey);
            (index, largest) = squared > largest ? (i, squared) : (index, largest);
        }

        return (index, Math.Sqrt(largest));
    }
}
