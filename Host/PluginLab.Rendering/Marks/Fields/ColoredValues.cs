using PluginLab.Figures;
using PluginLab.Rendering.Raster;

namespace PluginLab.Rendering.Marks.Fields;

/// <summary>The values of a mark that colours stand for, whatever kind of mark it is.</summary>
/// <param name="Id">Id of the mark.</param>
/// <param name="Scale">How colours follow from values.</param>
/// <param name="Values">The values.</param>
internal sealed record ColoredValues(string Id, ColorScale Scale, IReadOnlyList<double> Values)
{
    /// <summary>The coloured values of a panel, in drawing order.</summary>
    public static IEnumerable<ColoredValues> Of(Panel panel) => panel.Marks.Select(Of).OfType<ColoredValues>();

    /// <summary>The coloured values of a mark; null if it has none.</summary>
    public static ColoredValues? Of(Mark mark) => mark switch
    {
        HeatMap map => new(map.Id, map.Scale, map.Values),
        MatrixStrip strip => new(strip.Id, strip.Scale, [.. strip.Matrices.SelectMany(matrix => matrix)]),
        VectorField { Scale: { } scale } field => new(field.Id, scale, Magnitudes(field)),
        _ => null,
    };

    /// <summary>Number of values that a logarithmic scale has no colour for.</summary>
    public int CountDropped() => Scale.Norm == AxisScale.Logarithmic ? Values.Count(value => value <= 0) : 0;

    /// <summary>The figure with the ends of a shared colour scale fitted to all marks.</summary>
    public static Figure FitCommon(Figure figure)
    {
        ColoredValues[] all = [.. figure.Panels.SelectMany(Of)];
        if ((figure.Shared & SharedParts.ColorBar) == 0 || all.Length == 0)
        {
            return figure;
        }

        Limits limits = ColorNorm.Fit(all[0].Scale, [.. all.SelectMany(values => values.Values)]).Limits;
        return figure with { Panels = [.. figure.Panels.Select(panel => panel with { Marks = [.. panel.Marks.Select(mark => WithLimits(mark, limits))] })] };
    }

    private static Mark WithLimits(Mark mark, Limits limits) => mark switch
    {
        HeatMap map => map with { Scale = map.Scale with { Limits = limits } },
        MatrixStrip strip => strip with { Scale = strip.Scale with { Limits = limits } },
        VectorField { Scale: { } scale } field => field with { Scale = scale with { Limits = limits } },
        _ => mark,
    };

    /// <summary>√(dx² + dy²) of each arrow; NaN for what a logarithmic scale cannot show.</summary>
    private static double[] Magnitudes(VectorField field) =>
        [.. field.DX.Zip(field.DY, (dx, dy) => double.Hypot(dx, dy)).Select(size => size > 0 || field.Scale!.Norm == AxisScale.Linear ? size : double.NaN)];
}
