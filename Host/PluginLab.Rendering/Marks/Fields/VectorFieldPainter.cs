using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Marks.Fields;

/// <summary>Draws arrows of equal length along a field.</summary>
internal static class VectorFieldPainter
{
    public static int Paint(VectorField field, MarkLook look, PlotContext context)
    {
        double length = ArrowLength(field.X.Count, context);
        PathText shafts = new();
        PathText heads = new();
        int count = 0;
        for (int i = 0; i < field.X.Count; i++)
        {
            if (!context.X.Contains(field.X[i]) || !context.Y.Contains(field.Y[i]) || double.IsNaN(field.DX[i]) || double.IsNaN(field.DY[i]))
            {
                continue;
            }

            Add(field, i, length, shafts, heads, context);
            count++;
        }

        context.Canvas.Write(count == 0 ? "" : $"<path d=\"{shafts}\" stroke-width=\"90\" stroke-linecap=\"round\"/>");
        context.Canvas.Write(heads.IsEmpty ? "" : $"<path d=\"{heads}\" fill=\"currentColor\" stroke=\"none\"/>");
        return count;
    }

    private static void Add(VectorField field, int i, double length, PathText shafts, PathText heads, PlotContext context)
    {
        PixelPoint tail = new(context.X.ToPixel(field.X[i]), context.Y.ToPixel(field.Y[i]));
        double dx = Along(context.X, field.X[i], field.DX[i]);
        double dy = Along(context.Y, field.Y[i], field.DY[i]);
        double size = Math.Max(Math.Abs(dx), Math.Abs(dy));
        (int x, int y) = MarkPainter.Snap(tail);
        if (!(size > 0))
        {
            shafts.MoveTo(x, y).Figure("h1");
            return;
        }

        double norm = size * Math.Sqrt(((dx / size) * (dx / size)) + ((dy / size) * (dy / size)));
        (dx, dy) = (dx / norm, dy / norm);
        PixelPoint tip = new(tail.X + (dx * length), tail.Y + (dy * length));
        if (tip.X < context.Plot.X || tip.X > context.Plot.X + context.Plot.Width || tip.Y < context.Plot.Y || tip.Y > context.Plot.Y + context.Plot.Height)
        {
            return;
        }

        (int endX, int endY) = MarkPainter.Snap(new PixelPoint(tip.X - (dx * 2), tip.Y - (dy * 2)));
        shafts.MoveTo(x, y).LineTo(endX, endY);
        PhasePathPainter.AddArrow(heads, new PixelPoint(tip.X - (dx * 2), tip.Y - (dy * 2)), dx, dy, 4, 1.7);
    }

    /// <summary>Rate of change in px, up to a common positive factor of both axes.</summary>
    private static double Along(AxisMap map, double value, double rate)
    {
        double range = map.Transform.Apply(map.Limits.Upper) - map.Transform.Apply(map.Limits.Lower);
        return rate * map.Transform.Derivative(value) / range * (map.EndPixel - map.StartPixel);
    }

    private static double ArrowLength(int count, PlotContext context) =>
        Math.Clamp(0.55 * Math.Sqrt(context.Plot.Width * context.Plot.Height / Math.Max(1, count)), 6, 20);
}
