using PluginLab.Figures;

namespace PluginLab.Rendering.Scales;

/// <summary>The map from values to px on an axis: p = p₀ + (T(v) − T(lower)) / (T(upper) − T(lower)) · (p₁ − p₀), with the T of an <see cref="AxisTransform"/>.</summary>
internal readonly struct AxisMap
{
    private readonly double start;
    private readonly double factor;
    private readonly double origin;

    public AxisMap(AxisTransform transform, Limits limits, double startPixel, double endPixel)
    {
        (Transform, Limits, start, EndPixel) = (transform, limits, startPixel, endPixel);
        origin = transform.Apply(limits.Lower);
        factor = (endPixel - startPixel) / (transform.Apply(limits.Upper) - origin);
    }

    public AxisTransform Transform { get; }

    public AxisScale Scale => Transform.Scale;

    public Limits Limits { get; }

    public double StartPixel => start;

    public double EndPixel { get; }

    /// <summary>Length in px.</summary>
    public double Length => Math.Abs(EndPixel - start);

    /// <summary>Whether a value has a position at all.</summary>
    public bool CanShow(double value) => Transform.CanShow(value);

    /// <summary>Whether a value lies between the limits.</summary>
    public bool Contains(double value) => value >= Limits.Lower && value <= Limits.Upper;

    /// <summary>The value at a position.</summary>
    public double ToValue(double pixel) => Transform.Invert(origin + ((pixel - start) / factor));

    /// <summary>The position of a value; NaN for NaN and for what a logarithmic axis cannot show.</summary>
    public double ToPixel(double value)
    {
        if (Scale == AxisScale.Logarithmic && !(value > 0))
        {
            return double.NaN;
        }

        // Far outside, positions are held where arithmetic stays exact; clipping removes them anyway.
        double pixel = start + ((Transform.Apply(value) - origin) * factor);
        return pixel > 1e7 ? 1e7 : pixel < -1e7 ? -1e7 : pixel;
    }
}
