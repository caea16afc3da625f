using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Marks.Looks;

namespace PluginLab.Rendering.Marks;

/// <summary>Draws points, with or without an interval of uncertainty.</summary>
internal static class PointPainter
{
    private const int CapHalfWidth = 300;

    // Points nearer than a quarter of a px to one already drawn cannot be told apart from it.
    private const double CellsPerPixel = 4;

    // More points than this have smaller markers, which would else run together and hide where most of them are.
    private const int MostUsual = 120;
    private const double SmallestSize = 0.5;

    public static int Paint(IReadOnlyList<double> x, IReadOnlyList<double> y, MarkLook look, PlotContext context)
    {
        List<PixelPoint> points = Distinct(x, y, context);
        Markers markers = new(look.Marker, look.IsHollow, Math.Clamp(Math.Sqrt(MostUsual / (double)Math.Max(1, points.Count)), SmallestSize, 1));
        PathText path = new();
        foreach (PixelPoint point in points)
        {
            (int px, int py) = MarkPainter.Snap(point);
            markers.Add(path, px, py);
            OccupyAround(context, point);
        }

        if (!path.IsEmpty)
        {
            context.Canvas.Write($"<path d=\"{path}\"{markers.Attributes}/>");
        }

        return points.Count;
    }

    /// <summary>The visible points, each place once.</summary>
    private static List<PixelPoint> Distinct(IReadOnlyList<double> x, IReadOnlyList<double> y, PlotContext context)
    {
        List<PixelPoint> points = [];
        HashSet<(int, int)> taken = [];
        for (int i = 0; i < x.Count; i++)
        {
            PixelPoint point = new(context.X.ToPixel(x[i]), context.Y.ToPixel(y[i]));
            if (context.X.Contains(x[i]) && context.Y.Contains(y[i]) && taken.Add(((int)(point.X * CellsPerPixel), (int)(point.Y * CellsPerPixel))))
            {
                points.Add(point);
            }
        }

        return points;
    }

    public static int PaintBars(ErrorBars bars, MarkLook look, PlotContext context)
    {
        PathText path = new();
        for (int i = 0; i < bars.X.Count; i++)
        {
            bool isVisible = context.X.Contains(bars.X[i]) && !double.IsNaN(bars.Y[i]);
            if (isVisible && Interval(bars, i, context) is { } interval)
            {
                int x = PathText.Hundredths(context.X.ToPixel(bars.X[i]));
                (int lower, int upper) = (PathText.Hundredths(interval.LowerPixel), PathText.Hundredths(interval.UpperPixel));
                path.MoveTo(x, lower).LineTo(x, upper);
                AddCap(path, x, lower, interval.HasLowerCap);
                AddCap(path, x, upper, interval.HasUpperCap);
                context.Occupancy.Add(new PixelPoint(x / 100.0, lower / 100.0), new PixelPoint(x / 100.0, upper / 100.0));
            }
        }

        if (!path.IsEmpty)
        {
            context.Canvas.Write($"<path d=\"{path}\" stroke-width=\"110\"/>");
        }

        return Paint(bars.X, bars.Y, look, context);
    }

    /// <summary>The visible part of an interval; an end beyond the plot is cut at its edge and has no cap.</summary>
    private static (double LowerPixel, double UpperPixel, bool HasLowerCap, bool HasUpperCap)? Interval(ErrorBars bars, int i, PlotContext context)
    {
        (double lower, double upper) = (bars.Lower[i], bars.Upper[i]);
        Limits limits = context.Y.Limits;
        if (double.IsNaN(lower) || double.IsNaN(upper) || upper < limits.Lower || lower > limits.Upper)
        {
            return null;
        }

        return (context.Y.ToPixel(Math.Max(lower, limits.Lower)), context.Y.ToPixel(Math.Min(upper, limits.Upper)), lower >= limits.Lower, upper <= limits.Upper);
    }

    private static void AddCap(PathText path, int x, int y, bool hasCap)
    {
        if (hasCap)
        {
            path.MoveTo(x - CapHalfWidth, y).LineTo(x + CapHalfWidth, y);
        }
    }

    private static void OccupyAround(PlotContext context, PixelPoint point)
    {
        context.Occupancy.Add(point with { X = point.X - 3 }, point with { X = point.X + 3 });
        context.Occupancy.Add(point with { Y = point.Y - 3 });
        context.Occupancy.Add(point with { Y = point.Y + 3 });
    }
}
