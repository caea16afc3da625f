using PluginLab.Dynamics;

namespace PluginLab.GradientFlows.Products.Formulas;

/// <summary>m = Π wᵢ^kᵢ.</summary>
internal readonly struct MonomialProduct(int[] exponents) : IStateFormula
{
    public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        TScalar product = 1;
        for (int i = 0; i < exponents.Length; i++)
        {
            TScalar power = state[i];
            for (int n = exponents[i]; n > 1; n--)
            {
                power *= state[i];
            }

            product *= power;
        }

        return product;
    }
}

/// <summary>½(s − m)² for the parameters [s].</summary>
internal readonly struct MonomialLoss(int[] exponents) : IStateFormula
{
    public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        TScalar residual = parameters[0] - new MonomialProduct(exponents).Evaluate(time, state, parameters);
        return 0.5 * residual * residual;
    }
}

/// <summary>w₁²/k₁ − wⱼ²/kⱼ, conserved by the flow.</summary>
internal readonly struct MonomialImbalance(int[] exponents, int other) : IStateFormula
{
    public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
        where TScalar : unmanaged, IScalar<TScalar> => (state[0] * state[0] / exponents[0]) - (state[other] * state[other] / exponents[other]);
}
