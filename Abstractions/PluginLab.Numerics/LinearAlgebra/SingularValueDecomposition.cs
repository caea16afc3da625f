using MathNet.Numerics.LinearAlgebra.Factorization;
using PluginLab.Experiments;

namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>The thin singular value decomposition M = U S Vᵀ = Σ_i s_i u_i v_iᵀ of an m × n matrix, with r = min(m, n) terms.</summary>
/// <remarks>
/// The first entry of u_i whose magnitude is the largest is positive, which fixes the signs of u_i and v_i. Vectors of equal singular values
/// are one orthonormal basis of many. Computed by MathNet.Numerics, managed, on one thread (Golub and Reinsch, Numer. Math. 14, 1970).
/// </remarks>
public sealed record SingularValueDecomposition
{
    private SingularValueDecomposition(Matrix leftVectors, IReadOnlyList<double> singularValues, Matrix rightVectors) =>
        (LeftVectors, SingularValues, RightVectors) = (leftVectors, singularValues, rightVectors);

    /// <summary>U, m × r: the left singular vectors as columns.</summary>
    public Matrix LeftVectors { get; }

    /// <summary>s_1 ≥ … ≥ s_r ≥ 0.</summary>
    public IReadOnlyList<double> SingularValues { get; }

    /// <summary>V, n × r: the right singular vectors as columns.</summary>
    public Matrix RightVectors { get; }

    /// <summary>Decomposes a matrix.</summary>
    /// <exception cref="ArgumentException">The matrix is empty or has an entry that is NaN or infinite.</exception>
    public static SingularValueDecomposition Compute(Matrix matrix)
    {
        Svd<double> found = MathNetMatrix.From(matrix, nameof(matrix)).Svd();
        double[] singularValues = found.S.ToArray();
        double[] signs = [.. singularValues.Select((_, i) => DominantSign.Of(found.U.Column(i).ToArray()))];
        return new(
            Matrix.Create(matrix.Rows, singularValues.Length, (row, i) => signs[i] * found.U[row, i]),
            singularValues,
            Matrix.Create(matrix.Columns, singularValues.Length, (row, i) => signs[i] * found.VT[i, row]));
    }

    /// <summary>Number of singular values above <paramref name="relativeTolerance"/> times the largest; 0 for a matrix of zeros.</summary>
    public int Rank(double relativeTolerance) => SingularValues.Count(value => value > relativeTolerance * SingularValues[0]);

    /// <summary>Σ s_i u_i v_iᵀ over the first <paramref name="rank"/> terms: the nearest matrix of that rank (Eckart and Young, Psychometrika 1, 1936).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rank is negative or above r.</exception>
    public Matrix Approximate(int rank)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rank, SingularValues.Count);
        return Matrix.Create(LeftVectors.Rows, RightVectors.Rows, (row, column) =>
        {
            double sum = 0;
            for (int i = 0; i < rank; i++)
            {
                sum += SingularValues[i] * LeftVectors[row, i] * RightVectors[column, i];
            }

            return sum;
        });
    }
}
