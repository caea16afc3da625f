using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Marks.Looks;
using PluginLab.Rendering.Raster;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Marks.Fields;

/// <summary>Draws the arrows of a field.</summary>
internal static class VectorFieldPainter
{
    private const double EqualShare = 0.55;
    private const double LongestShare = 0.9;
    private const double HeadLength = 4;
    private const double HeadHalfWidth = 1.7;
    private const double ShortestWithShaft = 1;

    public static int Paint(VectorField field, MarkLook look, PlotContext context)
    {
        int count = 0;
        foreach ((string color, Arrow[] arrows) in Groups(field, [.. Arrows(field, context)]))
        {
            count += arrows.Length;
            Draw(arrows, color, context);
        }

        return count;
    }

    /// <summary>An arrow in px: its tail, its direction and its length; no length at all for a zero vector.</summary>
    private readonly record struct Arrow(int Index, PixelPoint Tail, double DX, double DY, double Length);

    private static IEnumerable<Arrow> Arrows(VectorField field, PlotContext context)
    {
        Arrow[] arrows = [.. Enumerable.Range(0, field.X.Count).Where(i => IsShown(field, i, context)).Select(i => Stretched(field, i, context))];
        double spacing = Math.Sqrt(context.Plot.Width * context.Plot.Height / Math.Max(1, field.X.Count));
        double longest = arrows.Select(arrow => arrow.Length).DefaultIfEmpty(0).Max();
        double unit = Math.Clamp(EqualShare * spacing, 6, 20);
        return arrows.Select(arrow => arrow with
        {
            Length = arrow.Length == 0 ? 0 : field.Length == VectorLength.Equal ? unit : arrow.Length / longest * Math.Clamp(LongestShare * spacing, 6, 40),
        });
    }

    private static bool IsShown(VectorField field, int i, PlotContext context) =>
        context.X.Contains(field.X[i]) && context.Y.Contains(field.Y[i]) && !double.IsNaN(field.DX[i]) && !double.IsNaN(field.DY[i]);

    /// <summary>An arrow with the length of its vector as the axes stretch it, up to a factor common to all.</summary>
    private static Arrow Stretched(VectorField field, int i, PlotContext context)
    {
        double dx = Along(context.X, field.X[i], field.DX[i]);
        double dy = Along(context.Y, field.Y[i], field.DY[i]);
        double size = Math.Max(Math.Abs(dx), Math.Abs(dy));
        double norm = size > 0 ? size * Math.Sqrt(((dx / size) * (dx / size)) + ((dy / size) * (dy / size))) : 0;
        PixelPoint tail = new(context.X.ToPixel(field.X[i]), context.Y.ToPixel(field.Y[i]));
        return norm > 0 ? new(i, tail, dx / norm, dy / norm, norm) : new(i, tail, 0, 0, 0);
    }

    /// <summary>The arrows by colour: attributes of their paths, empty for the colour of the mark.</summary>
    private static IEnumerable<(string Color, Arrow[] Arrows)> Groups(VectorField field, Arrow[] arrows)
    {
        if (ColoredValues.Of(field) is not { } colored)
        {
            return [("", arrows)];
        }

        ColorNorm norm = ColorNorm.Fit(colored.Scale, colored.Values);
        byte[] table = ColorTables.Of(colored.Scale);
        return arrows.GroupBy(arrow => norm.IndexOf(colored.Values[arrow.Index])).OrderBy(group => group.Key)
            .Select(group => ($" color=\"{ColorTables.Hexadecimal(table, group.Key)}\"", group.ToArray()));
    }

    private static void Draw(Arrow[] arrows, string color, PlotContext context)
    {
        PathText shafts = new();
        PathText heads = new();
        foreach (Arrow arrow in arrows)
        {
            Add(arrow, shafts, heads, context);
        }

        string stroke = color.Length == 0 ? "" : " stroke=\"currentColor\"";
        context.Canvas.Write(arrows.Length == 0 ? "" : $"<path d=\"{shafts}\"{color}{stroke} stroke-width=\"90\" stroke-linecap=\"round\"/>");
        context.Canvas.Write(heads.IsEmpty ? "" : $"<path d=\"{heads}\"{color} fill=\"currentColor\" stroke=\"none\"/>");
    }

    private static void Add(Arrow arrow, PathText shafts, PathText heads, PlotContext context)
    {
        (int x, int y) = MarkPainter.Snap(arrow.Tail);
        if (arrow.Length < ShortestWithShaft)
        {
            shafts.MoveTo(x, y).Figure("h1");
            return;
        }

        PixelPoint tip = new(arrow.Tail.X + (arrow.DX * arrow.Length), arrow.Tail.Y + (arrow.DY * arrow.Length));
        if (tip.X < context.Plot.X || tip.X > context.Plot.X + context.Plot.Width || tip.Y < context.Plot.Y || tip.Y > context.Plot.Y + context.Plot.Height)
        {
            return;
        }

        double head = Math.Min(HeadLength, 0.7 * arrow.Length);
        PixelPoint middle = new(tip.X - (arrow.DX * head / 2), tip.Y - (arrow.DY * head / 2));
        (int endX, int endY) = MarkPainter.Snap(middle);
        shafts.MoveTo(x, y).LineTo(endX, endY);
        PhasePathPainter.AddArrow(heads, middle, arrow.DX, arrow.DY, head, HeadHalfWidth * head / HeadLength);
    }

    /// <summary>Rate of change in px, up to a common positive factor of both axes.</summary>
    private static double Along(AxisMap map, double value, double rate)
    {
        double range = map.Transform.Apply(map.Limits.Upper) - map.Transform.Apply(map.Limits.Lower);
        return rate * map.Transform.Derivative(value) / range * (map.EndPixel - map.StartPixel);
    }
}
