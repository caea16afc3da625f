using System.Runtime.CompilerServices;

namespace PluginLab.Numerics.LinearAlgebra.Kernels;

/// <summary>The plain loops that define a product, for those too small to fill a vector: entry by entry, two rows and two columns at a time.</summary>
internal static unsafe class SmallProduct
{
    /// <summary>Evaluates C; the depth is at most one block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Evaluate(in ProductTask task)
    {
        for (int i = 0; i < task.Rows; i += 2)
        {
            for (int j = 0; j < task.Columns; j += 2)
            {
                EvaluateTile(i, j, task);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EvaluateTile(int i, int j, in ProductTask task)
    {
        int i1 = Math.Min(i + 1, task.Rows - 1), j1 = Math.Min(j + 1, task.Columns - 1);
        double* a0 = task.Left.At(i, 0), a1 = task.Left.At(i1, 0), b0 = task.Right.At(0, j), b1 = task.Right.At(0, j1);
        double sum00 = 0, sum01 = 0, sum10 = 0, sum11 = 0;
        for (int k = 0; k < task.Depth; k++)
        {
            sum00 = Math.FusedMultiplyAdd(*a0, *b0, sum00);
            sum01 = Math.FusedMultiplyAdd(*a0, *b1, sum01);
            sum10 = Math.FusedMultiplyAdd(*a1, *b0, sum10);
            sum11 = Math.FusedMultiplyAdd(*a1, *b1, sum11);
            a0 += task.Left.ColumnStride;
            a1 += task.Left.ColumnStride;
            b0 += task.Right.RowStride;
            b1 += task.Right.RowStride;
        }

        (sum00, sum01) = (task.Updated(sum00, i, j), task.Updated(sum01, i, j1));
        (sum10, sum11) = (task.Updated(sum10, i1, j), task.Updated(sum11, i1, j1));
        (*task.Product.At(i, j), *task.Product.At(i, j1), *task.Product.At(i1, j), *task.Product.At(i1, j1)) = (sum00, sum01, sum10, sum11);
    }
}
