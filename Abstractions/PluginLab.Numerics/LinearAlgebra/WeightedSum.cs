using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>Sums of stages with weights, one pass over memory each.</summary>
/// <remarks>
/// Every component is w₁k₁, then one fused multiply-add per further stage in order: the same bits whatever the width of the vector unit. An empty sum is 0.
/// </remarks>
internal static class WeightedSum
{
    // Several sums of the same stages: so many components of each stage stay in the nearest cache while all sums take them.
    private const int ComponentsAtOnce = 256;

    /// <summary>result = start + factor · Σ_i weights_i · stages_i; the result may be the start or a stage.</summary>
    public static void Step(StageRow row, WorkVector[] stages, ReadOnlySpan<double> start, double factor, Span<double> result)
    {
        CheckLengths(row, stages, result.Length);
        StepPart(row, stages, start, factor, 0, result);
    }

    /// <summary>result_j = start + factor · Σ_i weights_ji · stages_i for several rows j of weights; the results lie one after another.</summary>
    public static void StepAll(ReadOnlySpan<StageRow> rows, WorkVector[] stages, ReadOnlySpan<double> start, double factor, Span<double> results)
    {
        foreach (StageRow row in rows)
        {
            CheckLengths(row, stages, start.Length);
        }

        for (int first = 0; first < start.Length; first += ComponentsAtOnce)
        {
            int count = Math.Min(ComponentsAtOnce, start.Length - first);
            for (int j = 0; j < rows.Length; j++)
            {
                StepPart(rows[j], stages, start, factor, first, results.Slice((j * start.Length) + first, count));
            }
        }
    }

    /// <summary>result = Σ_i weights_i · stages_i; the result may be a stage.</summary>
    public static void Combine(StageRow row, WorkVector[] stages, Span<double> result)
    {
        CheckLengths(row, stages, result.Length);
        ref double to = ref MemoryMarshal.GetReference(result);
        int k = 0;
        for (; k <= result.Length - VectorBlock.Count; k += VectorBlock.Count)
        {
            BlockAt(row, stages, k).Store(ref Unsafe.Add(ref to, k));
        }

        for (; k <= result.Length - Vector512<double>.Count; k += Vector512<double>.Count)
        {
            SumAt(row, stages, k).StoreUnsafe(ref to, (nuint)k);
        }

        for (; k < result.Length; k++)
        {
            result[k] = ComponentAt(row, stages, k);
        }
    }

    /// <summary>Throws unless every stage with a weight has a number of components.</summary>
    public static void CheckLengths(StageRow row, WorkVector[] stages, int length)
    {
        foreach (int stage in row.Stages)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(stages[stage].Length, length, nameof(stages));
        }
    }

    /// <summary>Thirty-two components of Σ_i weights_i · stages_i from <paramref name="index"/> on; the lengths have been checked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorBlock BlockAt(StageRow row, WorkVector[] stages, int index)
    {
        int[] which = row.Stages;
        double[] weights = row.Weights;
        if (which.Length == 0)
        {
            return default;
        }

        VectorBlock sum = VectorBlock.Load(ref Unsafe.Add(ref stages[which[0]].Start, index)).Times(Vector512.Create(weights[0]));
        for (int i = 1; i < which.Length; i++)
        {
            sum = VectorBlock.Load(ref Unsafe.Add(ref stages[which[i]].Start, index)).TimesPlus(Vector512.Create(weights[i]), sum);
        }

        return sum;
    }

    /// <summary>Eight components of Σ_i weights_i · stages_i from <paramref name="index"/> on; the lengths have been checked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SumAt(StageRow row, WorkVector[] stages, int index)
    {
        int[] which = row.Stages;
        double[] weights = row.Weights;
        if (which.Length == 0)
        {
            return Vector512<double>.Zero;
        }

        Vector512<double> sum = Vector512.Create(weights[0]) * Vector512.LoadUnsafe(ref stages[which[0]].Start, (nuint)index);
        for (int i = 1; i < which.Length; i++)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(weights[i]), Vector512.LoadUnsafe(ref stages[which[i]].Start, (nuint)index), sum);
        }

        return sum;
    }

    /// <summary>Component <paramref name="index"/> of Σ_i weights_i · stages_i; the lengths have been checked.</summary>
    public static double ComponentAt(StageRow row, WorkVector[] stages, int index)
    {
        double sum = row.Count == 0 ? 0 : row.Weights[0] * Unsafe.Add(ref stages[row.Stages[0]].Start, index);
        for (int i = 1; i < row.Count; i++)
        {
            sum = Math.FusedMultiplyAdd(row.Weights[i], Unsafe.Add(ref stages[row.Stages[i]].Start, index), sum);
        }

        return sum;
    }

    /// <summary>The components of a step from <paramref name="first"/> on, as many as the result has; the lengths have been checked.</summary>
    private static void StepPart(StageRow row, WorkVector[] stages, ReadOnlySpan<double> start, double factor, int first, Span<double> result)
    {
        ReadOnlySpan<double> origin = start.Slice(first, result.Length);
        ref double from = ref MemoryMarshal.GetReference(origin);
        ref double to = ref MemoryMarshal.GetReference(result);
        Vector512<double> factors = Vector512.Create(factor);
        int k = 0;
        for (; k <= result.Length - VectorBlock.Count; k += VectorBlock.Count)
        {
            BlockAt(row, stages, first + k).TimesPlus(factors, VectorBlock.Load(ref Unsafe.Add(ref from, k))).Store(ref Unsafe.Add(ref to, k));
        }

        for (; k <= result.Length - Vector512<double>.Count; k += Vector512<double>.Count)
        {
            Vector512.FusedMultiplyAdd(factors, SumAt(row, stages, first + k), Vector512.LoadUnsafe(ref from, (nuint)k)).StoreUnsafe(ref to, (nuint)k);
        }

        for (; k < result.Length; k++)
        {
            result[k] = Math.FusedMultiplyAdd(factor, ComponentAt(row, stages, first + k), origin[k]);
        }
    }
}
