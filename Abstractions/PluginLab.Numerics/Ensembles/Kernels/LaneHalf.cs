using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PluginLab.Numerics.Ensembles.Kernels;

/// <summary>Half of the lanes of a <see cref="LaneMemory"/>: one vector for each row.</summary>
/// <remarks>Rows are checked in debug builds alone: they come from a layout that is made once.</remarks>
internal readonly ref struct LaneHalf
{
    private readonly ref Vector512<double> origin;
    private readonly int rowCount;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneHalf(ref Vector512<double> origin, int rowCount)
    {
        this.origin = ref origin;
        this.rowCount = rowCount;
    }

    /// <summary>The vector of a row, for kernels that go on from there: those of the next rows follow at a distance of <see cref="LaneMemory.VectorsPerRow"/>.</summary>
    public ref Vector512<double> this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Debug.Assert((uint)row < (uint)rowCount, "The row lies outside the memory.");
            return ref Unsafe.Add(ref origin, (nint)row * LaneMemory.VectorsPerRow);
        }
    }
}
