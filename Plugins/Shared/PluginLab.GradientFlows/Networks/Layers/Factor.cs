namespace PluginLab.GradientFlows.Networks.Layers;

/// <summary>A matrix of scalars that lies row by row in a span, or the transpose of one.</summary>
/// <param name="values">The entries of the matrix as it is stored.</param>
/// <param name="rows">Rows of the matrix itself.</param>
/// <param name="columns">Columns of the matrix itself.</param>
/// <param name="isTransposed">Whether it is stored as its transpose.</param>
internal readonly ref struct Factor<TScalar>(ReadOnlySpan<TScalar> values, int rows, int columns, bool isTransposed = false)
{
    public ReadOnlySpan<TScalar> Values { get; } = values;

    public int Rows => rows;

    public int Columns => columns;

    public bool IsTransposed => isTransposed;

    /// <summary>How far the next row lies.</summary>
    public int RowStride => isTransposed ? 1 : columns;

    /// <summary>How far the next column lies.</summary>
    public int ColumnStride => isTransposed ? rows : 1;

    public Factor<TScalar> Transpose() => new(Values, columns, rows, !isTransposed);
}
