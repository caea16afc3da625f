using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.Systems;

/// <summary>The component <c>monomial</c>: gradient flow of Π wᵢ^kᵢ to a target.</summary>
public static class MonomialSystem
{
    private const int LargestExponent = 8;
    private const double InitialFraction = 0.1;

    private static readonly Parameter<double> Target = Parameter.Real(
        "target", "the target $s$ of the product", defaultValue: 1, minimum: double.NegativeInfinity, maximum: double.PositiveInfinity);

    private static readonly Parameter<IReadOnlyList<int>> Exponents = Parameter.WholeNumbers(
        "exponents", "the exponent $k_i$ of each weight", defaultValue: [1, 1], minimum: 1, maximum: LargestExponent);

    /// <summary>The component.</summary>
    public static Component<ObservedSystem> Component { get; } = new()
    {
        Id = "monomial",
        Description = "Weights whose product of powers is trained to a target by gradient flow on the loss $(s - m)^2/2$ (note 1).",
        Parameters = [Target, Exponents],
        Create = values => Create(values.Get(Target), values.Get(Exponents)),
    };

    private static ObservedSystem Create(double target, IReadOnlyList<int> exponents)
    {
        Monomial monomial = new(target, exponents);
        return new(monomial, monomial.Observables, InitialState(monomial));
    }

    /// <summary>The balanced state of a tenth of the target, with its sign where an odd exponent can carry it.</summary>
    private static double[] InitialState(Monomial monomial)
    {
        double[] state = monomial.BalancedState(monomial.Target == 0 ? InitialFraction : InitialFraction * Math.Abs(monomial.Target));
        int odd = monomial.Exponents.ToList().FindIndex(exponent => exponent % 2 == 1);
        if (monomial.Target < 0 && odd >= 0)
        {
            state[odd] = -state[odd];
        }

        return state;
    }
}
