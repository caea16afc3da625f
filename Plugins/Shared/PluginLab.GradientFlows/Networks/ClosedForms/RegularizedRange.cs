using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.GradientFlows.Networks.ClosedForms;

/// <summary>Q₁ with Q₁Q₁ᵀ = B(I + BᵀB)⁻¹Bᵀ for B = diag(e^{ℓ_k}) A, whose rows may differ in size by any factor.</summary>
/// <remarks>
/// Q₁ are the rows of the orthonormal factor of [B; I] that belong to B. Householder's method with exchanges of columns by remaining norm and of rows by
/// largest entry keeps the error of each row in proportion to that row. Sources: Powell and Reid, 1968; Cox and Higham, BIT 38, 1998.
/// </remarks>
internal sealed class RegularizedRange
{
    private readonly double[][] columns;
    private readonly double[][] reflectors;
    private readonly int[] places;

    private RegularizedRange(double[][] columns)
    {
        this.columns = columns;
        places = [.. Enumerable.Range(0, columns[0].Length)];
        reflectors = new double[columns.Length][];
        for (int k = 0; k < columns.Length; k++)
        {
            Pivot(k);
            reflectors[k] = Reflector(columns[k], k);
            foreach (double[] column in columns[k..])
            {
                Reflect(reflectors[k], column);
            }
        }
    }

    /// <summary>Q₁, of the shape of A.</summary>
    /// <param name="matrix">A.</param>
    /// <param name="logFactors">ℓ_k, one per row; −∞ for a row that is zero.</param>
    public static Matrix Compute(Matrix matrix, IReadOnlyList<double> logFactors)
    {
        // A common factor leaves the orthonormal part unchanged; dividing by the largest keeps every entry finite.
        double largest = Math.Max(0, logFactors.Max());
        int rows = matrix.Rows;
        var factorization = new RegularizedRange([.. Enumerable.Range(0, matrix.Columns).Select(j =>
            Enumerable.Range(0, rows + matrix.Columns).Select(i =>
                i < rows ? Math.Exp(logFactors[i] - largest) * matrix[i, j] : i - rows == j ? Math.Exp(-largest) : 0).ToArray())]);
        double[][] orthonormal = factorization.OrthonormalColumns();
        return Matrix.Create(rows, matrix.Columns, (i, j) => orthonormal[j][i]);
    }

    /// <summary>Brings the column of largest remaining norm to place k and the row of its largest entry to the diagonal.</summary>
    private void Pivot(int k)
    {
        int column = Enumerable.Range(k, columns.Length - k).MaxBy(j => Norm(columns[j].AsSpan(k)));
        (columns[k], columns[column]) = (columns[column], columns[k]);
        int row = Enumerable.Range(k, places.Length - k).MaxBy(i => Math.Abs(columns[k][i]));
        (places[k], places[row]) = (places[row], places[k]);
        foreach (double[] vector in columns.Concat(reflectors[..k]))
        {
            (vector[k], vector[row]) = (vector[row], vector[k]);
        }
    }

    /// <summary>v with |v|² = 2, or 0, such that I − vvᵀ clears the column below place k.</summary>
    private static double[] Reflector(double[] column, int k)
    {
        double[] reflector = new double[column.Length];
        double norm = Norm(column.AsSpan(k));
        if (norm == 0)
        {
            return reflector;
        }

        double shifted = column[k] + (column[k] < 0 ? -norm : norm);
        double scale = Math.Sqrt(Math.Abs(shifted) / norm);
        for (int i = k; i < column.Length; i++)
        {
            reflector[i] = scale * (i == k ? 1 : column[i] / shifted);
        }

        return reflector;
    }

    private static void Reflect(double[] reflector, double[] vector)
    {
        double component = VectorUpdate.Dot(reflector, vector);
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] -= component * reflector[i];
        }
    }

    /// <summary>The columns of the orthonormal factor, rows in their first order.</summary>
    private double[][] OrthonormalColumns()
    {
        return [.. Enumerable.Range(0, columns.Length).Select(j =>
        {
            double[] column = new double[places.Length];
            column[j] = 1;
            foreach (double[] reflector in reflectors.Reverse())
            {
                Reflect(reflector, column);
            }

            double[] ordered = new double[column.Length];
            for (int i = 0; i < column.Length; i++)
            {
                ordered[places[i]] = column[i];
            }

            return ordered;
        })];
    }

    /// <summary>Euclidean norm, scaled so that the squares of tiny entries do not underflow.</summary>
    private static double Norm(ReadOnlySpan<double> vector)
    {
        double largest = 0;
        foreach (double entry in vector)
        {
            largest = Math.Max(largest, Math.Abs(entry));
        }

        double sum = 0;
        foreach (double entry in vector)
        {
            double ratio = largest == 0 ? 0 : entry / largest;
            sum += ratio * ratio;
        }

        return largest * Math.Sqrt(sum);
    }
}
