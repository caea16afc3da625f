using PluginLab.Dynamics;

namespace PluginLab.Plugins.DeepLinearNetwork.Gaussian;

/// <summary>The strength uᵀ W_1 ⋯ W_L v of a mode, over every scalar.</summary>
/// <param name="left">u.</param>
/// <param name="right">v.</param>
/// <param name="widths">n_0, …, n_L.</param>
internal readonly struct ModeStrength(double[] left, double[] right, int[] widths) : IStateFormula
{
    public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        int widest = widths.Max();
        Span<TScalar> vector = stackalloc TScalar[widest], next = stackalloc TScalar[widest];
        for (int i = 0; i < left.Length; i++)
        {
            vector[i] = left[i];
        }

        int offset = 0;
        for (int layer = 1; layer < widths.Length; layer++)
        {
            (int rows, int columns) = (widths[layer - 1], widths[layer]);
            MultiplyFromLeft(vector[..rows], state.Slice(offset, rows * columns), next[..columns]);
            offset += rows * columns;
            next[..columns].CopyTo(vector);
        }

        TScalar strength = 0;
        for (int j = 0; j < right.Length; j++)
        {
            strength += vector[j] * right[j];
        }

        return strength;
    }

    private static void MultiplyFromLeft<TScalar>(ReadOnlySpan<TScalar> vector, ReadOnlySpan<TScalar> layer, Span<TScalar> product)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        for (int column = 0; column < product.Length; column++)
        {
            TScalar sum = 0;
            for (int row = 0; row < vector.Length; row++)
            {
                sum += vector[row] * layer[(row * product.Length) + column];
            }

            product[column] = sum;
        }
    }
}
