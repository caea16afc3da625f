namespace PluginLab.Numerics.LinearAlgebra.Kernels;

/// <summary>Products A Aᵀ, of which one half is evaluated; AᵀA by <see cref="MatrixView.Transpose"/>. The bits are those of <see cref="MatrixProduct"/>.</summary>
public static class SymmetricProduct
{
    private const int MirrorBlock = 8;

    /// <summary>C = A Aᵀ.</summary>
    /// <param name="factor">A, n × k.</param>
    /// <param name="product">C, n × n, row by row; must not overlap A.</param>
    /// <param name="maximumThreads">Threads that may be used; small products use one.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the product overlaps the factor.</exception>
    public static void Multiply(MatrixView factor, Span<double> product, int maximumThreads = 1) =>
        Evaluate(factor, new ProductScale(1, 0), product, product, maximumThreads);

    /// <summary>C = alpha A Aᵀ + beta C.</summary>
    /// <param name="factor">A, n × k.</param>
    /// <param name="scale">alpha and beta.</param>
    /// <param name="product">C, n × n and symmetric, row by row: what lies below its diagonal is not read. It must not overlap A.</param>
    /// <param name="maximumThreads">Threads that may be used; small products use one.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the product overlaps the factor.</exception>
    public static void MultiplyAdd(MatrixView factor, ProductScale scale, Span<double> product, int maximumThreads = 1) =>
        Evaluate(factor, scale, product, product, maximumThreads);

    /// <summary>R = T − A Aᵀ.</summary>
    /// <param name="target">T, n × n and symmetric, row by row: what lies below its diagonal is not read.</param>
    /// <param name="factor">A, n × k.</param>
    /// <param name="residual">R, n × n, row by row; T itself or apart from it, and apart from A.</param>
    /// <param name="maximumThreads">Threads that may be used; small products use one.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the residual overlaps the factor.</exception>
    public static void EvaluateResidual(ReadOnlySpan<double> target, MatrixView factor, Span<double> residual, int maximumThreads = 1) =>
        Evaluate(factor, new ProductScale(-1, 1), target, residual, maximumThreads);

    private static void Evaluate(MatrixView factor, ProductScale scale, ReadOnlySpan<double> addend, Span<double> product, int maximumThreads)
    {
        new ProductCall { Left = factor, Right = factor.Transpose(), Scale = scale, Addend = addend, Product = product }.EvaluateUpperTriangle(maximumThreads);
        Mirror(product, factor.Rows);
    }

    /// <summary>Copies what lies above the diagonal to below it, block by block so that both stay in the cache.</summary>
    private static void Mirror(Span<double> matrix, int size)
    {
        for (int top = 0; top < size; top += MirrorBlock)
        {
            int bottom = Math.Min(top + MirrorBlock, size);
            for (int column = top + 1; column < size; column++)
            {
                int end = Math.Min(bottom, column);
                for (int row = top; row < end; row++)
                {
                    matrix[(column * size) + row] = matrix[(row * size) + column];
                }
            }
        }
    }
}
