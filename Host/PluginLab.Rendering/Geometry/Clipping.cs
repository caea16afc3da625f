using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Geometry;

/// <summary>Cuts a line at the edges of the plot, segment by segment.</summary>
/// <remarks>Source: Y.-D. Liang, B. A. Barsky, A New Concept and Method for Line Clipping, ACM TOG 3 (1984).</remarks>
internal static class Clipping
{
    /// <summary>The pieces of a line within the rectangle that two axes span.</summary>
    public static List<List<PixelPoint>> Apply(List<PixelPoint> points, AxisMap xMap, AxisMap yMap)
    {
        double left = Math.Min(xMap.StartPixel, xMap.EndPixel);
        double right = Math.Max(xMap.StartPixel, xMap.EndPixel);
        double top = Math.Min(yMap.StartPixel, yMap.EndPixel);
        double bottom = Math.Max(yMap.StartPixel, yMap.EndPixel);
        if (points.TrueForAll(p => p.X >= left && p.X <= right && p.Y >= top && p.Y <= bottom))
        {
            return [points];
        }

        List<List<PixelPoint>> pieces = [];
        List<PixelPoint>? piece = null;
        for (int i = 1; i < points.Count; i++)
        {
            if (Segment(points[i - 1], points[i]) is not { } visible)
            {
                piece = null;
                continue;
            }

            if (piece is null || piece[^1] != visible.From)
            {
                piece = [visible.From];
                pieces.Add(piece);
            }

            piece.Add(visible.To);
        }

        return pieces;

        (PixelPoint From, PixelPoint To)? Segment(PixelPoint from, PixelPoint to)
        {
            (double enter, double leave) = (0, 1);
            (double dx, double dy) = (to.X - from.X, to.Y - from.Y);
            bool isVisible = Cut(-dx, from.X - left) && Cut(dx, right - from.X) && Cut(-dy, from.Y - top) && Cut(dy, bottom - from.Y);
            return !isVisible ? null
                : (enter == 0 ? from : At(enter), leave == 1 ? to : At(leave));

            PixelPoint At(double t) => new(Math.Clamp(from.X + (t * dx), left, right), Math.Clamp(from.Y + (t * dy), top, bottom));

            bool Cut(double speed, double distance)
            {
                if (speed == 0)
                {
                    return distance >= 0;
                }

                double t = distance / speed;
                (enter, leave) = speed < 0 ? (Math.Max(enter, t), leave) : (enter, Math.Min(leave, t));
                return enter <= leave;
            }
        }
    }
}
