using MathNet.Numerics.LinearAlgebra.Factorization;
using PluginLab.Experiments;

namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>The thin singular value decomposition M = U S Vᵀ = Σ_i s_i u_i v_iᵀ of an m × n matrix, with r = min(m, n) terms.</summary>
/// <remarks>
/// The first entry of u_i whose magnitude is the largest is positive, which fixes the signs of u_i and v_i. Vectors of equal singular values
/// are one orthonormal basis of many. Computed by MathNet.Numerics, managed, on one thread (Golub and Reinsch, Numer. Math. 14, 1970).
/// Very large or small matrices are decomposed times a power of two; a singular value beyond the largest double is infinite.
/// </remarks>
public sealed record SingularValueDecomposition
{
    // Beyond 2^±256 squares of entries come near to overflow or underflow, and MathNet finds no decomposition.
    private const int LargestExponent = 256;

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
        ArgumentNullException.ThrowIfNull(matrix);
        int exponent = ExtremeExponent(matrix);
        Svd<double> found = MathNetMatrix.From(exponent == 0 ? matrix : TimesPowerOfTwo(matrix, -exponent), nameof(matrix)).Svd();
        double[] singularValues = [.. found.S.Select(value => Math.ScaleB(value, exponent))];
        double[] signs = [.. singularValues.Select((_, i) => DominantSign.Of(found.U.Column(i).ToArray()))];
        return new(
            Matrix.Create(matrix.Rows, singularValues.Length, (row, i) => signs[i] * found.U[row, i]),
            singularValues,
            Matrix.Create(matrix.Columns, singularValues.Length, (row, i) => signs[i] * found.VT[i, row]));
    }

    private static Matrix TimesPowerOfTwo(Matrix matrix, int exponent) =>
        Matrix.Create(matrix.Rows, matrix.Columns, (row, column) => Math.ScaleB(matrix[row, column], exponent));

    /// <summary>The exponent of the largest entry if squares of that size cannot be told from 0 or ∞ well; otherwise 0.</summary>
    private static int ExtremeExponent(Matrix matrix)
    {
        double largest = 0;
        foreach (double entry in matrix.Values)
        {
            largest = Math.Max(largest, Math.Abs(entry));
        }

        bool isExtreme = largest > 0 && double.IsFinite(largest) && Math.Abs(Math.ILogB(largest)) > LargestExponent;
        return isExtreme ? Math.ILogB(largest) : 0;
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
