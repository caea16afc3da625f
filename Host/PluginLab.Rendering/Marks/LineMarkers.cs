using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Marks.Looks;

namespace PluginLab.Rendering.Marks;

/// <summary>Markers along a line, which tell it from others: at its points where these are few, since a marker is read as a point, else at equal distances along it.</summary>
internal static class LineMarkers
{
    private const double Spacing = 96;
    private const double SparseSpacing = 24;
    private const int MostSparsePoints = 32;

    public static void Draw(IReadOnlyList<PixelPoint> places, MarkLook look, PlotContext context)
    {
        PathText path = new();
        Markers markers = new(look.Marker, look.IsHollow);
        foreach (PixelPoint place in places)
        {
            (int x, int y) = MarkPainter.Snap(place);
            markers.Add(path, x, y);
        }

        if (!path.IsEmpty)
        {
            context.Canvas.Write($"<path d=\"{path}\"{markers.Attributes}/>");
        }
    }

    /// <summary>The points of a line within the plot; null where there are so many that markers at all of them would run together.</summary>
    public static IReadOnlyList<PixelPoint>? Sparse(IReadOnlyList<double> x, IReadOnlyList<double> y, PlotContext context)
    {
        if (x.Count is < 2 or > MostSparsePoints)
        {
            return null;
        }

        PixelPoint[] points = [.. x.Zip(y).Where(at => context.X.Contains(at.First) && context.Y.Contains(at.Second)).Select(at => new PixelPoint(context.X.ToPixel(at.First), context.Y.ToPixel(at.Second)))];
        return points.Zip(points.Skip(1), Distance).Sum() >= SparseSpacing * (points.Length - 1) ? points : null;
    }

    /// <summary>Places at equal distances along a line; lines drawn one after another have theirs at different places.</summary>
    public static IReadOnlyList<PixelPoint> Spaced(IReadOnlyList<IReadOnlyList<PixelPoint>> pieces, int line)
    {
        List<PixelPoint> places = [];
        double untilNext = (0.3 + (0.23 * (line % 4))) * Spacing;
        foreach ((PixelPoint from, PixelPoint to) in pieces.SelectMany(piece => piece.Zip(piece.Skip(1))))
        {
            double length = Distance(from, to);
            double along = untilNext;
            for (; along <= length; along += Spacing)
            {
                double share = along / length;
                places.Add(new(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y))));
            }

            untilNext = along - length;
        }

        return places;
    }

    private static double Distance(PixelPoint from, PixelPoint to) => Math.Sqrt(Square(to.X - from.X) + Square(to.Y - from.Y));

    private static double Square(double value) => value * value;
}
