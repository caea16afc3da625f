namespace PluginLab.Figures;

/// <summary>How positions on an axis follow from values.</summary>
public enum AxisScale
{
    /// <summary>Proportional to the value.</summary>
    Linear,

    /// <summary>Proportional to the logarithm of the value; values that are not positive are dropped and counted.</summary>
    Logarithmic,

    /// <summary>Proportional to the value near zero and to the logarithm of its magnitude beyond <see cref="Axis.LinearRange"/>, with both signs.</summary>
    SymmetricLogarithmic,
}

/// <summary>An axis of a panel.</summary>
public sealed record Axis
{
    /// <summary>Quantity and symbol, such as <c>flow time $t$</c>; rich text.</summary>
    public required string Label { get; init; }

    /// <summary>Unit, set in brackets after the label; null for a pure number.</summary>
    public string? Unit { get; init; }

    /// <summary>How positions follow from values.</summary>
    public AxisScale Scale { get; init; }

    /// <summary>Ends of the axis; null to fit the data.</summary>
    public Limits? Limits { get; init; }

    /// <summary>Half of the linear part around zero of a symmetric logarithmic axis, T(v) = v/c up to c and ±(1 + log₁₀(|v|/c)) beyond; positive.</summary>
    public double LinearRange { get; init; } = 1;

    /// <summary>Ticks with names of their own, in the order of their values; those outside the limits are left out. Null: round numbers.</summary>
    public IReadOnlyList<AxisTick>? Ticks { get; init; }

    /// <summary>Space beyond the data at both ends, as a share of the range; not negative. Null: 0.04, but 0 around images and along logarithmic abscissae.</summary>
    public double? Padding { get; init; }

    /// <summary>A linear axis that fits its data.</summary>
    public static Axis Linear(string label) => new() { Label = label };

    /// <summary>A logarithmic axis that fits its data.</summary>
    public static Axis Logarithmic(string label) => new() { Label = label, Scale = AxisScale.Logarithmic };

    /// <summary>An axis that is linear from −<paramref name="linearRange"/> to <paramref name="linearRange"/> and logarithmic beyond, for quantities of both signs and many magnitudes.</summary>
    public static Axis SymmetricLogarithmic(string label, double linearRange) =>
        new() { Label = label, Scale = AxisScale.SymmetricLogarithmic, LinearRange = linearRange };

    /// <summary>An axis of names: the first is at 1, the next at 2, each with a half to either side, as the cells of a matrix are.</summary>
    /// <param name="label">What the names are; rich text.</param>
    /// <param name="names">The names; rich text; at least one.</param>
    public static Axis Category(string label, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new() { Label = label, Ticks = [.. names.Select((name, i) => new AxisTick(i + 1, name))], Limits = new Limits(0.5, names.Count + 0.5) };
    }

    /// <summary>A copy with fixed ends.</summary>
    public Axis Between(double lower, double upper) => this with { Limits = new Limits(lower, upper) };
}

/// <summary>A tick with a name of its own.</summary>
/// <param name="Value">Where it stands; finite.</param>
/// <param name="Label">Its name; rich text.</param>
public sealed record AxisTick(double Value, string Label);

/// <summary>Ends of an axis or of a colour scale.</summary>
/// <param name="Lower">The lower end; finite.</param>
/// <param name="Upper">The upper end; finite and above the lower one.</param>
public readonly record struct Limits(double Lower, double Upper);
