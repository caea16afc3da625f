using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Marks.Looks;

namespace PluginLab.Rendering.Marks;

/// <summary>Draws the bars of a histogram as one outline, filled.</summary>
internal static class HistogramPainter
{
    public static int Paint(Histogram histogram, MarkLook look, PlotContext context)
    {
        IReadOnlyList<double> heights = MarkValues.HeightsOf(histogram);
        Limits limits = context.Y.Limits;
        double ground = context.Y.ToPixel(Math.Clamp(0, limits.Lower, limits.Upper));
        List<PixelPoint> outline = [];
        for (int i = 0; i < heights.Count; i++)
        {
            double left = Held(histogram.Edges[i], context);
            double right = Held(histogram.Edges[i + 1], context);
            double top = context.Y.ToPixel(Math.Clamp(heights[i], limits.Lower, limits.Upper));
            if (left == right)
            {
                continue;
            }

            outline.AddRange(outline.Count == 0 || outline[^1].Y != ground ? [new(left, ground), new(left, top), new(right, top), new(right, ground)] : [new(left, top), new(right, top), new(right, ground)]);
        }

        return outline.Count == 0 ? 0 : Draw(outline, look, context);
    }

    /// <summary>The position of an edge, held within the plot.</summary>
    private static double Held(double edge, PlotContext context) =>
        context.X.ToPixel(Math.Clamp(edge, context.X.Limits.Lower, context.X.Limits.Upper));

    private static int Draw(List<PixelPoint> outline, MarkLook look, PlotContext context)
    {
        PathText path = new();
        int vertices = LinePainter.Trace(path, outline);
        context.Occupancy.Add(outline);
        context.Canvas.Write($"<path d=\"{path}\" fill=\"currentColor\" fill-opacity=\".25\"{(look with { Width = 1.1 }).LineAttributes()}/>");
        return vertices;
    }
}
