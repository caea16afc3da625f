using PluginLab.Figures;
using PluginLab.Rendering.Raster;

namespace PluginLab.Rendering.Marks.Fields;

/// <summary>Draws a matrix at several times side by side.</summary>
internal static class MatrixStripPainter
{
    public static int Paint(MatrixStrip strip, PlotContext context)
    {
        ColorScale scale = strip.Scale with { Limits = ColorNorm.Fit(strip.Scale, ColoredValues.Of(strip)!.Values).Limits };
        double[] rows = [.. Enumerable.Range(0, strip.Rows + 1).Select(i => (double)i)];
        int vertices = 0;
        for (int k = 0; k < strip.Matrices.Count; k++)
        {
            double left = StripAxes.LeftOf(strip, k);
            HeatMap map = new()
            {
                Id = strip.Id,
                XEdges = [.. Enumerable.Range(0, strip.Columns + 1).Select(j => left + j)],
                YEdges = rows,
                Values = [.. Enumerable.Range(0, strip.Rows).Reverse().SelectMany(row => strip.Matrices[k].Skip(row * strip.Columns).Take(strip.Columns))],
                Scale = scale,
            };
            vertices += HeatMapPainter.Paint(map, context);
        }

        return vertices;
    }
}
