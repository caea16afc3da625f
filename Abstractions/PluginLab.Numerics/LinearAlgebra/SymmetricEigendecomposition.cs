using MathNet.Numerics.LinearAlgebra.Factorization;
using PluginLab.Experiments;
using Symmetricity = MathNet.Numerics.LinearAlgebra.Symmetricity;

namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>The decomposition A = V Λ Vᵀ of a symmetric n × n matrix, with orthogonal V.</summary>
/// <remarks>
/// The first entry of each eigenvector whose magnitude is the largest is positive. Computed by MathNet.Numerics, managed, on one thread
/// (Householder reduction and implicit QL iteration, as in EISPACK).
/// </remarks>
public sealed record SymmetricEigendecomposition
{
    private const double RelativeAsymmetry = 1e-12;

    private SymmetricEigendecomposition(IReadOnlyList<double> eigenvalues, Matrix eigenvectors) => (Eigenvalues, Eigenvectors) = (eigenvalues, eigenvectors);

    /// <summary>λ_1 ≥ … ≥ λ_n.</summary>
    public IReadOnlyList<double> Eigenvalues { get; }

    /// <summary>V, n × n: the eigenvectors as columns.</summary>
    public Matrix Eigenvectors { get; }

    /// <summary>Decomposes a matrix.</summary>
    /// <exception cref="ArgumentException">The matrix is empty, not symmetric to 1e-12 of its largest entry, or has an entry that is NaN or infinite.</exception>
    public static SymmetricEigendecomposition Compute(Matrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Rows != matrix.Columns || matrix.Subtract(matrix.Transpose()).LargestMagnitude() > RelativeAsymmetry * matrix.LargestMagnitude())
        {
            throw new ArgumentException("The matrix is not symmetric.", nameof(matrix));
        }

        Evd<double> found = MathNetMatrix.From(matrix, nameof(matrix)).Evd(Symmetricity.Symmetric);
        int n = matrix.Rows;
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(i => found.EigenValues[i].Real)];
        double[] signs = [.. order.Select(i => DominantSign.Of(found.EigenVectors.Column(i).ToArray()))];
        return new(
            [.. order.Select(i => found.EigenValues[i].Real)],
            Matrix.Create(n, n, (row, i) => signs[i] * found.EigenVectors[row, order[i]]));
    }

    /// <summary>The matrix function V f(Λ) Vᵀ, exactly symmetric: e^A for f = exp, A^{−1/2} for f(λ) = λ^{−1/2}.</summary>
    public Matrix Apply(Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        double[] values = [.. Eigenvalues.Select(function)];
        return Matrix.Create(values.Length, values.Length, (row, column) =>
        {
            double sum = 0;
            for (int i = 0; i < values.Length; i++)
            {
                sum += values[i] * (Eigenvectors[row, i] * Eigenvectors[column, i]);
            }

            return sum;
        });
    }
}
