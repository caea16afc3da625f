using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>Sums of stages with weights, one pass over memory each.</summary>
/// <remarks>
/// Every component is w₁k₁, then one fused multiply-add per further stage in order: the same bits whatever the width of the vector unit. An empty sum is 0.
/// </remarks>
internal static class WeightedSum
{
    /// <summary>result = start + factor · Σ_i weights_i · stages_i.</summary>
    public static void Step(StageRow row, double[][] stages, ReadOnlySpan<double> start, double factor, Span<double> result)
    {
        Vector512<double> factors = Vector512.Create(factor);
        int k = 0;
        for (; k <= result.Length - Vector512<double>.Count; k += Vector512<double>.Count)
        {
            Vector512.FusedMultiplyAdd(factors, SumAt(row, stages, k), Load(start, k)).CopyTo(result[k..]);
        }

        for (; k < result.Length; k++)
        {
            result[k] = Math.FusedMultiplyAdd(factor, ComponentAt(row, stages, k), start[k]);
        }
    }

    /// <summary>Eight components of Σ_i weights_i · stages_i from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SumAt(StageRow row, double[][] stages, int index)
    {
        int[] which = row.Stages;
        double[] weights = row.Weights;
        if (which.Length == 0)
        {
            return Vector512<double>.Zero;
        }

        Vector512<double> sum = Vector512.Create(weights[0]) * Load(stages[which[0]], index);
        for (int i = 1; i < which.Length; i++)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(weights[i]), Load(stages[which[i]], index), sum);
        }

        return sum;
    }

    /// <summary>Component <paramref name="index"/> of Σ_i weights_i · stages_i.</summary>
    public static double ComponentAt(StageRow row, double[][] stages, int index)
    {
        double sum = row.Count == 0 ? 0 : row.Weights[0] * stages[row.Stages[0]][index];
        for (int i = 1; i < row.Count; i++)
        {
            sum = Math.FusedMultiplyAdd(row.Weights[i], stages[row.Stages[i]][index], sum);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(ReadOnlySpan<double> vector, int index) => Vector512.Create(vector.Slice(index, Vector512<double>.Count));
}
