using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Marks;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Reports.Interaction;

/// <summary>Points of the plane with a value each.</summary>
/// <param name="X">Abscissae.</param>
/// <param name="Y">Ordinates.</param>
/// <param name="Values">The values.</param>
/// <param name="Label">What the values are; rich text.</param>
/// <param name="IsLogarithmic">Whether they spread over magnitudes.</param>
internal sealed record ValuePoints(double[] X, double[] Y, double[] Values, string Label, bool IsLogarithmic)
{
    private const int MostCells = 2500;

    /// <summary>The centres of cells; of more cells than 2500 those of every second, third… row and column.</summary>
    public static ValuePoints Of(HeatMap map, PanelLayout panel)
    {
        double[] x = PointThinning.Centres(map.XEdges, panel.X), y = PointThinning.Centres(map.YEdges, panel.Y);
        int stride = (int)Math.Ceiling(Math.Sqrt(map.Values.Count / (double)MostCells));
        (int Row, int Column)[] cells = [.. from row in Every(stride, y.Length) from column in Every(stride, x.Length) select (row, column)];
        return new(
            [.. cells.Select(cell => x[cell.Column])], [.. cells.Select(cell => y[cell.Row])], [.. cells.Select(cell => map.Values[(cell.Row * x.Length) + cell.Column])],
            map.Scale.Label, map.Scale.Norm == AxisScale.Logarithmic);
    }

    /// <summary>Points along level lines, with their levels.</summary>
    public static ValuePoints Of(Contour contour, PanelLayout panel)
    {
        (AxisMap across, AxisMap up) = (PointThinning.Map(panel.X), PointThinning.Map(panel.Y));
        double[] columns = [.. contour.X.Select(across.ToPixel)], rows = [.. contour.Y.Select(up.ToPixel)];
        PointThinning thinning = PointThinning.Of(panel);
        List<(double X, double Y, double Level)> points = [];
        foreach (double level in contour.Levels)
        {
            foreach (List<PixelPoint> line in LevelLines.Find(columns, rows, MarkArrays.Of(contour.Values), level))
            {
                double[] x = [.. line.Select(point => across.ToValue(point.X))], y = [.. line.Select(point => up.ToValue(point.Y))];
                points.AddRange(thinning.Choose(x, [y]).Select(i => (x[i], y[i], level)));
            }
        }

        return new([.. points.Select(point => point.X)], [.. points.Select(point => point.Y)], [.. points.Select(point => point.Level)], contour.Label ?? "level", contour.Levels[0] > 0);
    }

    private static IEnumerable<int> Every(int stride, int count) => Enumerable.Range(0, (count + stride - 1) / stride).Select(i => Math.Min((i * stride) + (stride / 2), count - 1));
}
