using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>The mutations under which the claims must fail; each for doubles and lanes, with the target of the trajectory that it changes.</summary>
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
        "equal weights running backwards in time", system => ChangedFlow.Of(system, new EqualWeightsReversed()));

    /// <summary>w' = s/4 · λe^{-λt} at d = 1: by the first of the early times, 2.6e-5 apart, nearly all of a growth by s/4 is over, whatever the time from then on.</summary>
    public static Control Burst { get; } = new(
        "a single weight grows by a quarter of its target at once, and then no more", system => system.Dimension == 1 ? ChangedFlow.Of(system, new BurstOfGrowth()) : system);

    /// <summary>The right-hand side over s^(2−2/d), as at s = 1: the rate of approach is d at every target.</summary>
    public static Control TargetWithoutInfluence { get; } = new(
        "right-hand side over the target to the power 2 - 2/d", system => ChangedFlow.Of(system, new TargetDividedOut(system.Dimension)));

    /// <summary>wᵢ' = (s − u)(∂u/∂wᵢ + wᵢ): growth from small weights becomes exponential at every degree, and no power of ε is left.</summary>
    public static Control Inflation { get; } = new(
        "each weight also grows by itself, at the rate s - u", system => ChangedFlow.Of(system, new InflatedWeights()));

    /// <summary>All is twice as fast: what counts of few steps must notice.</summary>
    public static Control TwiceAsFast { get; } = Control.ScaledRightHandSide(2);

    /// <summary>All is five times as slow: no learning rate up to five times the largest stable one is too large, and first phases of a step or two take more.</summary>
    public static Control FifthAsFast { get; } = Control.ScaledRightHandSide(0.2);

    /// <summary>The right-hand side times the number of weights: the learning rate that a product bears no longer hides what its degree adds to the rate.</summary>
    public static Control TimesNumberOfWeights { get; } = new(
        "right-hand side times the number of weights", system => Control.ScaledRightHandSide(system.Dimension).Apply(system));

    /// <summary>The right-hand side over s: steps at a given κ depend on the target.</summary>
    public static Control DividedByTarget { get; } = new("right-hand side over the target", system => ChangedFlow.Of(system, new DivisionByTarget()));

    /// <summary>The second mode of a network is twice as fast as its singular value makes it.</summary>
    public static Control FastSecondMode { get; } = NetworkControls.ScaledMode(1, 2);

    private sealed class EqualWeightsReversed : IDerivativeChange
    {
        private const double Equality = 1e-6;

        public void Change<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            TScalar spread = 0;
            foreach (TScalar weight in state)
            {
                spread = TScalar.Max(spread, TScalar.Abs(weight - state[0]));
            }

            TScalar direction = TScalar.SelectLess(Equality * TScalar.Abs(state[0]), spread, 1, -1);
            foreach (ref TScalar rate in derivative)
            {
                rate *= direction;
            }
        }
    }

    private sealed class BurstOfGrowth : IDerivativeChange
    {
        private const double Rate = 1e5;

        public void Change<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar> => derivative[0] = 0.25 * Rate * parameters[0] * TScalar.Exp(-Rate * time);
    }

    private sealed class TargetDividedOut(int degree) : IDerivativeChange
    {
        private readonly double exponent = (2.0 / degree) - 2;

        public void Change<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            TScalar factor = TScalar.Pow(parameters[0], exponent);
            foreach (ref TScalar rate in derivative)
            {
                rate *= factor;
            }
        }
    }

    private sealed class DivisionByTarget : IDerivativeChange
    {
        public void Change<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            foreach (ref TScalar rate in derivative)
            {
                rate /= parameters[0];
            }
        }
    }

    private sealed class InflatedWeights : IDerivativeChange
    {
        public void Change<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            TScalar product = 1;
            foreach (TScalar weight in state)
            {
                product *= weight;
            }

            TScalar residual = parameters[0] - product;
            for (int i = 0; i < derivative.Length; i++)
            {
                derivative[i] += residual * state[i];
            }
        }
    }
}
