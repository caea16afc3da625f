using PluginLab.Figures;
using PluginLab.Rendering.Drawing;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Marks.Looks;

namespace PluginLab.Rendering.Marks;

/// <summary>Draws lines and staircases.</summary>
internal static class LinePainter
{
    private const double CasingShare = 1.5;

    public static int Paint(IReadOnlyList<double> x, IReadOnlyList<double> y, MarkLook look, PlotContext context)
    {
        List<List<PixelPoint>> pieces = Polyline.Pieces(x, y, context.X, context.Y);
        int vertices = Draw(pieces, look, context);
        if (context.HasLineMarkers && look.HasMarkersAlong)
        {
            LineMarkers.Draw(LineMarkers.Sparse(x, y, context) ?? LineMarkers.Spaced(pieces, context.LinesDrawn), look, context);
        }

        context.LinesDrawn++;
        return vertices;
    }

    public static int PaintStep(Step step, MarkLook look, PlotContext context)
    {
        (List<double> x, List<double> y) = MarkValues.Staircase(step);
        return Paint(x, y, look, context);
    }

    /// <summary>Draws pieces as one path; returns the number of vertices.</summary>
    public static int Draw(List<List<PixelPoint>> pieces, MarkLook look, PlotContext context)
    {
        PathText path = new();
        PathText dots = new();
        int vertices = 0;
        foreach (List<PixelPoint> piece in pieces)
        {
            vertices += Trace(piece.Count == 1 ? dots : path, piece);
            context.Occupancy.Add(piece);
        }

        if (!dots.IsEmpty)
        {
            // A point between missing ones makes no line, but it must show.
            context.Canvas.Write($"<path d=\"{dots}\" stroke-width=\"320\" stroke-linecap=\"round\"/>");
        }

        if (!path.IsEmpty)
        {
            if (context.IsOnImage)
            {
                context.Canvas.Write($"<path d=\"{path}\"{context.Canvas.ColorOf(Palette.Background)} stroke=\"currentColor\" stroke-width=\"{SvgCanvas.Number(100 * (1 + CasingShare) * look.Width)}\" stroke-opacity=\".7\"/>");
            }

            context.Canvas.Write($"<path d=\"{path}\"{look.LineAttributes()}/>");
        }

        return vertices;
    }

    /// <summary>Adds a piece to a path, without points that fall on the one before; returns the number of vertices.</summary>
    public static int Trace(PathText path, List<PixelPoint> piece)
    {
        (int lastX, int lastY) = MarkPainter.Snap(piece[0]);
        path.MoveTo(lastX, lastY);
        int vertices = 1;
        for (int i = 1; i < piece.Count; i++)
        {
            (int x, int y) = MarkPainter.Snap(piece[i]);
            if (x != lastX || y != lastY)
            {
                path.LineTo(x, y);
                (lastX, lastY) = (x, y);
                vertices++;
            }
        }

        if (vertices == 1)
        {
            path.Figure("h1");
        }

        return vertices;
    }
}
