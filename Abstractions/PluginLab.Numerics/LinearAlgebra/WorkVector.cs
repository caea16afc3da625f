using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>A vector of work space. A long one starts at a cache line, so that no load of a whole hardware vector straddles two lines.</summary>
internal sealed class WorkVector
{
    private const int BytesOfLine = 64;

    // A shorter one is cheaper to get from ordinary memory than aligned loads are worth.
    private const int SmallestAligned = 64;
    private readonly double[] values;
    private readonly int offset;

    /// <summary>Creates a vector of zeros.</summary>
    public WorkVector(int length)
    {
        Length = length;
        if (length < SmallestAligned)
        {
            values = new double[length];
            return;
        }

        values = GC.AllocateArray<double>(length + (BytesOfLine / sizeof(double)), pinned: true);
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(values, 0);
        offset = (int)(-address & (BytesOfLine - 1)) / sizeof(double);
    }

    /// <summary>Number of components.</summary>
    public int Length { get; }

    /// <summary>The components.</summary>
    public Span<double> Span => values.AsSpan(offset, Length);

    /// <summary>Where the components start, for kernels that have checked the length.</summary>
    public ref double Start
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), offset);
    }
}
