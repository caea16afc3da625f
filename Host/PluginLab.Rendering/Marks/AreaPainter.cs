using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Marks.Looks;

namespace PluginLab.Rendering.Marks;

/// <summary>Draws the region between two lines.</summary>
internal static class AreaPainter
{
    private const string Opacity = ".22";

    /// <summary>Draws the bands of a fan, each over the wider one, and the median as a line.</summary>
    public static int PaintFan(QuantileFan fan, MarkLook look, PlotContext context)
    {
        int vertices = 0;
        for (int k = 0; k < fan.Levels.Count / 2; k++)
        {
            Ribbon band = new() { Id = fan.Id, X = fan.X, Lower = fan.Quantiles[k], Upper = fan.Quantiles[fan.Levels.Count - 1 - k] };
            vertices += PaintRibbon(band, look with { Dashes = [] }, context);
        }

        return fan.Levels.Count % 2 == 0 ? vertices : vertices + LinePainter.Paint(fan.X, fan.Quantiles[fan.Levels.Count / 2], look, context);
    }

    public static int PaintRibbon(Ribbon ribbon, MarkLook look, PlotContext context)
    {
        PathText path = new();
        int vertices = 0;
        int start = 0;
        while (start < ribbon.X.Count)
        {
            int end = start;
            while (end < ribbon.X.Count && IsShown(ribbon, end, context))
            {
                end++;
            }

            vertices += end > start ? Trace(ribbon, start, end, path, context) : 0;
            start = Math.Max(end, start + 1);
        }

        if (!path.IsEmpty)
        {
            string outline = look.Dashes.Count == 0 ? " stroke=\"none\"" : look.LineAttributes();
            context.Canvas.Write($"<path d=\"{path}\" fill=\"currentColor\" fill-opacity=\"{Opacity}\"{outline}/>");
        }

        return vertices;
    }

    private static bool IsShown(Ribbon ribbon, int i, PlotContext context) =>
        context.X.CanShow(ribbon.X[i]) && context.Y.CanShow(ribbon.Upper[i]) && !double.IsNaN(ribbon.Lower[i]);

    private static int Trace(Ribbon ribbon, int start, int end, PathText path, PlotContext context)
    {
        double[] x = [.. Enumerable.Range(start, end - start).Select(i => ribbon.X[i])];
        List<List<PixelPoint>> upper = Edge(ribbon.Upper);
        List<List<PixelPoint>> lower = Edge(ribbon.Lower);
        if (upper.Count == 0 || lower.Count == 0)
        {
            return 0;
        }

        List<PixelPoint> outline = [.. upper.SelectMany(piece => piece), .. lower.SelectMany(piece => piece).Reverse()];
        int vertices = LinePainter.Trace(path, outline);
        path.Close();
        context.Occupancy.Add([.. upper.SelectMany(piece => piece)]);
        context.Occupancy.Add([.. lower.SelectMany(piece => piece)]);
        return vertices;

        // Ordinates beyond the plot are held at its edge, so that the outline stays closed within it.
        List<List<PixelPoint>> Edge(IReadOnlyList<double> values) => Polyline.Pieces(
            x,
            [.. Enumerable.Range(start, end - start).Select(i => Math.Clamp(values[i], context.Y.Limits.Lower, context.Y.Limits.Upper))],
            context.X,
            context.Y);
    }
}
