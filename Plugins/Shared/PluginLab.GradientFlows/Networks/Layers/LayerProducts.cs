using System.Runtime.InteropServices;
using PluginLab.Dynamics;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.GradientFlows.Networks.Layers;

/// <summary>Products of matrices over any scalar: the matrix kernels for doubles, plain loops for the others, with the same bits.</summary>
internal static class LayerProducts
{
    /// <summary>C = A B; more than one thread is used for doubles alone.</summary>
    public static void Multiply<TScalar>(Factor<TScalar> left, Factor<TScalar> right, Span<TScalar> product, int maximumThreads)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        if (typeof(TScalar) == typeof(Real))
        {
            MatrixProduct.Multiply(View(left), View(right), MemoryMarshal.Cast<TScalar, double>(product), maximumThreads);
        }
        else
        {
            PlainLoops<TScalar>.Multiply(left, right, product);
        }
    }

    /// <summary>R = T − A B; more than one thread is used for doubles alone.</summary>
    public static void EvaluateResidual<TScalar>(
        ReadOnlySpan<TScalar> target, Factor<TScalar> left, Factor<TScalar> right, Span<TScalar> residual, int maximumThreads)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        if (typeof(TScalar) == typeof(Real))
        {
            ReadOnlySpan<double> doubles = MemoryMarshal.Cast<TScalar, double>(target);
            MatrixProduct.EvaluateResidual(doubles, View(left), View(right), MemoryMarshal.Cast<TScalar, double>(residual), maximumThreads);
        }
        else
        {
            PlainLoops<TScalar>.EvaluateResidual(target, left, right, residual);
        }
    }

    private static MatrixView View<TScalar>(Factor<TScalar> factor)
        where TScalar : unmanaged
    {
        ReadOnlySpan<double> values = MemoryMarshal.Cast<TScalar, double>(factor.Values);
        return factor.IsTransposed ? new MatrixView(values, factor.Columns, factor.Rows).Transpose() : new MatrixView(values, factor.Rows, factor.Columns);
    }
}
