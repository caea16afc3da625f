using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Marks.Looks;
using PluginLab.Rendering.Reports.Words;

namespace PluginLab.Rendering.Marks.Fields;

/// <summary>The value of a level line, with the places along it where its label may stand, the best first.</summary>
/// <param name="Text">The value; rich text.</param>
/// <param name="Places">Points of the line.</param>
/// <param name="Look">How the line is drawn.</param>
/// <param name="IsName">Whether it is the only name of the line, and not one of several values.</param>
internal sealed record LevelLabel(string Text, IReadOnlyList<PixelPoint> Places, MarkLook Look, bool IsName);

/// <summary>Draws level lines.</summary>
internal static class LevelPainter
{
    private const int LevelDigits = 3;

    // Beginning at the middle, since a label there belongs to its line most clearly.
    private static readonly double[] LabelPlaces = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];

    // Beginning near an end, since nullclines cross where paths come together.
    private static readonly double[] NamePlaces = [0.93, 0.07, 0.88, 0.12, 0.82, 0.18, 0.76, 0.24, 0.7, 0.3, 0.6, 0.4, 0.5];

    public static int PaintContour(Contour contour, MarkLook look, PlotContext context)
    {
        (double[] x, double[] y) = Positions(contour.X, contour.Y, context);
        List<List<PixelPoint>> all = [];
        foreach (double level in contour.Levels)
        {
            List<List<PixelPoint>> lines = Visible(LevelLines.Find(x, y, MarkArrays.Of(contour.Values), level), context);
            all.AddRange(lines);
            if (lines.Count > 0)
            {
                List<PixelPoint> longest = lines.MaxBy(Length)!;
                context.Levels.Add(new LevelLabel(NumberMarkup.Rich(level, LevelDigits), [.. LabelPlaces.Select(share => longest[(int)(share * (longest.Count - 1))])], look, IsName: false));
            }
        }

        return LinePainter.Draw(Simplified(all), look, context);
    }

    public static int PaintNullcline(Nullcline nullcline, MarkLook look, PlotContext context)
    {
        (double[] x, double[] y) = Positions(nullcline.X, nullcline.Y, context);
        List<List<PixelPoint>> lines = Visible(LevelLines.Find(x, y, MarkArrays.Of(nullcline.Values), 0), context);
        if (context.NamesNullclines && nullcline.Label is { } name && lines.Count > 0)
        {
            List<PixelPoint> longest = lines.MaxBy(Length)!;
            context.Levels.Add(new LevelLabel(name, [.. NamePlaces.Select(share => longest[(int)(share * (longest.Count - 1))])], look, IsName: true));
        }

        return LinePainter.Draw(Simplified(lines), look, context);
    }

    private static (double[] X, double[] Y) Positions(IReadOnlyList<double> x, IReadOnlyList<double> y, PlotContext context) =>
        ([.. x.Select(context.X.ToPixel)], [.. y.Select(context.Y.ToPixel)]);

    private static List<List<PixelPoint>> Visible(List<List<PixelPoint>> lines, PlotContext context) =>
        [.. lines.SelectMany(line => Clipping.Apply(line, context.X, context.Y))];

    private static List<List<PixelPoint>> Simplified(List<List<PixelPoint>> lines) =>
        [.. lines.Select(line => Simplification.Apply(line, Polyline.Tolerance))];

    private static double Length(List<PixelPoint> line) =>
        line.Zip(line.Skip(1), (from, to) => Math.Abs(to.X - from.X) + Math.Abs(to.Y - from.Y)).Sum();
}
