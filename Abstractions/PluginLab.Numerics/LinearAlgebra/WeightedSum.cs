using System.Numerics;

namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>Sums of vectors with weights, component by component in a fixed order: the same bits whatever the width of the vector unit.</summary>
internal static class WeightedSum
{
    /// <summary>sum = Σ_i weights_i · vectors_i, where vectors_i is the i-th run of <c>sum.Length</c> numbers.</summary>
    public static void Evaluate(ReadOnlySpan<double> weights, ReadOnlySpan<double> vectors, Span<double> sum)
    {
        int n = sum.Length;
        int k = 0;
        for (; k <= n - Vector<double>.Count; k += Vector<double>.Count)
        {
            Vector<double> lanes = Vector<double>.Zero;
            for (int i = 0; i < weights.Length; i++)
            {
                lanes += weights[i] * new Vector<double>(vectors[((i * n) + k)..]);
            }

            lanes.CopyTo(sum[k..]);
        }

        for (; k < n; k++)
        {
            double component = 0;
            for (int i = 0; i < weights.Length; i++)
            {
                component += weights[i] * vectors[(i * n) + k];
            }

            sum[k] = component;
        }
    }

    /// <summary>vector = start + factor · vector.</summary>
    public static void ScaleAndAdd(ReadOnlySpan<double> start, double factor, Span<double> vector)
    {
        for (int k = 0; k < vector.Length; k++)
        {
            vector[k] = start[k] + (factor * vector[k]);
        }
    }

    /// <summary>sum += factor · vector.</summary>
    public static void AddScaled(double factor, ReadOnlySpan<double> vector, Span<double> sum)
    {
        for (int k = 0; k < sum.Length; k++)
        {
            sum[k] += factor * vector[k];
        }
    }
}
