namespace PluginLab.GradientFlows.Evidence;

/// <summary>A predicted and a measured value.</summary>
/// <param name="Predicted">What theory says.</param>
/// <param name="Measured">What a run found; NaN if it could not be measured.</param>
public readonly record struct Comparison(double Predicted, double Measured)
{
    private const double Rounding = 1.0 / (1L << 52);

    /// <summary>|measured − predicted| over |predicted|; 0 if both are 0, NaN if the measurement is.</summary>
    public double RelativeError => Measured == Predicted ? 0 : Math.Abs(Measured - Predicted) / Math.Abs(Predicted);

    /// <summary><see cref="RelativeError"/>, but not below the 2⁻⁵² of rounding: what a logarithmic axis can show.</summary>
    public double RelativeErrorAboveRounding => Math.Max(RelativeError, Rounding);

    /// <summary>The comparison with the largest relative error, before all others one that could not be measured: the evidence of a claim about many runs.</summary>
    /// <exception cref="InvalidOperationException">There is no comparison.</exception>
    public static Comparison Worst(IEnumerable<Comparison> comparisons) =>
        comparisons.MaxBy(comparison => double.IsNaN(comparison.RelativeError) ? double.PositiveInfinity : comparison.RelativeError);
}
