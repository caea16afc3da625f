using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PluginLab.Numerics.LinearAlgebra.Kernels;

/// <summary>
/// A panel of a factor, some columns of it, copied so that a tile finds the entries of one k side by side: entry (k, j) lies at k · width + j.
/// Columns that are missing are 0; what a tile makes of them is dropped.
/// </summary>
internal static unsafe class PackedPanel<TUnit, TVector>
    where TUnit : struct, IVectorUnit<TVector>
{
    /// <summary>Packs columns 0 to <paramref name="columns"/> of rows 0 to <paramref name="depth"/>; rows or columns of the source are contiguous.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(Operand source, int depth, int columns, int width, double* panel)
    {
        if (columns < width)
        {
            new Span<double>(panel, depth * width).Clear();
        }

        int whole = columns - (columns % TUnit.Count);
        if (source.ColumnStride == 1)
        {
            CopyRows(source, depth, whole, width, panel);
        }
        else
        {
            CopyTransposed(source, depth, whole, width, panel);
        }

        Operand rest = source.From(0, whole).Transpose();
        CopyEntries(rest, columns - whole, depth, new Operand(panel + whole, 1, width));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyRows(Operand source, int depth, int columns, int width, double* panel)
    {
        double* row = source.Values;
        for (int k = 0; k < depth; k++)
        {
            for (int j = 0; j < columns; j += TUnit.Count)
            {
                TUnit.Store(TUnit.Load(row + j), panel + j);
            }

            row += source.RowStride;
            panel += width;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyTransposed(Operand source, int depth, int columns, int width, double* panel)
    {
        int k = 0;
        for (; k <= depth - TUnit.Count; k += TUnit.Count)
        {
            for (int j = 0; j < columns; j += TUnit.Count)
            {
                TUnit.Transpose(source.At(k, j), source.ColumnStride, panel + (k * width) + j, width);
            }
        }

        CopyEntries(source.From(k, 0), depth - k, columns, new Operand(panel + (k * width), width, 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyEntries(Operand source, int rows, int columns, Operand destination)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                *destination.At(i, j) = *source.At(i, j);
            }
        }
    }
}

/// <summary>Transposed copies of small blocks.</summary>
internal static unsafe class BlockTranspose
{
    /// <summary>Any block, entry by entry; rows and columns are those of the source.</summary>
    public static void Entries(int rows, int columns, double* source, nint sourceStride, double* destination, nint destinationStride)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                destination[(j * destinationStride) + i] = source[(i * sourceStride) + j];
            }
        }
    }

    /// <summary>Eight rows of four columns. Rows 4 apart are loaded into the halves of one register, which leaves two rounds of shuffles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EightByFour(double* source, nint sourceStride, double* destination, nint destinationStride)
    {
        Vector512<double> r0 = TwoRows(source, sourceStride), r1 = TwoRows(source + sourceStride, sourceStride);
        Vector512<double> r2 = TwoRows(source + (2 * sourceStride), sourceStride), r3 = TwoRows(source + (3 * sourceStride), sourceStride);
        Vector512<double> even01 = Avx512F.UnpackLow(r0, r1), odd01 = Avx512F.UnpackHigh(r0, r1);
        Vector512<double> even23 = Avx512F.UnpackLow(r2, r3), odd23 = Avx512F.UnpackHigh(r2, r3);
        var low = Vector512.Create(0L, 1, 8, 9, 4, 5, 12, 13);
        var high = Vector512.Create(2L, 3, 10, 11, 6, 7, 14, 15);
        Avx512F.PermuteVar8x64x2(even01, low, even23).Store(destination);
        Avx512F.PermuteVar8x64x2(odd01, low, odd23).Store(destination + destinationStride);
        Avx512F.PermuteVar8x64x2(even01, high, even23).Store(destination + (2 * destinationStride));
        Avx512F.PermuteVar8x64x2(odd01, high, odd23).Store(destination + (3 * destinationStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> TwoRows(double* row, nint stride) => Vector512.Create(Vector256.Load(row), Vector256.Load(row + (4 * stride)));
}
