using System.Runtime.CompilerServices;

namespace PluginLab.Numerics.LinearAlgebra.Kernels;

/// <summary>One, two or three vectors side by side: a row of a tile, kept in registers. Mutable, since the compiler then moves nothing.</summary>
internal unsafe interface ITileRow<TRow>
{
    /// <summary>Doubles in a row.</summary>
    static abstract int Count { get; }

    static abstract TRow Load(double* source);

    void Store(double* destination);

    /// <summary>Adds factor · right; product and sum are rounded once.</summary>
    void AddScaled(double factor, TRow right);

    /// <summary>Turns sums S into alpha S + beta D, where beta D is rounded first; beta = 0 reads no D.</summary>
    void Update(double* addend, double alpha, double beta);
}

internal unsafe struct OneVector<TUnit, TVector> : ITileRow<OneVector<TUnit, TVector>>
    where TUnit : struct, IVectorUnit<TVector>
{
    private TVector first;

    public static int Count => TUnit.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneVector<TUnit, TVector> Load(double* source) => new() { first = TUnit.Load(source) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(double* destination)
    {
        TUnit.Store(first, destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddScaled(double factor, OneVector<TUnit, TVector> right)
    {
        TVector a = TUnit.Broadcast(factor);
        first = TUnit.FusedMultiplyAdd(a, right.first, first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(double* addend, double alpha, double beta)
    {
        TVector a = TUnit.Broadcast(alpha), b = TUnit.Broadcast(beta);
        if (beta == 0)
        {
            first = TUnit.Multiply(a, first);
        }
        else
        {
            first = TUnit.FusedMultiplyAdd(a, first, TUnit.Multiply(b, TUnit.Load(addend)));
        }
    }
}

internal unsafe struct TwoVectors<TUnit, TVector> : ITileRow<TwoVectors<TUnit, TVector>>
    where TUnit : struct, IVectorUnit<TVector>
{
    private TVector first;
    private TVector second;

    public static int Count => 2 * TUnit.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoVectors<TUnit, TVector> Load(double* source) => new() { first = TUnit.Load(source), second = TUnit.Load(source + TUnit.Count) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(double* destination)
    {
        TUnit.Store(first, destination);
        TUnit.Store(second, destination + TUnit.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddScaled(double factor, TwoVectors<TUnit, TVector> right)
    {
        TVector a = TUnit.Broadcast(factor);
        first = TUnit.FusedMultiplyAdd(a, right.first, first);
        second = TUnit.FusedMultiplyAdd(a, right.second, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(double* addend, double alpha, double beta)
    {
        TVector a = TUnit.Broadcast(alpha), b = TUnit.Broadcast(beta);
        if (beta == 0)
        {
            first = TUnit.Multiply(a, first);
            second = TUnit.Multiply(a, second);
        }
        else
        {
            first = TUnit.FusedMultiplyAdd(a, first, TUnit.Multiply(b, TUnit.Load(addend)));
            second = TUnit.FusedMultiplyAdd(a, second, TUnit.Multiply(b, TUnit.Load(addend + TUnit.Count)));
        }
    }
}

internal unsafe struct ThreeVectors<TUnit, TVector> : ITileRow<ThreeVectors<TUnit, TVector>>
    where TUnit : struct, IVectorUnit<TVector>
{
    private TVector first;
    private TVector second;
    private TVector third;

    public static int Count => 3 * TUnit.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ThreeVectors<TUnit, TVector> Load(double* source) =>
        new() { first = TUnit.Load(source), second = TUnit.Load(source + TUnit.Count), third = TUnit.Load(source + (2 * TUnit.Count)) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(double* destination)
    {
        TUnit.Store(first, destination);
        TUnit.Store(second, destination + TUnit.Count);
        TUnit.Store(third, destination + (2 * TUnit.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddScaled(double factor, ThreeVectors<TUnit, TVector> right)
    {
        TVector a = TUnit.Broadcast(factor);
        first = TUnit.FusedMultiplyAdd(a, right.first, first);
        second = TUnit.FusedMultiplyAdd(a, right.second, second);
        third = TUnit.FusedMultiplyAdd(a, right.third, third);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(double* addend, double alpha, double beta)
    {
        TVector a = TUnit.Broadcast(alpha), b = TUnit.Broadcast(beta);
        if (beta == 0)
        {
            first = TUnit.Multiply(a, first);
            second = TUnit.Multiply(a, second);
            third = TUnit.Multiply(a, third);
        }
        else
        {
            first = TUnit.FusedMultiplyAdd(a, first, TUnit.Multiply(b, TUnit.Load(addend)));
            second = TUnit.FusedMultiplyAdd(a, second, TUnit.Multiply(b, TUnit.Load(addend + TUnit.Count)));
            third = TUnit.FusedMultiplyAdd(a, third, TUnit.Multiply(b, TUnit.Load(addend + (2 * TUnit.Count))));
        }
    }
}
