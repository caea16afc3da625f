using System.Runtime.CompilerServices;

namespace PluginLab.Numerics.LinearAlgebra.Kernels;

/// <summary>A matrix in memory: the entry in row i and column j lies at Values + i · RowStride + j · ColumnStride.</summary>
internal readonly unsafe struct Operand(double* values, nint rowStride, nint columnStride)
{
    public readonly double* Values = values;

    public readonly nint RowStride = rowStride;

    public readonly nint ColumnStride = columnStride;

    /// <summary>Where the entry in a row and a column lies.</summary>
    public double* At(nint row, nint column) => Values + (row * RowStride) + (column * ColumnStride);

    /// <summary>The part of the matrix that begins at a row and a column.</summary>
    public Operand From(nint row, nint column) => new(At(row, column), RowStride, ColumnStride);

    /// <summary>The transpose.</summary>
    public Operand Transpose() => new(Values, ColumnStride, RowStride);
}

/// <summary>C = alpha A B + beta D, where A is rows × depth and B depth × columns, beta = 0 reads no D, and the rows of C and D are contiguous.</summary>
internal struct ProductTask
{
    public Operand Left;
    public Operand Right;
    public Operand Addend;
    public Operand Product;
    public int Rows;
    public int Columns;
    public int Depth;
    public double Alpha;
    public double Beta;

    /// <summary>Only entries in rows ≤ column + Diagonal are wanted: all of them from Rows on, the upper triangle for 0.</summary>
    public int Diagonal;

    /// <summary>How far the next eight rows of A lie.</summary>
    public nint LeftPanelStride;

    /// <summary>Whether C is the product alone.</summary>
    public readonly bool IsPlain => Alpha == 1 && Beta == 0;

    /// <summary>What becomes of the sum S of an entry: alpha S + beta D.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly unsafe double Updated(double sum, int row, int column) =>
        Beta == 0 ? Alpha * sum : Math.FusedMultiplyAdd(Alpha, sum, Beta * *Addend.At(row, column));

    /// <summary>The share of some rows of C.</summary>
    public readonly ProductTask InRows(int first, int count)
    {
        ProductTask part = this;
        part.Left = Left.From(first, 0);
        part.Addend = Addend.From(first, 0);
        part.Product = Product.From(first, 0);
        part.Rows = Math.Min(count, Rows - first);
        part.Diagonal -= first;
        return part;
    }

    /// <summary>The share of some columns of C.</summary>
    public readonly ProductTask InColumns(int first, int count)
    {
        ProductTask part = this;
        part.MoveToColumns(this, first, Math.Min(count, Columns - first));
        return part;
    }

    /// <summary>Turns a copy of the whole into its share of some columns, without the rows in which none of them is wanted.</summary>
    public void MoveToColumns(in ProductTask whole, int first, int count)
    {
        Right = whole.Right.From(0, first);
        Addend = whole.Addend.From(0, first);
        Product = whole.Product.From(0, first);
        Columns = count;
        Diagonal = whole.Diagonal + first;
        Rows = Math.Min(whole.Rows, Diagonal + count);
    }

    /// <summary>The share of some values of k in all sums; every share but the first adds to C.</summary>
    public readonly ProductTask InDepth(int first, int count)
    {
        ProductTask part = this;
        part.Left = Left.From(0, first);
        part.Right = Right.From(first, 0);
        part.Depth = Math.Min(count, Depth - first);
        if (first > 0)
        {
            (part.Addend, part.Beta) = (Product, 1);
        }

        return part;
    }
}
