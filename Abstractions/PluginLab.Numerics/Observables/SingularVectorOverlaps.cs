using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Observables;

/// <summary>How the leading singular vectors of one matrix M = U S Vᵀ lie along those of another, M' = U' S' V'ᵀ.</summary>
/// <remarks>Vectors of equal singular values are one basis of many: compare the spaces of such by <see cref="SubspaceAlignment.PrincipalAngles"/>.</remarks>
public sealed record SingularVectorOverlaps
{
    private SingularVectorOverlaps(Matrix left, Matrix right) => (Left, Right) = (left, right);

    /// <summary>|u_i · u'_j|, count × count.</summary>
    public Matrix Left { get; }

    /// <summary>|v_i · v'_j|, count × count.</summary>
    public Matrix Right { get; }

    /// <summary>Compares two matrices.</summary>
    /// <param name="first">M.</param>
    /// <param name="second">M', of the shape of M.</param>
    /// <param name="count">Number of leading singular vectors; from 1 to the smaller of rows and columns.</param>
    /// <exception cref="ArgumentException">The shapes differ, a matrix is empty or has an entry that is NaN or infinite, or the count does not fit.</exception>
    public static SingularVectorOverlaps Between(Matrix first, Matrix second, int count)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Rows != second.Rows || first.Columns != second.Columns)
        {
            throw new ArgumentException($"A {first.Rows} × {first.Columns} matrix and a {second.Rows} × {second.Columns} one have singular vectors of different lengths.", nameof(second));
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Math.Min(first.Rows, first.Columns));
        (var one, var other) = (SingularValueDecomposition.Compute(first), SingularValueDecomposition.Compute(second));
        return new(Overlaps(one.LeftVectors, other.LeftVectors, count), Overlaps(one.RightVectors, other.RightVectors, count));
    }

    private static Matrix Overlaps(Matrix first, Matrix second, int count)
    {
        Matrix products = first.Transpose().Multiply(second);
        return Matrix.Create(count, count, (i, j) => Math.Abs(products[i, j]));
    }
}
