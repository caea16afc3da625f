using PluginLab.Dynamics;

namespace PluginLab.GradientFlows.Products.Formulas;

/// <summary>What the flow of <see cref="Monomial"/> conserves, and what it never increases.</summary>
internal static class MonomialInvariants
{
    /// <summary>w₁²/k₁ − wⱼ²/kⱼ for all j > 1, and the loss.</summary>
    public static IReadOnlyList<Invariant> Of(int[] exponents)
    {
        var loss = Invariant.NonIncreasing("loss", "the loss $(s - m)^2/2$", StateFormula.Create(new MonomialLoss(exponents)).Evaluate);
        return exponents.Length == 1
            ? [loss]
            : [Invariant.ConservedVector("imbalance", "the differences $w_1^2/k_1 - w_j^2/k_j$", exponents.Length - 1, Imbalances, Scale), loss];

        void Imbalances(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> values)
        {
            for (int j = 1; j < exponents.Length; j++)
            {
                values[j - 1] = Square(state, 0) - Square(state, j);
            }
        }

        double Scale(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters)
        {
            double largest = 0;
            for (int i = 0; i < exponents.Length; i++)
            {
                largest = Math.Max(largest, Square(state, i));
            }

            return largest;
        }

        double Square(ReadOnlySpan<double> state, int weight) => state[weight] * state[weight] / exponents[weight];
    }
}
