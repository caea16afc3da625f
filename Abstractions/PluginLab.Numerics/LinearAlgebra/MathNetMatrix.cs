using PluginLab.Experiments;
using MathNetControl = MathNet.Numerics.Control;
using MathNetGeneral = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>The one door between our matrices and MathNet's, which is told here to give the same bits on every machine and every run.</summary>
internal static class MathNetMatrix
{
    // The managed provider on one thread: a native provider or another number of threads would sum in another order.
    static MathNetMatrix()
    {
        MathNetControl.UseManaged();
        MathNetControl.UseSingleThread();
    }

    /// <summary>A MathNet copy of a matrix.</summary>
    /// <exception cref="ArgumentException">The matrix is empty or has an entry that is NaN or infinite.</exception>
    public static MathNetGeneral From(Matrix matrix, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(matrix, parameterName);
        if (matrix.Rows == 0 || matrix.Columns == 0)
        {
            throw new ArgumentException($"A {matrix.Rows} × {matrix.Columns} matrix has no decomposition; it must have a row and a column.", parameterName);
        }

        foreach (double entry in matrix.Values)
        {
            if (!double.IsFinite(entry))
            {
                throw new ArgumentException("The matrix has an entry that is NaN or infinite.", parameterName);
            }
        }

        return MathNetGeneral.Build.DenseOfRowMajor(matrix.Rows, matrix.Columns, matrix.Values.ToArray());
    }

    /// <summary>Our copy of a MathNet matrix.</summary>
    public static Matrix To(MathNetGeneral matrix) => new(matrix.RowCount, matrix.ColumnCount, matrix.ToRowMajorArray());
}
