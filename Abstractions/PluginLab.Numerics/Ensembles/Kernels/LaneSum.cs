using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PluginLab.Numerics.LinearAlgebra;
using Vector = System.Runtime.Intrinsics.Vector512<double>;

namespace PluginLab.Numerics.Ensembles.Kernels;

/// <summary>A sum of slopes with weights in lanes: what <see cref="WeightedSum"/> computes, with the same bits.</summary>
/// <remarks>Up to three components are summed side by side: six chains of fused multiply-adds hide each other's latency.</remarks>
internal sealed class LaneSum
{
    private const int VectorsPerRow = LaneMemory.VectorsPerRow;
    private readonly Term[] terms;
    private readonly nint start;
    private readonly nint result;
    private readonly nint length;

    /// <summary>Prepares a sum.</summary>
    /// <param name="row">The weights.</param>
    /// <param name="rows">Where in every memory that it works on the first slope begins, where the start of the step and where the result.</param>
    /// <param name="dimension">How many rows a state or a slope has.</param>
    public LaneSum(StageRow row, (int Slopes, int Start, int Result) rows, int dimension)
    {
        terms = [.. row.Stages.Select((stage, i) => new Term(row.Weights[i], (rows.Slopes + (stage * dimension)) * VectorsPerRow * Unsafe.SizeOf<Vector>()))];
        (start, result, length) = (rows.Start * VectorsPerRow, rows.Result * VectorsPerRow, dimension * VectorsPerRow);
    }

    /// <summary>result = start + stepSize · Σ_i weights_i · slopes_i, with the step size of each lane in a row of the memory.</summary>
    public void Step(LaneMemory memory, int stepSizeRow)
    {
        ref Vector origin = ref memory.Origin;
        ref Vector size = ref Unsafe.Add(ref origin, (nint)stepSizeRow * VectorsPerRow);
        (Vector lower, Vector upper) = (size, Unsafe.Add(ref size, 1));
        nint i = 0;
        for (; i <= length - 6; i += 6)
        {
            ref Vector x = ref Unsafe.Add(ref origin, start + i);
            ref Vector y = ref Unsafe.Add(ref origin, result + i);
            Three(ref Unsafe.Add(ref origin, i), out Vector a, out Vector b, out Vector c, out Vector d, out Vector e, out Vector f);
            y = Vector512.FusedMultiplyAdd(a, lower, x);
            Unsafe.Add(ref y, 1) = Vector512.FusedMultiplyAdd(b, upper, Unsafe.Add(ref x, 1));
            Unsafe.Add(ref y, 2) = Vector512.FusedMultiplyAdd(c, lower, Unsafe.Add(ref x, 2));
            Unsafe.Add(ref y, 3) = Vector512.FusedMultiplyAdd(d, upper, Unsafe.Add(ref x, 3));
            Unsafe.Add(ref y, 4) = Vector512.FusedMultiplyAdd(e, lower, Unsafe.Add(ref x, 4));
            Unsafe.Add(ref y, 5) = Vector512.FusedMultiplyAdd(f, upper, Unsafe.Add(ref x, 5));
        }

        for (; i < length; i += 2)
        {
            ref Vector x = ref Unsafe.Add(ref origin, start + i);
            ref Vector y = ref Unsafe.Add(ref origin, result + i);
            One(ref Unsafe.Add(ref origin, i), out Vector a, out Vector b);
            y = Vector512.FusedMultiplyAdd(a, lower, x);
            Unsafe.Add(ref y, 1) = Vector512.FusedMultiplyAdd(b, upper, Unsafe.Add(ref x, 1));
        }
    }

    /// <summary>Σ_i weights_i · slopes_i in one component.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At(LaneMemory memory, int component, out Vector lower, out Vector upper) =>
        One(ref Unsafe.Add(ref memory.Origin, (nint)component * VectorsPerRow), out lower, out upper);

    /// <summary>Σ_i weights_i · slopes_i in the first three components, the lower and the upper half of the lanes of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AtThree(LaneMemory memory, out Vector a, out Vector b, out Vector c, out Vector d, out Vector e, out Vector f) =>
        Three(ref memory.Origin, out a, out b, out c, out d, out e, out f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Three(ref Vector slopes, out Vector a, out Vector b, out Vector c, out Vector d, out Vector e, out Vector f)
    {
        ReadOnlySpan<Term> sum = terms;
        if (sum.IsEmpty)
        {
            a = b = c = d = e = f = Vector.Zero;
            return;
        }

        Vector weight = Vector512.Create(sum[0].Weight);
        ref Vector k = ref Unsafe.AddByteOffset(ref slopes, sum[0].Slope);
        a = weight * k;
        b = weight * Unsafe.Add(ref k, 1);
        c = weight * Unsafe.Add(ref k, 2);
        d = weight * Unsafe.Add(ref k, 3);
        e = weight * Unsafe.Add(ref k, 4);
        f = weight * Unsafe.Add(ref k, 5);
        foreach (ref readonly Term term in sum[1..])
        {
            weight = Vector512.Create(term.Weight);
            k = ref Unsafe.AddByteOffset(ref slopes, term.Slope);
            a = Vector512.FusedMultiplyAdd(weight, k, a);
            b = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref k, 1), b);
            c = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref k, 2), c);
            d = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref k, 3), d);
            e = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref k, 4), e);
            f = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref k, 5), f);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void One(ref Vector slopes, out Vector a, out Vector b)
    {
        ReadOnlySpan<Term> sum = terms;
        if (sum.IsEmpty)
        {
            a = b = Vector.Zero;
            return;
        }

        Vector weight = Vector512.Create(sum[0].Weight);
        ref Vector k = ref Unsafe.AddByteOffset(ref slopes, sum[0].Slope);
        a = weight * k;
        b = weight * Unsafe.Add(ref k, 1);
        foreach (ref readonly Term term in sum[1..])
        {
            weight = Vector512.Create(term.Weight);
            k = ref Unsafe.AddByteOffset(ref slopes, term.Slope);
            a = Vector512.FusedMultiplyAdd(weight, k, a);
            b = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref k, 1), b);
        }
    }

    /// <param name="Weight">The weight.</param>
    /// <param name="Slope">Where the slope begins, in bytes.</param>
    private readonly record struct Term(double Weight, nint Slope);
}
