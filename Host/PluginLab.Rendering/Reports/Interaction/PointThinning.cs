using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Reports.Interaction;

/// <summary>Chooses the points of a panel that can be read out: data points, but none that the eye could not tell from one before it.</summary>
internal sealed class PointThinning(AxisMap x, AxisMap y)
{
    private const double SmallestStep = 4;
    private const int MostPoints = 600;

    public static PointThinning Of(PanelLayout panel) => new(Map(panel.X), Map(panel.Y));

    public static AxisMap Map(ScaleLayout scale) => new(new AxisTransform(scale.Scale, scale.LinearRange), scale.Limits, scale.StartPixel, scale.EndPixel);

    /// <summary>The middles between edges, as drawn.</summary>
    public static double[] Centres(IReadOnlyList<double> edges, ScaleLayout scale)
    {
        AxisTransform transform = Map(scale).Transform;
        return [.. edges.Zip(edges.Skip(1), (low, high) => transform.Invert((transform.Apply(low) + transform.Apply(high)) / 2))];
    }

    /// <summary>
    /// Indices of points that one of the lists shows at least 4 px from the last one chosen, and of the last; more than 600 are thinned evenly.
    /// </summary>
    public int[] Choose(double[] across, IReadOnlyList<double[]> lists)
    {
        List<int> chosen = [];
        PixelPoint[] last = [.. lists.Select(_ => new PixelPoint(double.NegativeInfinity, 0))];
        int final = -1;
        for (int i = 0; i < across.Length; i++)
        {
            bool isShown = lists.Any(list => IsShown(across[i], list[i]));
            final = isShown ? i : final;
            if (isShown && Enumerable.Range(0, lists.Count).Any(k => IsFar(last[k], across[i], lists[k][i])))
            {
                chosen.Add(i);
                Remember(last, across[i], lists, i);
            }
        }

        int stride = 1 + (chosen.Count / MostPoints);
        return [.. chosen.Where((_, rank) => rank % stride == 0).Append(final).Where(i => i >= 0).Distinct()];
    }

    public bool IsShown(double across, double along) => x.Contains(across) && y.Contains(along);

    private bool IsFar(PixelPoint last, double across, double along) =>
        IsShown(across, along) && !(Math.Max(Math.Abs(x.ToPixel(across) - last.X), Math.Abs(y.ToPixel(along) - last.Y)) < SmallestStep);

    private void Remember(PixelPoint[] last, double across, IReadOnlyList<double[]> lists, int i)
    {
        for (int k = 0; k < last.Length; k++)
        {
            last[k] = IsShown(across, lists[k][i]) ? new PixelPoint(x.ToPixel(across), y.ToPixel(lists[k][i])) : last[k];
        }
    }
}
