using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Integration.StepSizes;

/// <summary>The root mean square of errors over their tolerances, summed in a fixed order: component k goes to partial sum k mod 8.</summary>
internal struct ScaledNorm
{
    private Vector512<double> partialSums;

    /// <summary>Of given errors.</summary>
    public static double Of(ErrorTolerance tolerance, ReadOnlySpan<double> error, ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        ScaledNorm norm = default;
        InverseScale scale = new(tolerance);
        int width = Vector512<double>.Count;
        int k = 0;
        for (; k <= error.Length - width; k += width)
        {
            norm.Add(Vector512.Create(error.Slice(k, width)), scale.At(Vector512.Create(before.Slice(k, width)), Vector512.Create(after.Slice(k, width))));
        }

        for (; k < error.Length; k++)
        {
            norm.Add(k % width, error[k], scale.At(before[k], after[k]));
        }

        return norm.RootMeanSquare(error.Length);
    }

    /// <summary>Of the errors factor · Σ_i weights_i · stages_i, which are formed as they are needed.</summary>
    public static double Of(
        ErrorTolerance tolerance, StageRow row, WorkVector[] stages, double factor, ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        WeightedSum.CheckLengths(row, stages, before.Length);
        ref double left = ref MemoryMarshal.GetReference(before);
        ref double right = ref MemoryMarshal.GetReference(after[..before.Length]);
        ScaledNorm norm = default;
        InverseScale scale = new(tolerance);
        Vector512<double> factors = Vector512.Create(factor);
        int k = 0;
        for (; k <= before.Length - VectorBlock.Count; k += VectorBlock.Count)
        {
            VectorBlock error = WeightedSum.BlockAt(row, stages, k).Times(factors);
            norm.Add(error, scale.At(VectorBlock.Load(ref Unsafe.Add(ref left, k)), VectorBlock.Load(ref Unsafe.Add(ref right, k))));
        }

        for (; k <= before.Length - Vector512<double>.Count; k += Vector512<double>.Count)
        {
            Vector512<double> error = factors * WeightedSum.SumAt(row, stages, k);
            norm.Add(error, scale.At(Vector512.LoadUnsafe(ref left, (nuint)k), Vector512.LoadUnsafe(ref right, (nuint)k)));
        }

        for (; k < before.Length; k++)
        {
            norm.Add(k % Vector512<double>.Count, factor * WeightedSum.ComponentAt(row, stages, k), scale.At(before[k], after[k]));
        }

        return norm.RootMeanSquare(before.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(VectorBlock error, VectorBlock inverseScale)
    {
        Add(error.First, inverseScale.First);
        Add(error.Second, inverseScale.Second);
        Add(error.Third, inverseScale.Third);
        Add(error.Fourth, inverseScale.Fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(Vector512<double> error, Vector512<double> inverseScale)
    {
        Vector512<double> ratio = error * inverseScale;
        partialSums = Vector512.FusedMultiplyAdd(ratio, ratio, partialSums);
    }

    private void Add(int partialSum, double error, double inverseScale)
    {
        double ratio = error * inverseScale;
        partialSums = partialSums.WithElement(partialSum, Math.FusedMultiplyAdd(ratio, ratio, partialSums[partialSum]));
    }

    private readonly double RootMeanSquare(int count)
    {
        double sum = partialSums[0];
        for (int k = 1; k < Vector512<double>.Count; k++)
        {
            sum += partialSums[k];
        }

        return StepArithmetic.SquareRoot(sum * (1.0 / count));
    }
}
