using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PluginLab.Dynamics;

/// <summary>A double as a scalar: what a right-hand side runs over when one trajectory is solved.</summary>
/// <remarks>exp, log and pow are those of <see cref="PortableMath"/>, so that a trajectory has the same bits alone as among <see cref="Lanes"/>.</remarks>
/// <param name="value">The number.</param>
public readonly partial struct Real(double value) : IScalar<Real>, IBinary64<Real>, IEquatable<Real>
{
    private const int FractionBits = 52;
    private const int ExponentBias = 1023;
    private const long FractionMask = 0x000FFFFFFFFFFFFF;

    /// <summary>0.</summary>
    public static Real Zero => new(0);

    /// <summary>1.</summary>
    public static Real One => new(1);

    /// <summary>The number.</summary>
    public double Value => value;

    /// <summary>The same memory, seen as scalars.</summary>
    public static ReadOnlySpan<Real> Cast(ReadOnlySpan<double> values) => MemoryMarshal.Cast<double, Real>(values);

    /// <summary>The same memory, seen as scalars.</summary>
    public static Span<Real> Cast(Span<double> values) => MemoryMarshal.Cast<double, Real>(values);

    /// <inheritdoc/>
    public bool Equals(Real other) => value.Equals(other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Real other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => value.GetHashCode();

    /// <summary>The number in its shortest form.</summary>
    public override string ToString() => Experiments.NumberText.Of(value);

    /// <summary>Whether both are the same number, NaN not even to itself.</summary>
    public static bool operator ==(Real left, Real right) => left.Value == right.Value;

    /// <summary>Whether they are not the same number.</summary>
    public static bool operator !=(Real left, Real right) => left.Value != right.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Real IBinary64<Real>.Round(Real x) => new(Math.Round(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Real IBinary64<Real>.PowerOfTwo(Real n) => new(BitConverter.Int64BitsToDouble((long)((int)n.Value + ExponentBias) << FractionBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Real IBinary64<Real>.Exponent(Real x) => new((double)((BitConverter.DoubleToInt64Bits(x.Value) >> FractionBits) - ExponentBias));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Real IBinary64<Real>.Mantissa(Real x) =>
        new(BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(x.Value) & FractionMask) | ((long)ExponentBias << FractionBits)));
}
