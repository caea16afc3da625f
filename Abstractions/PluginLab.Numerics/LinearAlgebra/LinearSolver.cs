using MathNet.Numerics.LinearAlgebra.Factorization;
using PluginLab.Experiments;
using MathNetGeneral = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>Systems of linear equations, by MathNet's triangular factors with pivots, managed, on one thread.</summary>
public static class LinearSolver
{
    private const double UnitRoundoff = 1.0 / (1L << 53);

    /// <summary>The solution X of A X = B.</summary>
    /// <param name="coefficients">A, n × n.</param>
    /// <param name="rightHandSides">B, n × k: one right-hand side per column.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, an entry is NaN or infinite, or A is singular to working precision.</exception>
    public static Matrix Solve(Matrix coefficients, Matrix rightHandSides)
    {
        MathNetGeneral a = MathNetMatrix.From(coefficients, nameof(coefficients));
        MathNetGeneral b = MathNetMatrix.From(rightHandSides, nameof(rightHandSides));
        if (a.RowCount != a.ColumnCount || a.RowCount != b.RowCount)
        {
            throw new ArgumentException(
                $"A {a.RowCount} × {a.ColumnCount} matrix and a {b.RowCount} × {b.ColumnCount} right-hand side make no system of equations.", nameof(rightHandSides));
        }

        LU<double> factors = a.LU();
        double[] pivots = [.. Enumerable.Range(0, a.RowCount).Select(i => Math.Abs(factors.U[i, i]))];
        return pivots.Min() > a.RowCount * UnitRoundoff * pivots.Max()
            ? MathNetMatrix.To(factors.Solve(b))
            : throw new ArgumentException("The matrix is singular to working precision.", nameof(coefficients));
    }

    /// <summary>The inverse of a matrix. To solve equations, <see cref="Solve"/> is the better way.</summary>
    /// <exception cref="ArgumentException">The matrix is not square, has an entry that is NaN or infinite, or is singular to working precision.</exception>
    public static Matrix Invert(Matrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return Solve(matrix, Matrix.Create(matrix.Rows, matrix.Rows, (row, column) => row == column ? 1 : 0));
    }
}
