using PluginLab.Figures;
using PluginLab.Rendering.Drawing;
using PluginLab.Rendering.Geometry;

namespace PluginLab.Rendering.Marks;

/// <summary>Shape of a marker: the second code beside colour.</summary>
internal enum MarkerShape
{
    Circle,
    Square,
    Triangle,
    Diamond,
    InvertedTriangle,
    Plus,
    Cross,
}

/// <summary>How a mark is drawn.</summary>
/// <param name="Color">Colour of lines and markers.</param>
/// <param name="TextColor">Colour of its label, with the contrast that text needs.</param>
/// <param name="Width">Width of lines in px.</param>
/// <param name="Dashes">Lengths of dashes and gaps in px, alternating; empty for a solid line.</param>
/// <param name="Marker">Shape of its markers.</param>
/// <param name="IsHollow">Whether markers are outlined only.</param>
internal sealed record MarkLook(ColorSlot Color, ColorSlot TextColor, double Width, IReadOnlyList<double> Dashes, MarkerShape Marker, bool IsHollow)
{
    /// <summary>The attributes of a line in a group whose unit is 1/100 px; the group's own width is 1.6 px.</summary>
    public string LineAttributes(double unitsPerPixel = 100)
    {
        string width = Width == 1.6 && unitsPerPixel == 100 ? "" : $" stroke-width=\"{SvgCanvas.Number(Width * unitsPerPixel)}\"";
        return Dashes.Count == 0 ? width : $"{width} stroke-dasharray=\"{string.Join(' ', Dashes.Select(dash => SvgCanvas.Number(dash * unitsPerPixel)))}\"";
    }
}

/// <summary>Gives the marks of a panel their looks: role before colour.</summary>
internal static class MarkLooks
{
    private static readonly double[][] TheoryDashes = [[6, 3.5], [10, 3.5], [6, 2.5, 1.5, 2.5], [3, 2.5], [10, 2.5, 3, 2.5]];
    private static readonly double[][] NullclineDashes = [[12, 2.5, 2, 2.5], [12, 2.5, 2, 2.5, 2, 2.5]];
    private static readonly double[][] FitDashes = [[1.6, 2.6], [1.6, 2.6, 1.6, 5.5], [1.6, 5]];

    public static IReadOnlyList<MarkLook> Assign(Panel panel)
    {
        HashSet<int> taken = [.. panel.Marks.Where(mark => RoleOf(mark) == MarkRole.Data && mark.Color is not null).Select(mark => Index(mark.Color!.Value))];
        List<MarkLook> looks = [];
        (int data, int theory, int fit) = (0, 0, 0);
        foreach (Mark mark in panel.Marks)
        {
            MarkLook look = RoleOf(mark) switch
            {
                MarkRole.Theory => Theory(mark, theory++),
                MarkRole.Fit => Fit(mark, fit++),
                MarkRole.Reference => Reference(mark),
                _ => Data(mark, taken, IsSeries(mark) ? data++ : data),
            };
            looks.Add(look);
        }

        return looks;
    }

    /// <summary>The role, where guides and fits that were left at the default are what their kind says.</summary>
    public static MarkRole RoleOf(Mark mark) => (mark, mark.Role) switch
    {
        (FitLine, MarkRole.Data) => MarkRole.Fit,
        (ReferenceLine or ReferenceBand or VectorField or Annotation or Contour, MarkRole.Data) => MarkRole.Reference,
        (Nullcline, MarkRole.Data) => MarkRole.Theory,
        _ => mark.Role,
    };

    private static bool IsSeries(Mark mark) => mark is not (HeatMap or MatrixStrip or VerdictTable or Annotation);

    private static MarkLook Data(Mark mark, HashSet<int> taken, int position)
    {
        int color = mark.Color is { } given ? Index(given) : IsSeries(mark) ? FirstFree(taken, position) : 0;
        int shape = mark.Color ?? position;
        return new MarkLook(Palette.Series[color], Palette.Strong[color], 1.6, [], ShapeOf(shape), IsHollow: false);
    }

    private static MarkLook Theory(Mark mark, int position)
    {
        ColorSlot color = mark.Color is { } given ? Palette.Strong[Index(given)] : Palette.Ink;
        double[] dashes = TheoryDashes[mark.Color is null ? position % TheoryDashes.Length : 0];
        dashes = mark is Nullcline ? NullclineDashes[position % NullclineDashes.Length] : dashes;
        return new MarkLook(color, color, 1.4, dashes, ShapeOf(mark.Color ?? position), IsHollow: true);
    }

    private static MarkLook Fit(Mark mark, int position)
    {
        ColorSlot color = mark.Color is { } given ? Palette.Strong[Index(given)] : Palette.Ink;
        double[] dashes = FitDashes[mark.Color is null ? position % FitDashes.Length : 0];
        return new MarkLook(color, color, 1.7, dashes, ShapeOf(mark.Color ?? position), IsHollow: true);
    }

    private static MarkLook Reference(Mark mark)
    {
        ColorSlot color = mark.Color is { } given ? Palette.Series[Index(given)] : Palette.Guide;
        ColorSlot text = mark.Color is { } strong ? Palette.Strong[Index(strong)] : Palette.Muted;
        return new MarkLook(color, text, 1, [], MarkerShape.Circle, IsHollow: true);
    }

    private static int FirstFree(HashSet<int> taken, int position)
    {
        for (int color = 0; color < Palette.Series.Count; color++)
        {
            if (taken.Add(color))
            {
                return color;
            }
        }

        return position % Palette.Series.Count;
    }

    private static int Index(int color) => ((color % Palette.Series.Count) + Palette.Series.Count) % Palette.Series.Count;

    private static MarkerShape ShapeOf(int position) => (MarkerShape)(((position % 7) + 7) % 7);
}

/// <summary>Path data of markers in hundredths of a px.</summary>
internal static class Markers
{
    /// <summary>Adds a marker to a path.</summary>
    public static void Add(PathText path, MarkerShape shape, bool isHollow, int x, int y)
    {
        _ = shape switch
        {
            MarkerShape.Circle when isHollow => path.MoveTo(x - 280, y).Figure("a280 280 0 1 0 560 0a280 280 0 1 0-560 0z"),
            MarkerShape.Circle => path.MoveTo(x, y).Figure("h0"),
            MarkerShape.Square => path.MoveTo(x - 240, y - 240).Figure("h480v480h-480z"),
            MarkerShape.Triangle => path.MoveTo(x, y - 340).Figure("l300 530h-600z"),
            MarkerShape.Diamond => path.MoveTo(x, y - 350).Figure("l280 350-280 350-280-350z"),
            MarkerShape.InvertedTriangle => path.MoveTo(x, y + 340).Figure("l300-530h-600z"),
            MarkerShape.Plus => path.MoveTo(x - 330, y).Figure($"h660M{SvgCanvas.Number(x)} {SvgCanvas.Number(y - 330)}v660"),
            _ => path.MoveTo(x - 250, y - 250).Figure("l500 500m0-500l-500 500"),
        };
    }

    /// <summary>The attributes of a path of such markers.</summary>
    public static string Attributes(MarkerShape shape, bool isHollow) => shape switch
    {
        MarkerShape.Circle when !isHollow => " stroke-width=\"560\" stroke-linecap=\"round\"",
        MarkerShape.Plus or MarkerShape.Cross => " stroke-width=\"150\"",
        _ when isHollow => " stroke-width=\"130\"",
        _ => " fill=\"currentColor\" stroke=\"none\"",
    };
}
