using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Marks.Looks;

namespace PluginLab.Rendering.Marks.Fields;

/// <summary>Draws a path through a plane: a ring where it starts, a dot where it ends, arrows in between.</summary>
internal static class PhasePathPainter
{
    private const double ArrowSpacing = 130;
    private const double ShortestWithArrow = 24;

    public static int Paint(PhasePath path, MarkLook look, PlotContext context)
    {
        List<List<PixelPoint>> pieces = Polyline.Pieces(path.X, path.Y, context.X, context.Y);
        int vertices = LinePainter.Draw(pieces, look, context);
        PathText arrows = new();
        foreach (List<PixelPoint> piece in pieces)
        {
            AddArrows(arrows, piece);
        }

        if (!arrows.IsEmpty)
        {
            context.Canvas.Write($"<path d=\"{arrows}\" fill=\"currentColor\" stroke=\"none\"/>");
        }

        DrawEnds(path, context);
        return vertices;
    }

    private static void DrawEnds(PhasePath path, PlotContext context)
    {
        int first = Shown(0, 1);
        int last = Shown(path.X.Count - 1, -1);
        if (first >= 0 && first < path.X.Count && IsVisible(first))
        {
            (int x, int y) = Position(first);
            PathText ring = new();
            new Markers(MarkerShape.Circle, isHollow: true).Add(ring, x, y);
            context.Canvas.Write($"<path d=\"{ring}\"{context.Canvas.BackgroundFill} stroke-width=\"140\"/>");
        }

        if (last >= 0 && last != first && IsVisible(last))
        {
            (int x, int y) = Position(last);
            PathText dot = new();
            new Markers(MarkerShape.Circle, isHollow: false).Add(dot, x, y);
            context.Canvas.Write($"<path d=\"{dot}\" stroke-width=\"640\" stroke-linecap=\"round\"/>");
        }

        int Shown(int index, int step)
        {
            while (index >= 0 && index < path.X.Count && (!context.X.CanShow(path.X[index]) || !context.Y.CanShow(path.Y[index])))
            {
                index += step;
            }

            return index;
        }

        bool IsVisible(int i) => context.X.Contains(path.X[i]) && context.Y.Contains(path.Y[i]);

        (int X, int Y) Position(int i) => MarkPainter.Snap(new PixelPoint(context.X.ToPixel(path.X[i]), context.Y.ToPixel(path.Y[i])));
    }

    private static void AddArrows(PathText arrows, List<PixelPoint> piece)
    {
        double length = 0;
        for (int i = 1; i < piece.Count; i++)
        {
            length += Distance(piece[i - 1], piece[i]);
        }

        if (length < ShortestWithArrow)
        {
            return;
        }

        int count = Math.Max(1, (int)Math.Round(length / ArrowSpacing));
        double along = 0;
        int next = 0;
        for (int i = 1; i < piece.Count && next < count; i++)
        {
            double segment = Distance(piece[i - 1], piece[i]);
            double wanted = (next + 0.5) * length / count;
            for (; next < count && along + segment >= wanted && segment > 0; wanted = (++next + 0.5) * length / count)
            {
                double share = (wanted - along) / segment;
                PixelPoint at = new(piece[i - 1].X + (share * (piece[i].X - piece[i - 1].X)), piece[i - 1].Y + (share * (piece[i].Y - piece[i - 1].Y)));
                AddArrow(arrows, at, (piece[i].X - piece[i - 1].X) / segment, (piece[i].Y - piece[i - 1].Y) / segment, 8, 3.4);
            }

            along += segment;
        }
    }

    /// <summary>Adds an arrow head, centred on a point, along a unit vector.</summary>
    public static void AddArrow(PathText arrows, PixelPoint at, double dx, double dy, double length, double halfWidth)
    {
        PixelPoint tip = new(at.X + (dx * length / 2), at.Y + (dy * length / 2));
        PixelPoint back = new(at.X - (dx * length / 2), at.Y - (dy * length / 2));
        (int tipX, int tipY) = MarkPainter.Snap(tip);
        (int leftX, int leftY) = MarkPainter.Snap(new PixelPoint(back.X - (dy * halfWidth), back.Y + (dx * halfWidth)));
        (int rightX, int rightY) = MarkPainter.Snap(new PixelPoint(back.X + (dy * halfWidth), back.Y - (dx * halfWidth)));
        arrows.MoveTo(tipX, tipY).LineTo(leftX, leftY).LineTo(rightX, rightY).Close();
    }

    private static double Distance(PixelPoint a, PixelPoint b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
