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

    /// <summary>Time runs backwards: the product falls where it would rise, and leaves the target where it would approach it. Unequal weights would blow up.</summary>
    public static Control Backwards { get; } = new(
        "equal weights running backwards in time", system => system is Monomial product ? new ReversedEqualWeights(product) : system);

    /// <summary>w' = s/4 · λe^{-λt} at d = 1: by the first of the early times, 2.6e-5 apart, nearly all of a growth by s/4 is over, whatever the time from then on.</summary>
    public static Control Burst { get; } = new(
        "a single weight grows by a quarter of its target at once, and then no more", system => system is Monomial { Dimension: 1 } product ? new BurstOfGrowth(product.Target) : system);

    /// <summary>The right-hand side over s^(2−2/d), as at s = 1: the rate of approach is d at every target.</summary>
    public static Control TargetWithoutInfluence { get; } = new(
        "right-hand side over the target to the power 2 - 2/d",
        system => system is Monomial product ? Control.ScaledRightHandSide(Math.Pow(product.Target, (2.0 / product.Degree) - 2)).Apply(system) : system);

    /// <summary>wᵢ' = (s − u)(∂u/∂wᵢ + wᵢ): growth from small weights becomes exponential at every degree, and no power of ε is left.</summary>
    public static Control Inflation { get; } = new(
        "each weight also grows by itself, at the rate s - u", system => system is Monomial product ? new InflatedProduct(product) : system);

    private sealed class ReversedEqualWeights(Monomial product) : IDynamicsSystem
    {
        private const double Equality = 1e-6;

        public int Dimension => product.Dimension;

        public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
        {
            product.EvaluateDerivative(time, state, derivative);
            double direction = AreEqual(state) ? -1 : 1;
            for (int i = 0; i < derivative.Length; i++)
            {
                derivative[i] *= direction;
            }
        }

        private static bool AreEqual(ReadOnlySpan<double> state)
        {
            foreach (double weight in state)
            {
                if (Math.Abs(weight - state[0]) > Equality * Math.Abs(state[0]))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private sealed class BurstOfGrowth(double target) : IDynamicsSystem
    {
        private const double Rate = 1e5;

        public int Dimension => 1;

        public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) =>
            derivative[0] = 0.25 * target * Rate * Math.Exp(-Rate * time);
    }

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
