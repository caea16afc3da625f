using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PluginLab.Figures;
using PluginLab.Rendering;
using PluginLab.Rendering.Tests.Gallery;

namespace PluginLab.Bench;

/// <summary>Lines of 100 000 points as they are drawn, and with every point: what the two differ by as pictures is the price of simplification.</summary>
internal static class EveryPoint
{
    private static readonly string[] Figures = ["dense-noise", "dense-smooth"];

    /// <summary>Writes FIGURE.svg and FIGURE-every-point.svg of each, and of each a line "FIGURE X Y WIDTH HEIGHT" with its plot in px.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string id in Figures)
        {
            Figure figure = FigureGallery.All.Single(candidate => candidate.Id == id);
            RenderedFigure drawing = new SvgRenderer().Render(figure, new RenderOptions { Theme = FigureTheme.Light });
            string text = Encoding.UTF8.GetString(drawing.Content.Span);
            File.WriteAllText(Path.Combine(folder, $"{id}.svg"), text);
            File.WriteAllText(Path.Combine(folder, $"{id}-every-point.svg"), WithEveryPoint(text, (Line)figure.Panels[0].Marks[0], drawing.Layout.Panels[0]));
            Box plot = drawing.Layout.Panels[0].Plot;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id} {plot.X} {plot.Y} {plot.Width} {plot.Height}"));
        }
    }

    private static string WithEveryPoint(string drawing, Line line, PanelLayout panel)
    {
        Match path = PathOf(line.Id).Match(drawing);
        return path.Success
            ? $"{drawing[..path.Groups["data"].Index]}{AllPoints(line, panel)}{drawing[(path.Groups["data"].Index + path.Groups["data"].Length)..]}"
            : throw new InvalidDataException($"the drawing has no path of the line '{line.Id}'");
    }

    /// <summary>All points, in hundredths of a px as the renderer writes them.</summary>
    private static string AllPoints(Line line, PanelLayout panel)
    {
        StringBuilder path = new("M");
        for (int i = 0; i < line.X.Count; i++)
        {
            path.Append(CultureInfo.InvariantCulture, $"{Hundredths(panel.X, line.X[i])} {Hundredths(panel.Y, line.Y[i])} ");
        }

        return path.ToString();
    }

    private static long Hundredths(ScaleLayout scale, double value) => (long)Math.Round(
        100 * (scale.StartPixel + ((value - scale.Limits.Lower) / (scale.Limits.Upper - scale.Limits.Lower) * (scale.EndPixel - scale.StartPixel))));

    private static Regex PathOf(string id) => new($"<g id=\"[^\"]*-mark-{Regex.Escape(id)}\"[^>]*>(?:<title>[^<]*</title>)?<path d=\"(?<data>[^\"]*)\"");
}
