using PluginLab.Figures;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Raster;

/// <summary>The map from values to the colours of a colour scale.</summary>
internal sealed class ColorNorm
{
    private readonly AxisMap map;

    private ColorNorm(ColorScale scale, Limits limits) => (Scale, Limits, map) = (scale, limits, new AxisMap(scale.Norm, limits, 0, 1));

    public ColorScale Scale { get; }

    /// <summary>Values at the ends of the map.</summary>
    public Limits Limits { get; }

    /// <summary>Fits the ends of a colour scale to values, unless it says them.</summary>
    public static ColorNorm Fit(ColorScale scale, IReadOnlyList<double> values)
    {
        if (scale.Limits is { } given)
        {
            return new ColorNorm(scale, given);
        }

        AxisRange range = new(scale.Norm);
        range.Include(values);
        Limits fitted = range.Fit(0);
        if (scale.Map == ColorMap.Diverging && scale.Norm == AxisScale.Linear)
        {
            double reach = Math.Max(Math.Abs(fitted.Upper - scale.Center), Math.Abs(scale.Center - fitted.Lower));
            fitted = new Limits(scale.Center - reach, scale.Center + reach);
        }

        return new ColorNorm(scale, fitted);
    }

    /// <summary>Index of the colour of a value; values beyond the ends take the colour of the end.</summary>
    public byte IndexOf(double value)
    {
        if (double.IsNaN(value) || (Scale.Norm == AxisScale.Logarithmic && value <= 0))
        {
            return ColorTables.Count;
        }

        return (byte)Math.Clamp((int)(map.ToPixel(value) * ColorTables.Count), 0, ColorTables.Count - 1);
    }
}
