using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PluginLab.Numerics.LinearAlgebra;
using Vector = System.Runtime.Intrinsics.Vector512<double>;

namespace PluginLab.Numerics.Ensembles.Kernels;

/// <summary>The sums of <see cref="WeightedSum"/> in lanes, with the same bits.</summary>
/// <remarks>Up to three components are summed side by side: six chains of fused multiply-adds hide each other's latency.</remarks>
internal static class LaneSums
{
    private const int Block = 3 * LaneMemory.VectorsPerRow;

    /// <summary>result = start + stepSize · Σ_i weights_i · slopes_i.</summary>
    /// <param name="row">The weights.</param>
    /// <param name="slopes">One slope after another.</param>
    /// <param name="start">As long as a slope.</param>
    /// <param name="stepSize">One size for each lane.</param>
    /// <param name="result">As long as a slope; overlaps none of the others.</param>
    public static void Step(StageRow row, ReadOnlySpan<Vector> slopes, ReadOnlySpan<Vector> start, ReadOnlySpan<Vector> stepSize, Span<Vector> result)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(start.Length, result.Length);
        Sum(row, slopes, ref MemoryMarshal.GetReference(start), stepSize[0], stepSize[1], result, isStep: true);
    }

    /// <summary>result = Σ_i weights_i · slopes_i.</summary>
    public static void Sum(StageRow row, ReadOnlySpan<Vector> slopes, Span<Vector> result) =>
        Sum(row, slopes, ref MemoryMarshal.GetReference(result), Vector.Zero, Vector.Zero, result, isStep: false);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sum(StageRow row, ReadOnlySpan<Vector> slopes, ref Vector x, Vector lower, Vector upper, Span<Vector> result, bool isStep)
    {
        int length = result.Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(slopes.Length, row.Count == 0 ? 0 : (row.Stages[^1] + 1) * length);
        ref Vector k = ref MemoryMarshal.GetReference(slopes);
        ref Vector y = ref MemoryMarshal.GetReference(result);
        int i = 0;
        for (; i <= length - Block; i += Block)
        {
            Three(row, ref Unsafe.Add(ref k, i), length, ref Unsafe.Add(ref x, i), lower, upper, ref Unsafe.Add(ref y, i), isStep);
        }

        for (; i < length; i += LaneMemory.VectorsPerRow)
        {
            One(row, ref Unsafe.Add(ref k, i), length, ref Unsafe.Add(ref x, i), lower, upper, ref Unsafe.Add(ref y, i), isStep);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Three(StageRow row, ref Vector slopes, int length, ref Vector x, Vector lower, Vector upper, ref Vector y, bool isStep)
    {
        double[] weights = row.Weights;
        int[] stages = row.Stages;
        (Vector a, Vector b, Vector c, Vector d, Vector e, Vector f) = (Vector.Zero, Vector.Zero, Vector.Zero, Vector.Zero, Vector.Zero, Vector.Zero);
        if (weights.Length > 0)
        {
            Vector weight = Vector512.Create(weights[0]);
            ref Vector k = ref Unsafe.Add(ref slopes, stages[0] * length);
            (a, b) = (weight * k, weight * Unsafe.Add(ref k, 1));
            (c, d) = (weight * Unsafe.Add(ref k, 2), weight * Unsafe.Add(ref k, 3));
            (e, f) = (weight * Unsafe.Add(ref k, 4), weight * Unsafe.Add(ref k, 5));
        }

        for (int i = 1; i < weights.Length; i++)
        {
            Vector weight = Vector512.Create(weights[i]);
            ref Vector k = ref Unsafe.Add(ref slopes, stages[i] * length);
            a = Vector512.FusedMultiplyAdd(weight, k, a);
            b = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref k, 1), b);
            c = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref k, 2), c);
            d = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref k, 3), d);
            e = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref k, 4), e);
            f = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref k, 5), f);
        }

        y = isStep ? Vector512.FusedMultiplyAdd(lower, a, x) : a;
        Unsafe.Add(ref y, 1) = isStep ? Vector512.FusedMultiplyAdd(upper, b, Unsafe.Add(ref x, 1)) : b;
        Unsafe.Add(ref y, 2) = isStep ? Vector512.FusedMultiplyAdd(lower, c, Unsafe.Add(ref x, 2)) : c;
        Unsafe.Add(ref y, 3) = isStep ? Vector512.FusedMultiplyAdd(upper, d, Unsafe.Add(ref x, 3)) : d;
        Unsafe.Add(ref y, 4) = isStep ? Vector512.FusedMultiplyAdd(lower, e, Unsafe.Add(ref x, 4)) : e;
        Unsafe.Add(ref y, 5) = isStep ? Vector512.FusedMultiplyAdd(upper, f, Unsafe.Add(ref x, 5)) : f;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void One(StageRow row, ref Vector slopes, int length, ref Vector x, Vector lower, Vector upper, ref Vector y, bool isStep)
    {
        double[] weights = row.Weights;
        int[] stages = row.Stages;
        (Vector a, Vector b) = (Vector.Zero, Vector.Zero);
        for (int i = 0; i < weights.Length; i++)
        {
            Vector weight = Vector512.Create(weights[i]);
            ref Vector k = ref Unsafe.Add(ref slopes, stages[i] * length);
            a = i == 0 ? weight * k : Vector512.FusedMultiplyAdd(weight, k, a);
            b = i == 0 ? weight * Unsafe.Add(ref k, 1) : Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref k, 1), b);
        }

        y = isStep ? Vector512.FusedMultiplyAdd(lower, a, x) : a;
        Unsafe.Add(ref y, 1) = isStep ? Vector512.FusedMultiplyAdd(upper, b, Unsafe.Add(ref x, 1)) : b;
    }
}
