using System.Runtime.CompilerServices;
using PluginLab.Dynamics;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.GradientFlows.Networks.Layers;

/// <summary>Products of matrices over any scalar, two rows and two columns of sums at a time.</summary>
/// <remarks>What <see cref="MatrixProduct"/> says of doubles holds: sums in index order, one rounding a term, over blocks of 256.</remarks>
internal static class PlainLoops<TScalar>
    where TScalar : unmanaged, IScalar<TScalar>
{
    private const int DepthBlock = 256;

    // Optimized at once, since a sweep is soon over; not inlined, since small callers exceed what the runtime inlines into one method.
    private const MethodImplOptions AtFullSpeed = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    private enum Update
    {
        Assign,
        Add,
        Subtract,
    }

    /// <summary>C = A B.</summary>
    public static void Multiply(Factor<TScalar> left, Factor<TScalar> right, Span<TScalar> product)
    {
        EvaluateBlock(left, right, 0, Update.Assign, product);
        for (int first = DepthBlock; first < left.Columns; first += DepthBlock)
        {
            EvaluateBlock(left, right, first, Update.Add, product);
        }
    }

    /// <summary>R = T − A B.</summary>
    public static void EvaluateResidual(ReadOnlySpan<TScalar> target, Factor<TScalar> left, Factor<TScalar> right, Span<TScalar> residual)
    {
        target.CopyTo(residual);
        for (int first = 0; first < left.Columns; first += DepthBlock)
        {
            EvaluateBlock(left, right, first, Update.Subtract, residual);
        }
    }

    [MethodImpl(AtFullSpeed)]
    private static void EvaluateBlock(Factor<TScalar> left, Factor<TScalar> right, int first, Update update, Span<TScalar> product)
    {
        ReadOnlySpan<TScalar> a = left.Values, b = right.Values;
        (int leftStep, int rightStep) = (left.ColumnStride, right.RowStride);
        int end = Math.Min(first + DepthBlock, left.Columns);
        for (int i = 0; i < left.Rows; i += 2)
        {
            int i1 = Math.Min(i + 1, left.Rows - 1);
            for (int j = 0; j < right.Columns; j += 2)
            {
                int j1 = Math.Min(j + 1, right.Columns - 1);
                (int a0, int a1) = (i * left.RowStride, i1 * left.RowStride);
                (int b0, int b1) = (j * right.ColumnStride, j1 * right.ColumnStride);
                TScalar s00 = 0, s01 = 0, s10 = 0, s11 = 0;
                for (int k = first; k < end; k++)
                {
                    TScalar upper = a[a0 + (k * leftStep)], lower = a[a1 + (k * leftStep)];
                    TScalar near = b[b0 + (k * rightStep)], far = b[b1 + (k * rightStep)];
                    s00 = TScalar.FusedMultiplyAdd(upper, near, s00);
                    s01 = TScalar.FusedMultiplyAdd(upper, far, s01);
                    s10 = TScalar.FusedMultiplyAdd(lower, near, s10);
                    s11 = TScalar.FusedMultiplyAdd(lower, far, s11);
                }

                Write(update, s00, ref product[(i * right.Columns) + j]);
                WriteUnless(j1 == j, update, s01, ref product[(i * right.Columns) + j1]);
                WriteUnless(i1 == i, update, s10, ref product[(i1 * right.Columns) + j]);
                WriteUnless(i1 == i || j1 == j, update, s11, ref product[(i1 * right.Columns) + j1]);
            }
        }
    }

    private static void WriteUnless(bool isRepeated, Update update, TScalar sum, ref TScalar entry)
    {
        if (!isRepeated)
        {
            Write(update, sum, ref entry);
        }
    }

    private static void Write(Update update, TScalar sum, ref TScalar entry) =>
        entry = update switch
        {
            Update.Assign => sum,
            Update.Add => entry + sum,
            _ => entry - sum,
        };
}
