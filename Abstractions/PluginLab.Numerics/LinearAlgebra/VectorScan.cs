using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>Questions about whole vectors, answered in one pass.</summary>
internal static class VectorScan
{
    /// <summary>Whether every component is a finite number.</summary>
    public static bool IsFinite(ReadOnlySpan<double> vector)
    {
        // 0 · x is 0 for a finite x and NaN for any other.
        Vector512<double> zeros = Vector512<double>.Zero;
        ref double start = ref MemoryMarshal.GetReference(vector);
        int k = 0;
        for (; k <= vector.Length - Vector512<double>.Count; k += Vector512<double>.Count)
        {
            zeros = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref start, (nuint)k), Vector512<double>.Zero, zeros);
        }

        double rest = 0;
        for (; k < vector.Length; k++)
        {
            rest += 0 * vector[k];
        }

        return Vector512.Sum(zeros) + rest == 0;
    }

    /// <summary>Index of the first component that is NaN or infinite; −1 if there is none.</summary>
    public static int IndexOfNonFinite(ReadOnlySpan<double> vector)
    {
        for (int k = 0; k < vector.Length; k++)
        {
            if (!double.IsFinite(vector[k]))
            {
                return k;
            }
        }

        return -1;
    }

    /// <summary>Σ (left_k − right_k)², in partial sums by k mod 8.</summary>
    public static double SquaredDistance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        Vector512<double> sums = Vector512<double>.Zero;
        int width = Vector512<double>.Count;
        int k = 0;
        for (; k <= left.Length - width; k += width)
        {
            Vector512<double> difference = Vector512.Create(left.Slice(k, width)) - Vector512.Create(right.Slice(k, width));
            sums = Vector512.FusedMultiplyAdd(difference, difference, sums);
        }

        double rest = 0;
        for (; k < left.Length; k++)
        {
            rest = Math.FusedMultiplyAdd(left[k] - right[k], left[k] - right[k], rest);
        }

        return Vector512.Sum(sums) + rest;
    }
}
