using PluginLab.Dynamics;

namespace PluginLab.GradientFlows.Products.Formulas;

/// <summary>What the flow of <see cref="QuadraticNetwork"/> conserves, and what it never increases.</summary>
internal static class QuadraticNetworkInvariants
{
    /// <summary>wⱼ²/2 − aⱼ² for each unit, as aⱼ' = r wⱼ² and wⱼ' = 2r aⱼwⱼ with r = E[(s x² − f(x)) x²]; and the loss.</summary>
    public static IReadOnlyList<Invariant> Of(int width, double[] inputs)
    {
        return
        [
            Invariant.ConservedVector("imbalance", "the differences $w_j^2/2 - a_j^2$", width, Imbalances, Scale),
            Invariant.NonIncreasing("loss", "the loss, half the mean squared error over the inputs", StateFormula.Create(new QuadraticNetworkLoss(width, inputs)).Evaluate),
        ];

        void Imbalances(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> values)
        {
            for (int j = 0; j < width; j++)
            {
                values[j] = (state[j] * state[j] / 2) - (state[width + j] * state[width + j]);
            }
        }

        double Scale(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters)
        {
            double largest = 0;
            for (int j = 0; j < width; j++)
            {
                largest = Math.Max(largest, Math.Max(state[j] * state[j] / 2, state[width + j] * state[width + j]));
            }

            return largest;
        }
    }
}
