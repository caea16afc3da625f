namespace PluginLab.Numerics.LinearAlgebra.Kernels;

/// <summary>A dense matrix that lies row by row in a span, or the transpose of one; nothing is copied.</summary>
public readonly ref struct MatrixView
{
    /// <summary>The matrix whose rows follow each other without gaps.</summary>
    /// <exception cref="ArgumentException">A size is negative, or the span does not have rows × columns entries.</exception>
    public MatrixView(ReadOnlySpan<double> values, int rows, int columns)
    {
        if ((rows | columns) < 0 || values.Length != (long)rows * columns)
        {
            throw Fault(values.Length, rows, columns, columns);
        }

        Values = values;
        (Rows, Columns, RowStride) = (rows, columns, columns);
    }

    /// <summary>The matrix whose row i begins at entry i · rowStride of the span.</summary>
    /// <exception cref="ArgumentException">A size is negative, rows overlap, or the span ends before the last row.</exception>
    public MatrixView(ReadOnlySpan<double> values, int rows, int columns, int rowStride)
    {
        if ((rows | columns) < 0 || rowStride < columns || values.Length < Extent(rows, columns, rowStride))
        {
            throw Fault(values.Length, rows, columns, rowStride);
        }

        Values = values;
        (Rows, Columns, RowStride) = (rows, columns, rowStride);
    }

    private MatrixView(MatrixView view)
    {
        Values = view.Values;
        (Rows, Columns, RowStride, IsTransposed) = (view.Columns, view.Rows, view.RowStride, !view.IsTransposed);
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    internal ReadOnlySpan<double> Values { get; }

    internal int RowStride { get; }

    internal bool IsTransposed { get; }

    /// <summary>The transpose of this matrix.</summary>
    public MatrixView Transpose() => new(this);

    internal unsafe Operand At(double* values) => IsTransposed ? new(values, 1, RowStride) : new(values, RowStride, 1);

    private static long Extent(int rows, int columns, int rowStride) => rows == 0 ? 0 : ((rows - 1L) * rowStride) + columns;

    private static ArgumentException Fault(int length, int rows, int columns, int rowStride)
    {
        string expected = (rows | columns) < 0 ? "sizes must not be negative"
            : rowStride < columns ? $"its rows must be at least {columns} apart, not {rowStride}"
            : rowStride > columns ? $"with rows {rowStride} apart it needs {Extent(rows, columns, rowStride)} entries; the span has {length}"
            : $"it has {(long)rows * columns} entries; the span has {length}";
        return new ArgumentException($"This is not a {rows} × {columns} matrix: {expected}.");
    }
}
