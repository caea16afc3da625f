using System.Runtime.CompilerServices;

namespace PluginLab.Numerics.LinearAlgebra.Kernels;

/// <summary>The tiles of a strip of C that is at most one tile wide.</summary>
internal static unsafe class ProductStrip<TUnit, TVector, TRow>
    where TUnit : struct, IVectorUnit<TVector>
    where TRow : struct, ITileRow<TRow>
{
    private const int LargestTile = 4 * 24;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Evaluate(in ProductTask strip)
    {
        if (strip.Columns < TRow.Count)
        {
            EvaluateNarrow(strip);
            return;
        }

        double* left = strip.Left.Values, right = strip.Right.Values, product = strip.Product.Values, addend = strip.Addend.Values;
        int row = 0;
        for (; TUnit.HasManyRegisters && row <= strip.Rows - 8; row += 8)
        {
            ProductTile<TRow>.MultiplyEightRows(left, right, product, addend, strip);
            left += strip.LeftPanelStride;
            product += 8 * strip.Product.RowStride;
            addend += 8 * strip.Addend.RowStride;
        }

        for (; row < strip.Rows; row += 4)
        {
            ProductTile<TRow>.MultiplyFourRows(Math.Min(4, strip.Rows - row), left, right, product, addend, strip);
            left += 4 * strip.Left.RowStride;
            product += 4 * strip.Product.RowStride;
            addend += 4 * strip.Addend.RowStride;
        }
    }

    /// <summary>Sums of whole rows go to a buffer, since C has no room for them; the entries that exist are updated one by one.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EvaluateNarrow(in ProductTask strip)
    {
        double* buffer = stackalloc double[LargestTile];
        Operand sums = new(buffer, TRow.Count, 1);
        ProductTask plain = strip;
        (plain.Alpha, plain.Beta, plain.Product) = (1, 0, sums);
        for (int row = 0; row < strip.Rows; row += 4)
        {
            int rows = Math.Min(4, strip.Rows - row);
            double* left = strip.Left.Values + (row / 8 * strip.LeftPanelStride) + (row % 8 * strip.Left.RowStride);
            ProductTile<TRow>.MultiplyFourRows(rows, left, strip.Right.Values, buffer, null, plain);
            Update(sums, rows, strip.InRows(row, rows));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Update(Operand sums, int rows, in ProductTask strip)
    {
        int columns = strip.Columns;
        (double alpha, double beta) = (strip.Alpha, strip.Beta);
        for (int i = 0; i < rows; i++)
        {
            double* sum = sums.At(i, 0), product = strip.Product.At(i, 0), addend = strip.Addend.At(i, 0);
            for (int j = 0; j < columns; j++)
            {
                product[j] = beta == 0 ? alpha * sum[j] : Math.FusedMultiplyAdd(alpha, sum[j], beta * addend[j]);
            }
        }
    }
}
