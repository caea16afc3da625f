using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>32 consecutive components in four hardware vectors: enough independent sums to hide the latency of each.</summary>
internal readonly struct VectorBlock
{
    /// <summary>Number of components.</summary>
    public const int Count = 32;
    private const int Width = 8;

    /// <summary>Creates a block of its four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VectorBlock(Vector512<double> first, Vector512<double> second, Vector512<double> third, Vector512<double> fourth) =>
        (First, Second, Third, Fourth) = (first, second, third, fourth);

    /// <summary>Components 0 to 7.</summary>
    public Vector512<double> First { get; }

    /// <summary>Components 8 to 15.</summary>
    public Vector512<double> Second { get; }

    /// <summary>Components 16 to 23.</summary>
    public Vector512<double> Third { get; }

    /// <summary>Components 24 to 31.</summary>
    public Vector512<double> Fourth { get; }

    /// <summary>The components from a place on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorBlock Load(ref double start) => new(
        Vector512.LoadUnsafe(ref start), Vector512.LoadUnsafe(ref start, Width), Vector512.LoadUnsafe(ref start, 2 * Width), Vector512.LoadUnsafe(ref start, 3 * Width));

    /// <summary>These components times a factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VectorBlock Times(Vector512<double> factor) => new(factor * First, factor * Second, factor * Third, factor * Fourth);

    /// <summary>factor · these components + <paramref name="addend"/>, fused.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VectorBlock TimesPlus(Vector512<double> factor, VectorBlock addend) => new(
        Vector512.FusedMultiplyAdd(factor, First, addend.First),
        Vector512.FusedMultiplyAdd(factor, Second, addend.Second),
        Vector512.FusedMultiplyAdd(factor, Third, addend.Third),
        Vector512.FusedMultiplyAdd(factor, Fourth, addend.Fourth));

    /// <summary>Writes the components.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double start)
    {
        First.StoreUnsafe(ref start);
        Second.StoreUnsafe(ref start, Width);
        Third.StoreUnsafe(ref start, 2 * Width);
        Fourth.StoreUnsafe(ref start, 3 * Width);
    }
}
