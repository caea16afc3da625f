using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace PluginLab.Numerics.LinearAlgebra.Kernels;

/// <summary>
/// The innermost products: a tile of rows of one to three vectors, its sums held in registers. Each sum starts at 0 and takes left · right of
/// one k after another, product and sum rounded once. Compiled to the end at once: a short solve would be over before the runtime notices.
/// </summary>
internal static unsafe class ProductTile<TRow>
    where TRow : struct, ITileRow<TRow>
{
    private const int DoublesOfLine = 8;
    private const int LeastDepthPrefetched = 128;

    /// <summary>Eight rows from <paramref name="left"/> on times a panel of the right factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyEightRows(double* left, double* right, double* product, double* addend, in ProductTask task)
    {
        TRow r0 = default, r1 = default, r2 = default, r3 = default, r4 = default, r5 = default, r6 = default, r7 = default;
        double* lower = left + (4 * task.Left.RowStride);
        if (task.Depth >= LeastDepthPrefetched)
        {
            Prefetch(product, task.Product.RowStride);
        }

        nint row = task.Left.RowStride, row2 = 2 * row, row3 = 3 * row;
        nint leftStep = sizeof(double) * task.Left.ColumnStride, rightStep = sizeof(double) * task.Right.RowStride;
        for (nint depth = task.Depth; depth != 0; depth--)
        {
            var b = TRow.Load(right);
            r0.AddScaled(*left, b);
            r1.AddScaled(left[row], b);
            r2.AddScaled(left[row2], b);
            r3.AddScaled(left[row3], b);
            r4.AddScaled(*lower, b);
            r5.AddScaled(lower[row], b);
            r6.AddScaled(lower[row2], b);
            r7.AddScaled(lower[row3], b);
            left = (double*)((byte*)left + leftStep);
            lower = (double*)((byte*)lower + leftStep);
            right = (double*)((byte*)right + rightStep);
        }

        if (!task.IsPlain)
        {
            nint next = task.Addend.RowStride;
            (double alpha, double beta) = (task.Alpha, task.Beta);
            r0.Update(addend, alpha, beta);
            r1.Update(addend + next, alpha, beta);
            r2.Update(addend + (2 * next), alpha, beta);
            r3.Update(addend + (3 * next), alpha, beta);
            r4.Update(addend + (4 * next), alpha, beta);
            r5.Update(addend + (5 * next), alpha, beta);
            r6.Update(addend + (6 * next), alpha, beta);
            r7.Update(addend + (7 * next), alpha, beta);
        }

        nint stride = task.Product.RowStride;
        r0.Store(product);
        r1.Store(product + stride);
        r2.Store(product + (2 * stride));
        r3.Store(product + (3 * stride));
        r4.Store(product + (4 * stride));
        r5.Store(product + (5 * stride));
        r6.Store(product + (6 * stride));
        r7.Store(product + (7 * stride));
    }

    /// <summary>One to four rows; sums of rows that do not exist repeat the last one and are dropped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyFourRows(int rows, double* left, double* right, double* product, double* addend, in ProductTask task)
    {
        TRow r0 = default, r1 = default, r2 = default, r3 = default;
        nint row = rows > 1 ? task.Left.RowStride : 0, row2 = rows > 2 ? 2 * row : row, row3 = rows > 3 ? 3 * row : row2;
        nint leftStep = task.Left.ColumnStride, rightStep = task.Right.RowStride;
        for (nint depth = task.Depth; depth != 0; depth--)
        {
            var b = TRow.Load(right);
            r0.AddScaled(*left, b);
            r1.AddScaled(left[row], b);
            r2.AddScaled(left[row2], b);
            r3.AddScaled(left[row3], b);
            left += leftStep;
            right += rightStep;
        }

        nint last = rows - 1, i1 = Math.Min(1, last), i2 = Math.Min(2, last), i3 = Math.Min(3, last);
        if (!task.IsPlain)
        {
            nint next = task.Addend.RowStride;
            (double alpha, double beta) = (task.Alpha, task.Beta);
            r0.Update(addend, alpha, beta);
            r1.Update(addend + (i1 * next), alpha, beta);
            r2.Update(addend + (i2 * next), alpha, beta);
            r3.Update(addend + (i3 * next), alpha, beta);
        }

        nint stride = task.Product.RowStride;
        r0.Store(product);
        r1.Store(product + (i1 * stride));
        r2.Store(product + (i2 * stride));
        r3.Store(product + (i3 * stride));
    }

    /// <summary>Asks for the eight rows that the sums go to, which the long loop over the depth then hides: in a network they lie far from the processor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(double* product, nint stride)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        double* row = product;
        for (int i = 0; i < 8; i++)
        {
            for (int j = 0; j < TRow.Count; j += DoublesOfLine)
            {
                Sse.Prefetch0(row + j);
            }

            row += stride;
        }
    }
}
