using PluginLab.Dynamics;

namespace PluginLab.GradientFlows.Products;

/// <summary>The one equation that a balanced product obeys: u' = d (s − u) u^(2−2/d) for u = w₁ ⋯ w_d with equal weights.</summary>
/// <remarks>Source: note 1, section "General case". The degree d need not be whole. Defined for u ≥ 0.</remarks>
/// <param name="target">The target s.</param>
/// <param name="degree">The degree d; at least 1.</param>
public sealed class ReducedProduct(double target, double degree) : IDynamicsSystem
{
    private readonly double exponent = 2 - (2 / degree);

    /// <inheritdoc/>
    public int Dimension => 1;

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) =>
        derivative[0] = degree * (target - state[0]) * PortableMath.Pow(state[0], exponent);
}
