using PluginLab.Dynamics;
using PluginLab.GradientFlows.Networks.Layers;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.GradientFlows.Networks;

/// <summary>What the flow of a linear network conserves, whatever its loss is a function of, as long as it is one of the product of all layers.</summary>
/// <remarks>Source: Arora, Cohen and Hazan, ICML 2018.</remarks>
internal static class NetworkInvariants
{
    /// <summary>The entries of W_lᵀW_l − W_{l+1}W_{l+1}ᵀ for l = 1, …, L − 1, one matrix after another, row by row; nothing for a single layer.</summary>
    /// <param name="chain">The layers.</param>
    public static IReadOnlyList<Invariant> Of(LayerChain chain)
    {
        int size = 0;
        for (int layer = 1; layer < chain.Depth; layer++)
        {
            size += chain.Width(layer) * chain.Width(layer);
        }

        return size == 0
            ? []
            : [Invariant.ConservedVector("imbalance", "the entries of $W_l^T W_l - W_{l+1} W_{l+1}^T$", size, (_, state, _, values) => EvaluateImbalances(chain, state, values), (_, state, _) => LargestSquare(chain, state))];
    }

    /// <summary>The loss of a network for the target that is its parameters, row by row.</summary>
    public static Invariant Loss(StateFunction<double> loss) => Invariant.NonIncreasing("loss", "the loss of the gradient flow", loss);

    private static void EvaluateImbalances(LayerChain chain, ReadOnlySpan<double> state, Span<double> values)
    {
        int start = 0;
        for (int layer = 1; layer < chain.Depth; layer++)
        {
            int width = chain.Width(layer);
            Span<double> imbalance = values.Slice(start, width * width);
            MatrixView first = View(chain, state, layer), next = View(chain, state, layer + 1);
            MatrixProduct.Multiply(first.Transpose(), first, imbalance);
            MatrixProduct.MultiplyAdd(next, next.Transpose(), new ProductScale(-1, 1), imbalance);
            start += imbalance.Length;
        }
    }

    /// <summary>The largest ‖W_l‖², in Frobenius' norm: no entry of a W_lᵀW_l is larger.</summary>
    private static double LargestSquare(LayerChain chain, ReadOnlySpan<double> state)
    {
        double largest = 0;
        for (int layer = 1; layer <= chain.Depth; layer++)
        {
            largest = Math.Max(largest, 2 * LayerChain.HalfSquare(chain.Layer(state, layer)));
        }

        return largest;
    }

    private static MatrixView View(LayerChain chain, ReadOnlySpan<double> state, int layer) =>
        new(chain.Layer(state, layer), chain.Width(layer - 1), chain.Width(layer));
}
