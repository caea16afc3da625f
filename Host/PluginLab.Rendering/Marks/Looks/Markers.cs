using PluginLab.Rendering.Drawing;
using PluginLab.Rendering.Geometry;

namespace PluginLab.Rendering.Marks.Looks;

/// <summary>Path data of markers in hundredths of a px.</summary>
/// <param name="shape">The shape.</param>
/// <param name="isHollow">Whether they are outlined only.</param>
/// <param name="size">Size relative to the usual.</param>
internal sealed class Markers(MarkerShape shape, bool isHollow, double size = 1)
{
    private readonly (int X, int Y, string Figure) marker = shape switch
    {
        MarkerShape.Circle when isHollow => (-Scaled(280, size), 0, Circle(Scaled(280, size))),
        MarkerShape.Circle => (0, 0, "h0"),
        MarkerShape.Square => (-Scaled(240, size), -Scaled(240, size), $"h{Text(480, size)}v{Text(480, size)}h-{Text(480, size)}z"),
        MarkerShape.Triangle => (0, -Scaled(340, size), $"l{Text(300, size)} {Text(530, size)}h-{Text(600, size)}z"),
        MarkerShape.Diamond => (0, -Scaled(350, size), $"l{Text(280, size)} {Text(350, size)}-{Text(280, size)} {Text(350, size)}-{Text(280, size)}-{Text(350, size)}z"),
        MarkerShape.InvertedTriangle => (0, Scaled(340, size), $"l{Text(300, size)}-{Text(530, size)}h-{Text(600, size)}z"),
        MarkerShape.Plus => (-Scaled(330, size), 0, $"h{Text(660, size)}m-{Text(330, size)}-{Text(330, size)}v{Text(660, size)}"),
        _ => (-Scaled(250, size), -Scaled(250, size), $"l{Text(500, size)} {Text(500, size)}m0-{Text(500, size)}l-{Text(500, size)} {Text(500, size)}"),
    };

    /// <summary>The attributes of a path of such markers.</summary>
    public string Attributes => shape switch
    {
        MarkerShape.Circle when !isHollow => $" stroke-width=\"{Text(560, size)}\" stroke-linecap=\"round\"",
        MarkerShape.Plus or MarkerShape.Cross => " stroke-width=\"150\"",
        _ when isHollow => " stroke-width=\"130\"",
        _ => " fill=\"currentColor\" stroke=\"none\"",
    };

    /// <summary>Adds a marker to a path.</summary>
    public void Add(PathText path, int x, int y) => path.MoveTo(x + marker.X, y + marker.Y).Figure(marker.Figure);

    private static string Circle(int radius)
    {
        string text = Text(radius, 1);
        string across = Text(2 * radius, 1);
        return $"a{text} {text} 0 1 0 {across} 0a{text} {text} 0 1 0-{across} 0z";
    }

    private static int Scaled(int length, double size) => (int)Math.Round(length * size);

    private static string Text(int length, double size) => SvgCanvas.Number(Scaled(length, size));
}
