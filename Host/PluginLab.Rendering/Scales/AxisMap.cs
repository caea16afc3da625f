using PluginLab.Figures;

namespace PluginLab.Rendering.Scales;

/// <summary>The map from values to px on an axis: p = p₀ + (T(v) − T(lower)) / (T(upper) − T(lower)) · (p₁ − p₀), with T the identity or log₁₀.</summary>
internal readonly struct AxisMap
{
    private readonly double start;
    private readonly double factor;
    private readonly double origin;

    public AxisMap(AxisScale scale, Limits limits, double startPixel, double endPixel)
    {
        (Scale, Limits, start, EndPixel) = (scale, limits, startPixel, endPixel);
        origin = Transform(scale, limits.Lower);
        factor = (endPixel - startPixel) / (Transform(scale, limits.Upper) - origin);
    }

    public AxisScale Scale { get; }

    public Limits Limits { get; }

    public double StartPixel => start;

    public double EndPixel { get; }

    /// <summary>Length in px.</summary>
    public double Length => Math.Abs(EndPixel - start);

    /// <summary>Whether a value has a position at all.</summary>
    public bool CanShow(double value) => Scale == AxisScale.Linear ? !double.IsNaN(value) : value > 0;

    /// <summary>Whether a value lies between the limits.</summary>
    public bool Contains(double value) => value >= Limits.Lower && value <= Limits.Upper;

    /// <summary>The position of a value; NaN for NaN and for what a logarithmic axis cannot show.</summary>
    public double ToPixel(double value)
    {
        if (Scale == AxisScale.Logarithmic && !(value > 0))
        {
            return double.NaN;
        }

        // Far outside, positions are held where arithmetic stays exact; clipping removes them anyway.
        double pixel = start + ((Transform(Scale, value) - origin) * factor);
        return pixel > 1e7 ? 1e7 : pixel < -1e7 ? -1e7 : pixel;
    }

    public static double Transform(AxisScale scale, double value) => scale == AxisScale.Logarithmic ? Math.Log10(value) : value;

    public static double Invert(AxisScale scale, double position) => scale == AxisScale.Logarithmic ? Math.Pow(10, position) : position;
}
