using PluginLab.Figures;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Raster;

/// <summary>The map from values to the colours of a colour scale.</summary>
internal sealed class ColorNorm
{
    private const double Roundoff = 1e-9;

    private readonly AxisMap map;
    private readonly double center;

    private ColorNorm(ColorScale scale, Limits limits)
    {
        Transform = scale.Classes is null ? scale.Norm : AxisScale.Linear;
        (Scale, Limits, map) = (scale, limits, new AxisMap(Transform, limits, 0, 1));
        bool hasCenter = scale.Classes is null && scale.Map == ColorMap.Diverging && map.CanShow(scale.Center);
        center = hasCenter ? map.ToPixel(scale.Center) : 0.5;
    }

    public ColorScale Scale { get; }

    /// <summary>Values at the ends of the map; classes are counted from 0, each half a unit to both sides.</summary>
    public Limits Limits { get; }

    /// <summary>How positions along the map follow from values, or from the numbers of classes.</summary>
    public AxisTransform Transform { get; }

    /// <summary>Fits the ends of a colour scale to values, unless it says them.</summary>
    public static ColorNorm Fit(ColorScale scale, IReadOnlyList<double> values)
    {
        if (scale.Classes is { } classes)
        {
            return new ColorNorm(scale, new Limits(-0.5, classes.Count - 0.5));
        }

        if (scale.Limits is { } given)
        {
            return new ColorNorm(scale, given);
        }

        AxisRange range = new(scale.Norm);
        range.Include(values);
        Limits fitted = range.Fit(0);
        AxisTransform transform = scale.Norm;
        if (scale.Map == ColorMap.Diverging && transform.CanShow(scale.Center))
        {
            double middle = transform.Apply(scale.Center);
            double reach = Math.Max(Math.Abs(transform.Apply(fitted.Upper) - middle), Math.Abs(middle - transform.Apply(fitted.Lower)));
            fitted = new Limits(transform.Invert(middle - reach), transform.Invert(middle + reach));
        }

        return new ColorNorm(scale, fitted);
    }

    /// <summary>Index of the colour of a value.</summary>
    public byte IndexOf(double value)
    {
        if (Scale.Classes is { } classes)
        {
            int number = classes.TakeWhile(candidate => candidate.Value != value).Count();
            return number == classes.Count ? ColorTables.Missing : IndexAt((number + 0.5) / classes.Count);
        }

        if (!map.CanShow(value))
        {
            return ColorTables.Missing;
        }

        double share = map.ToPixel(value);
        return share < -Roundoff ? ColorTables.Under : share > 1 + Roundoff ? ColorTables.Over : IndexAt(share);
    }

    /// <summary>Index of the colour at a share of the way between the ends: that of a diverging map is the middle one at its centre.</summary>
    public byte IndexAt(double share)
    {
        if (Scale.Classes is { Count: var count })
        {
            int number = Math.Clamp((int)(share * count), 0, count - 1);
            return (byte)(number * (ColorTables.Count - 1) / Math.Max(1, count - 1));
        }

        double along = 0.5 + ((share - center) / (2 * Math.Max(center, 1 - center)));
        return (byte)Math.Clamp((int)(along * ColorTables.Count), 0, ColorTables.Count - 1);
    }
}
