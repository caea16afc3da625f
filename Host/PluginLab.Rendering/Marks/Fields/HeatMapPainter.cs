using PluginLab.Figures;
using PluginLab.Rendering.Drawing;
using PluginLab.Rendering.Raster;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Marks.Fields;

/// <summary>Draws a grid of coloured cells as an image, each cell a whole number of px of it.</summary>
internal static class HeatMapPainter
{
    private const double EqualWidths = 1e-6;

    public static int Paint(HeatMap map, PlotContext context)
    {
        Stretch span = Horizontal(map, context);
        Stretch rise = Vertical(map, context);
        if (span.Cells.Length == 0 || rise.Cells.Length == 0)
        {
            return 0;
        }

        ColorNorm norm = ColorNorm.Fit(map.Scale, map.Values);
        byte[] colors = [.. map.Values.Select(norm.IndexOf)];
        int columns = map.XEdges.Count - 1;
        byte[] pixels = new byte[span.Cells.Length * rise.Cells.Length];
        for (int row = 0; row < rise.Cells.Length; row++)
        {
            Span<byte> line = pixels.AsSpan(row * span.Cells.Length, span.Cells.Length);
            if (row > 0 && rise.Cells[row] == rise.Cells[row - 1])
            {
                pixels.AsSpan((row - 1) * line.Length, line.Length).CopyTo(line);
                continue;
            }

            for (int column = 0; column < line.Length; column++)
            {
                line[column] = colors[(rise.Cells[row] * columns) + span.Cells[column]];
            }
        }

        string image = Convert.ToBase64String(IndexedPng.Write(span.Cells.Length, pixels, ColorTables.Of(map.Scale)));
        context.Canvas.Write(
            $"<image x=\"{Units(span.From)}\" y=\"{Units(rise.From)}\" width=\"{Units(span.To - span.From)}\" height=\"{Units(rise.To - rise.From)}\"" +
            $" preserveAspectRatio=\"none\" image-rendering=\"optimizeSpeed\" href=\"data:image/png;base64,{image}\"/>");
        return 4;
    }

    /// <summary>A stretch of px with the cell that each px of the image shows.</summary>
    private readonly record struct Stretch(double From, double To, int[] Cells);

    private static Stretch Horizontal(HeatMap map, PlotContext context) => Along(map.XEdges, context.X);

    private static Stretch Vertical(HeatMap map, PlotContext context)
    {
        Stretch span = Along(map.YEdges, context.Y);
        return span with { Cells = [.. span.Cells.Reverse()] };
    }

    private static Stretch Along(IReadOnlyList<double> edges, AxisMap map)
    {
        double[] pixels = [.. edges.Select(map.ToPixel)];
        double width = (pixels[^1] - pixels[0]) / (edges.Count - 1);
        bool isWhole = map.Contains(edges[0]) && map.Contains(edges[^1]);
        bool isEven = isWhole && Enumerable.Range(1, edges.Count - 1).All(i => Math.Abs(pixels[i] - pixels[i - 1] - width) <= EqualWidths * map.Length);
        return isEven ? Enlarged(pixels, Math.Abs(width)) : Sampled(pixels, map);
    }

    private static Stretch Enlarged(double[] pixels, double cellWidth)
    {
        int factor = Math.Max(1, (int)Math.Ceiling(cellWidth - EqualWidths));
        int[] cells = [.. Enumerable.Range(0, pixels.Length - 1).SelectMany(cell => Enumerable.Repeat(cell, factor))];
        return new Stretch(Math.Min(pixels[0], pixels[^1]), Math.Max(pixels[0], pixels[^1]), cells);
    }

    /// <summary>One px of the image for each px of the plot, showing the cell at its centre.</summary>
    private static Stretch Sampled(double[] pixels, AxisMap map)
    {
        double direction = Math.Sign(map.EndPixel - map.StartPixel);
        double low = Math.Max(direction * pixels[0], direction * map.StartPixel);
        double high = Math.Min(direction * pixels[^1], direction * map.EndPixel);
        int first = (int)Math.Round(low);
        int last = (int)Math.Round(high);
        List<int> cells = [];
        int cell = 0;
        for (int at = first; at < last; at++)
        {
            while (cell < pixels.Length - 2 && direction * pixels[cell + 1] <= at + 0.5)
            {
                cell++;
            }

            cells.Add(cell);
        }

        return new Stretch(Math.Min(direction * first, direction * last), Math.Max(direction * first, direction * last), [.. cells]);
    }

    private static string Units(double pixels) => SvgCanvas.Number(100 * pixels);
}
