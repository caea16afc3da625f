using System.Runtime.Intrinsics;

namespace PluginLab.Numerics.LinearAlgebra.Kernels;

/// <summary>Updates of vectors in one pass over memory; product and sum are rounded once, so that all vector units give the same bits.</summary>
public static class VectorUpdate
{
    /// <summary>y ← factor · x + y.</summary>
    /// <param name="factor">What multiplies x.</param>
    /// <param name="x">As long as y.</param>
    /// <param name="y">The sum.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void AddScaled(double factor, ReadOnlySpan<double> x, Span<double> y) => AddScaled([factor], x, y);

    /// <summary>y ← y + w_1 x_1 + … + w_m x_m in this order, where x_j is the j-th run of as many numbers as y has.</summary>
    /// <param name="weights">w_1, …, w_m.</param>
    /// <param name="vectors">x_1, …, x_m, one after another.</param>
    /// <param name="y">The sum.</param>
    /// <exception cref="ArgumentException">There are not as many numbers in the vectors as weights times entries of y.</exception>
    public static void AddScaled(ReadOnlySpan<double> weights, ReadOnlySpan<double> vectors, Span<double> y)
    {
        ThrowUnlessEqual((long)weights.Length * y.Length, vectors.Length);
        int i = 0;
        for (; i <= y.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> sum = Vector512.Create<double>(y[i..]);
            for (int j = 0; j < weights.Length; j++)
            {
                sum = Vector512.FusedMultiplyAdd(Vector512.Create(weights[j]), Vector512.Create(vectors[((j * y.Length) + i)..]), sum);
            }

            sum.CopyTo(y[i..]);
        }

        for (; i < y.Length; i++)
        {
            for (int j = 0; j < weights.Length; j++)
            {
                y[i] = Math.FusedMultiplyAdd(weights[j], vectors[(j * y.Length) + i], y[i]);
            }
        }
    }

    /// <summary>The inner product x · y: entry i goes to partial sum i modulo 8, and these are added in pairs (0 + 4, 1 + 5, …, then 0 + 2, 1 + 3, then 0 + 1).</summary>
    /// <param name="x">As long as y.</param>
    /// <param name="y">As long as x.</param>
    /// <returns>0 for empty vectors.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ThrowUnlessEqual(x.Length, y.Length);
        Vector512<double> sums = Vector512<double>.Zero;
        int i = 0;
        for (; i <= x.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            sums = Vector512.FusedMultiplyAdd(Vector512.Create(x[i..]), Vector512.Create(y[i..]), sums);
        }

        Span<double> partial = stackalloc double[Vector512<double>.Count];
        sums.CopyTo(partial);
        for (int j = 0; i < x.Length; i++, j++)
        {
            partial[j] = Math.FusedMultiplyAdd(x[i], y[i], partial[j]);
        }

        return ((partial[0] + partial[4]) + (partial[2] + partial[6])) + ((partial[1] + partial[5]) + (partial[3] + partial[7]));
    }

    private static void ThrowUnlessEqual(long expected, int length)
    {
        if (expected != length)
        {
            throw new ArgumentException($"The vectors must have {expected} entries to fit the other operands; they have {length}.");
        }
    }
}
