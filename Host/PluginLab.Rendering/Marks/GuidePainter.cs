using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Marks.Looks;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Marks;

/// <summary>Draws lines and bands across the whole plot.</summary>
internal static class GuidePainter
{
    public static int PaintLine(ReferenceLine line, MarkLook look, PlotContext context)
    {
        AxisMap along = line.Orientation == Orientation.Horizontal ? context.Y : context.X;
        if (!along.Contains(line.Value) || !along.CanShow(line.Value))
        {
            return 0;
        }

        double at = along.ToPixel(line.Value);
        PixelPoint from = line.Orientation == Orientation.Horizontal ? new(context.X.StartPixel, at) : new(at, context.Y.StartPixel);
        PixelPoint to = line.Orientation == Orientation.Horizontal ? new(context.X.EndPixel, at) : new(at, context.Y.EndPixel);
        return LinePainter.Draw([[from, to]], look, context);
    }

    public static int PaintBand(ReferenceBand band, MarkLook look, PlotContext context)
    {
        AxisMap along = band.Orientation == Orientation.Horizontal ? context.Y : context.X;
        double lower = Math.Max(band.Lower, along.Limits.Lower);
        double upper = Math.Min(band.Upper, along.Limits.Upper);
        if (!(lower <= upper))
        {
            return 0;
        }

        (double a, double b) = (along.ToPixel(lower), along.ToPixel(upper));
        PixelPoint first = band.Orientation == Orientation.Horizontal ? new(context.X.StartPixel, a) : new(a, context.Y.StartPixel);
        PixelPoint second = band.Orientation == Orientation.Horizontal ? new(context.X.EndPixel, b) : new(b, context.Y.EndPixel);
        (int x0, int y0) = MarkPainter.Snap(first);
        (int x1, int y1) = MarkPainter.Snap(second);
        PathText path = new PathText().MoveTo(x0, y0).LineTo(x1, y0).LineTo(x1, y1).LineTo(x0, y1).Close();
        context.Canvas.Write($"<path d=\"{path}\" fill=\"currentColor\" fill-opacity=\".15\" stroke=\"none\"/>");
        return 4;
    }
}
