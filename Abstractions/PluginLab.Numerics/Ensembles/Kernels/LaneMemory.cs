using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PluginLab.Dynamics;

namespace PluginLab.Numerics.Ensembles.Kernels;

/// <summary>Rows of numbers, one for each lane, aligned so that no vector straddles two cache lines.</summary>
internal sealed class LaneMemory
{
    /// <summary>How many vectors make up a row.</summary>
    public const int VectorsPerRow = 2;

    private const int Alignment = 64;
    private readonly double[] values;
    private readonly int origin;

    // The values are pinned: their address stays.
    private readonly nint address;

    /// <summary>Sets memory aside, filled with zeros.</summary>
    public LaneMemory(int rows)
    {
        RowCount = rows;
        values = GC.AllocateArray<double>((rows * Lanes.Count) + (Alignment / sizeof(double)), pinned: true);
        nint start = Marshal.UnsafeAddrOfPinnedArrayElement(values, 0);
        origin = (int)((Alignment - (start % Alignment)) % Alignment) / sizeof(double);
        address = start + (origin * sizeof(double));
    }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The first vector, for kernels whose rows come from a layout.</summary>
    public ref Vector512<double> Origin
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.AddByteOffset(ref Unsafe.NullRef<Vector512<double>>(), address);
    }

    /// <summary>Vectors as the lanes that they make up.</summary>
    public static Span<Lanes> AsLanes(Span<Vector512<double>> vectors) => MemoryMarshal.Cast<Vector512<double>, Lanes>(vectors);

    /// <summary>Copies one lane of some rows.</summary>
    public static void CopyLane(int lane, ReadOnlySpan<Vector512<double>> rows, Span<double> destination)
    {
        ReadOnlySpan<double> numbers = MemoryMarshal.Cast<Vector512<double>, double>(rows);
        for (int k = 0; k < destination.Length; k++)
        {
            destination[k] = numbers[(k * Lanes.Count) + lane];
        }
    }

    /// <summary>Half of the lanes of every row.</summary>
    /// <param name="half">0 or 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneHalf Half(int half) => new(ref Unsafe.Add(ref Origin, half), RowCount);

    /// <summary>A row as lanes, unchecked but in debug builds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Lanes Row(int row)
    {
        Debug.Assert((uint)row < (uint)RowCount, "The row lies outside the memory.");
        return ref Unsafe.Add(ref Unsafe.As<Vector512<double>, Lanes>(ref Origin), row);
    }

    /// <summary>Some rows as lanes, unchecked but in debug builds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<Lanes> Rows(int row, int rows)
    {
        Debug.Assert(row >= 0 && rows >= 0 && row + rows <= RowCount, "The rows lie outside the memory.");
        return MemoryMarshal.CreateSpan(ref Unsafe.Add(ref Unsafe.As<Vector512<double>, Lanes>(ref Origin), row), rows);
    }

    /// <summary>Some rows as numbers, lane by lane.</summary>
    public Span<double> Values(int row, int rows = 1) => values.AsSpan(origin + (row * Lanes.Count), rows * Lanes.Count);

    /// <summary>Some rows as vectors, <see cref="VectorsPerRow"/> for each.</summary>
    public Span<Vector512<double>> Vectors(int row, int rows = 1) => MemoryMarshal.Cast<double, Vector512<double>>(Values(row, rows));

    /// <summary>Writes one lane of some rows.</summary>
    public void SetLane(int lane, int row, ReadOnlySpan<double> numbers)
    {
        Span<double> rows = Values(row, numbers.Length);
        for (int k = 0; k < numbers.Length; k++)
        {
            rows[(k * Lanes.Count) + lane] = numbers[k];
        }
    }

    /// <summary>Takes over one lane of some rows from another memory.</summary>
    public void TakeLane(LaneMemory source, int from, int to, (int Row, int Rows) which)
    {
        ReadOnlySpan<double> given = source.Values(which.Row, which.Rows);
        Span<double> taken = Values(which.Row, which.Rows);
        for (int row = 0; row < taken.Length; row += Lanes.Count)
        {
            taken[row + to] = given[row + from];
        }
    }
}
