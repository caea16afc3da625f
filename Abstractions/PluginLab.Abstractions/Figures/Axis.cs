namespace PluginLab.Figures;

/// <summary>How positions on an axis follow from values.</summary>
public enum AxisScale
{
    /// <summary>Proportional to the value.</summary>
    Linear,

    /// <summary>Proportional to the logarithm of the value; values that are not positive are dropped and counted.</summary>
    Logarithmic,
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

    /// <summary>A linear axis that fits its data.</summary>
    public static Axis Linear(string label) => new() { Label = label };

    /// <summary>A logarithmic axis that fits its data.</summary>
    public static Axis Logarithmic(string label) => new() { Label = label, Scale = AxisScale.Logarithmic };

    /// <summary>A copy with fixed ends.</summary>
    public Axis Between(double lower, double upper) => this with { Limits = new Limits(lower, upper) };
}

/// <summary>Ends of an axis or of a colour scale.</summary>
/// <param name="Lower">The lower end; finite.</param>
/// <param name="Upper">The upper end; finite and above the lower one.</param>
public readonly record struct Limits(double Lower, double Upper);
