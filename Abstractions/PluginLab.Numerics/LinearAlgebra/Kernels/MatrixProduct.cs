namespace PluginLab.Numerics.LinearAlgebra.Kernels;

/// <summary>Products of dense matrices of any shape and, by <see cref="MatrixView.Transpose"/>, in all transposed forms.</summary>
/// <remarks>
/// Each entry is a sum over k in index order: within a block of 256 values, s ← a_ik b_kj + s with one rounding, starting from s = 0; then
/// c ← alpha s + (beta d), rounded once each, and the next block adds to c. Every term counts, so NaN and infinity pass as they would by hand,
/// 0 · NaN included; with beta = 0 the former contents of the product are not read. The bits (of numbers, not of which NaN) depend neither on
/// the vector unit nor on the number of threads. Nothing is allocated on one thread: work space comes from the shared pool.
/// </remarks>
public static class MatrixProduct
{
    /// <summary>C = A B.</summary>
    /// <param name="left">A, m × k.</param>
    /// <param name="right">B, k × n.</param>
    /// <param name="product">C, m × n, row by row; must not overlap A or B.</param>
    /// <param name="maximumThreads">Threads that may be used; small products use one.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the product overlaps a factor.</exception>
    public static void Multiply(MatrixView left, MatrixView right, Span<double> product, int maximumThreads = 1)
    {
        ProductScale scale = new(1, 0);
        new ProductCall { Left = left, Right = right, Scale = scale, Addend = product, Product = product }.Evaluate(maximumThreads);
    }

    /// <summary>C = alpha A B + beta C.</summary>
    /// <param name="left">A, m × k.</param>
    /// <param name="right">B, k × n.</param>
    /// <param name="scale">alpha and beta.</param>
    /// <param name="product">C, m × n, row by row; must not overlap A or B.</param>
    /// <param name="maximumThreads">Threads that may be used; small products use one.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the product overlaps a factor.</exception>
    public static void MultiplyAdd(MatrixView left, MatrixView right, ProductScale scale, Span<double> product, int maximumThreads = 1)
    {
        new ProductCall { Left = left, Right = right, Scale = scale, Addend = product, Product = product }.Evaluate(maximumThreads);
    }

    /// <summary>R = T − A B.</summary>
    /// <param name="target">T, m × n, row by row.</param>
    /// <param name="left">A, m × k.</param>
    /// <param name="right">B, k × n.</param>
    /// <param name="residual">R, m × n, row by row; T itself or apart from it, and apart from A and B.</param>
    /// <param name="maximumThreads">Threads that may be used; small products use one.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the residual overlaps a factor.</exception>
    public static void EvaluateResidual(ReadOnlySpan<double> target, MatrixView left, MatrixView right, Span<double> residual, int maximumThreads = 1)
    {
        ProductScale scale = new(-1, 1);
        new ProductCall { Left = left, Right = right, Scale = scale, Addend = target, Product = residual }.Evaluate(maximumThreads);
    }
}

/// <summary>The factors of C = alpha A B + beta C.</summary>
/// <param name="Alpha">What multiplies the product; at 0 its terms still count, so that 0 · NaN is NaN.</param>
/// <param name="Beta">What multiplies the former contents; at 0 they are not read.</param>
public readonly record struct ProductScale(double Alpha, double Beta);
