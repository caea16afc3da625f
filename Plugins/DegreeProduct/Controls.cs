using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>The mutations under which the claims must fail.</summary>
internal static class Controls
{
    /// <summary>Every time is shorter by a tenth: what claims of times and rates must notice.</summary>
    public static Control Faster { get; } = Control.ScaledRightHandSide(1.1);

    /// <summary>The first weight is slower: breaks the balance, and with it the final rates as functions of the degree.</summary>
    public static Control SlowFirst { get; } = Control.ScaledComponent(0, 0.5);

    /// <summary>The first weight is a little faster: breaks the conserved quantities.</summary>
    public static Control FastFirst { get; } = Control.ScaledComponent(0, 1.1);

    /// <summary>The first weight, the largest, runs ahead of the others.</summary>
    public static Control FirstRunsAhead { get; } = Control.ScaledComponent(0, 100);

    /// <summary>wᵢ' = (s − u)(∂u/∂wᵢ + wᵢ): growth from small weights becomes exponential at every degree, and no power of ε is left.</summary>
    public static Control Inflation { get; } = new(
        "each weight also grows by itself, at the rate s - u", system => system is Monomial product ? new InflatedProduct(product) : system);

    private sealed class InflatedProduct(Monomial product) : IDynamicsSystem
    {
        public int Dimension => product.Dimension;

        public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
        {
            product.EvaluateDerivative(time, state, derivative);
            double residual = product.Target - product.EvaluateProduct(state);
            for (int i = 0; i < derivative.Length; i++)
            {
                derivative[i] += residual * state[i];
            }
        }
    }
}
