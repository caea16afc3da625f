using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PluginLab.Numerics.Ensembles.Kernels;

/// <summary>Sets of lanes as bits: bit l stands for lane l.</summary>
internal static class LaneMask
{
    /// <summary>Every lane.</summary>
    public const uint All = 0xFFFF;

    private const int LanesPerVector = 8;

    /// <summary>The lanes in which a comparison of half of them holds.</summary>
    /// <param name="half">0 or 1.</param>
    /// <param name="comparison">All bits set where it holds.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(int half, Vector512<double> comparison) => (uint)comparison.ExtractMostSignificantBits() << (half * LanesPerVector);

    /// <summary>The set as a comparison of half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Vector(int half, uint lanes)
    {
        Vector512<long> bits = Vector512.Create(1L, 2, 4, 8, 16, 32, 64, 128);
        return Vector512.Equals(Vector512.Create((long)(lanes >> (half * LanesPerVector))) & bits, bits).AsDouble();
    }

    /// <summary>The lanes in which every row is finite.</summary>
    public static uint OfFinite(ReadOnlySpan<Vector512<double>> rows)
    {
        uint lanes = 0;
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            Vector512<double> isFinite = Vector512<double>.AllBitsSet;
            for (int i = half; i < rows.Length; i += LaneMemory.VectorsPerRow)
            {
                isFinite &= Vector512.LessThan(Vector512.Abs(rows[i]), Vector512.Create(double.PositiveInfinity));
            }

            lanes |= Of(half, isFinite);
        }

        return lanes;
    }

    /// <summary>The lanes in which a row is zero.</summary>
    public static uint OfZero(ReadOnlySpan<Vector512<double>> row) =>
        Of(0, Vector512.Equals(row[0], Vector512<double>.Zero)) | Of(1, Vector512.Equals(row[1], Vector512<double>.Zero));

    /// <summary>Copies rows, in the lanes of a set alone.</summary>
    public static void Copy(uint lanes, Span<Vector512<double>> source, Span<Vector512<double>> destination)
    {
        int rows = destination.Length / LaneMemory.VectorsPerRow;
        source = source[..destination.Length];
        for (int half = 0; half < LaneMemory.VectorsPerRow && rows > 0; half++)
        {
            Copy(Vector(half, lanes), ref source[half], ref destination[half], rows);
        }
    }

    /// <summary>Copies half of the lanes of some rows, where a comparison holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(Vector512<double> isCopied, ref Vector512<double> source, ref Vector512<double> destination, int rows)
    {
        nint end = (nint)rows * LaneMemory.VectorsPerRow;
        for (nint i = 0; i < end; i += LaneMemory.VectorsPerRow)
        {
            Unsafe.Add(ref destination, i) = Vector512.ConditionalSelect(isCopied, Unsafe.Add(ref source, i), Unsafe.Add(ref destination, i));
        }
    }
}
