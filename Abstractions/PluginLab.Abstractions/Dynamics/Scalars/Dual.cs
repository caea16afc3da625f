using System.Runtime.CompilerServices;

namespace PluginLab.Dynamics;

/// <summary>A value and its derivative in one direction, carried together: forward differentiation without truncation error.</summary>
/// <typeparam name="TScalar">What both are: <see cref="Real"/>, <see cref="Lanes"/> for many at once, another dual for second derivatives.</typeparam>
/// <remarks>
/// f(x + εv) = f(x) + ε f'(x)v with ε² = 0 (Clifford 1873; Wengert 1964). The value has the bits it has without the derivative. A dual of a dual,
/// x = ((a, u), (v, 0)), gives f(a), f'(a)u, f'(a)v and vᵀf''(a)u. Choices by comparison look at the value alone: at ties
/// <see cref="Min"/> and <see cref="Max"/> take the derivative of the left, <see cref="Abs"/> that from the right.
/// </remarks>
/// <param name="value">The value.</param>
/// <param name="derivative">The derivative in the chosen direction.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly partial struct Dual<TScalar>(TScalar value, TScalar derivative) : IScalar<Dual<TScalar>>, IEquatable<Dual<TScalar>>
    where TScalar : unmanaged, IScalar<TScalar>
{
    /// <summary>The constant 0.</summary>
    public static Dual<TScalar> Zero => 0;

    /// <summary>The constant 1.</summary>
    public static Dual<TScalar> One => 1;

    /// <summary>The value.</summary>
    public TScalar Value => value;

    /// <summary>The derivative in the chosen direction; 0 for a constant.</summary>
    public TScalar Derivative => derivative;

    /// <summary>Whether values and derivatives are equal, NaN equal to NaN.</summary>
    public bool Equals(Dual<TScalar> other) => value.Equals(other.Value) && derivative.Equals(other.Derivative);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Dual<TScalar> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(value, derivative);

    /// <summary>Value and derivative, such as <c>2 + 0.5 ε</c>.</summary>
    public override string ToString() => $"{value} + {derivative} ε";

    /// <summary>Whether values and derivatives are equal, NaN equal to NaN.</summary>
    public static bool operator ==(Dual<TScalar> left, Dual<TScalar> right) => left.Equals(right);

    /// <summary>Whether a value or derivative differs.</summary>
    public static bool operator !=(Dual<TScalar> left, Dual<TScalar> right) => !left.Equals(right);
}
