using PluginLab.Figures;

namespace PluginLab.Rendering.Scales;

/// <summary>What an axis makes of values before it lays them out evenly: T(v) = v, log₁₀ v, or v/c up to c and ±(1 + log₁₀(|v|/c)) beyond.</summary>
/// <param name="Scale">Which of the three.</param>
/// <param name="LinearRange">c.</param>
internal readonly record struct AxisTransform(AxisScale Scale, double LinearRange)
{
    public static implicit operator AxisTransform(AxisScale scale) => new(scale, 1);

    public static AxisTransform Of(Axis axis) => new(axis.Scale, axis.LinearRange);

    /// <summary>Whether a value has a position at all.</summary>
    public bool CanShow(double value) => Scale == AxisScale.Logarithmic ? value > 0 : !double.IsNaN(value);

    /// <summary>T(v).</summary>
    public double Apply(double value) => Scale switch
    {
        AxisScale.Logarithmic => Math.Log10(value),
        AxisScale.SymmetricLogarithmic when Math.Abs(value) <= LinearRange => value / LinearRange,
        AxisScale.SymmetricLogarithmic => Math.CopySign(1 + Math.Log10(Math.Abs(value) / LinearRange), value),
        _ => value,
    };

    /// <summary>The value at a position.</summary>
    public double Invert(double position) => Scale switch
    {
        AxisScale.Logarithmic => Math.Pow(10, position),
        AxisScale.SymmetricLogarithmic when Math.Abs(position) <= 1 => position * LinearRange,
        AxisScale.SymmetricLogarithmic => Math.CopySign(LinearRange * Math.Pow(10, Math.Abs(position) - 1), position),
        _ => position,
    };

    /// <summary>T′(v).</summary>
    public double Derivative(double value) => Scale switch
    {
        AxisScale.Logarithmic => 1 / value / Math.Log(10),
        AxisScale.SymmetricLogarithmic when Math.Abs(value) <= LinearRange => 1 / LinearRange,
        AxisScale.SymmetricLogarithmic => 1 / Math.Abs(value) / Math.Log(10),
        _ => 1,
    };
}
