using MathNet.Numerics.LinearAlgebra.Factorization;
using PluginLab.Experiments;

namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>The thin decomposition M = Q R of an m × n matrix with m ≥ n: orthonormal columns times an upper triangle with no negative diagonal entry.</summary>
/// <remarks>Unique for a matrix of full rank. Computed by MathNet.Numerics with Householder reflections, managed, on one thread.</remarks>
public sealed record QrDecomposition
{
    private QrDecomposition(Matrix orthogonal, Matrix triangular) => (Orthogonal, Triangular) = (orthogonal, triangular);

    /// <summary>Q, m × n, QᵀQ = 1.</summary>
    public Matrix Orthogonal { get; }

    /// <summary>R, n × n, zero below the diagonal.</summary>
    public Matrix Triangular { get; }

    /// <summary>Decomposes a matrix.</summary>
    /// <exception cref="ArgumentException">The matrix is empty, has fewer rows than columns, or an entry that is NaN or infinite.</exception>
    public static QrDecomposition Compute(Matrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Rows < matrix.Columns)
        {
            throw new ArgumentException($"A {matrix.Rows} × {matrix.Columns} matrix has fewer rows than columns.", nameof(matrix));
        }

        QR<double> found = MathNetMatrix.From(matrix, nameof(matrix)).QR(QRMethod.Thin);
        double[] signs = [.. Enumerable.Range(0, matrix.Columns).Select(i => found.R[i, i] < 0 ? -1.0 : 1.0)];
        return new(
            Matrix.Create(matrix.Rows, matrix.Columns, (row, i) => signs[i] * found.Q[row, i]),
            Matrix.Create(matrix.Columns, matrix.Columns, (i, column) => i <= column ? signs[i] * found.R[i, column] : 0));
    }
}
