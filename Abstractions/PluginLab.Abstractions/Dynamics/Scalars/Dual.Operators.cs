using System.Runtime.CompilerServices;

namespace PluginLab.Dynamics;

public readonly partial struct Dual<TScalar>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Dual<TScalar>(double value) => new(value, 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> operator -(Dual<TScalar> x) => new(-x.Value, -x.Derivative);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> operator +(Dual<TScalar> left, Dual<TScalar> right) => new(left.Value + right.Value, left.Derivative + right.Derivative);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> operator +(Dual<TScalar> left, double right) => new(left.Value + right, left.Derivative);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> operator +(double left, Dual<TScalar> right) => new(left + right.Value, right.Derivative);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> operator -(Dual<TScalar> left, Dual<TScalar> right) => new(left.Value - right.Value, left.Derivative - right.Derivative);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> operator -(Dual<TScalar> left, double right) => new(left.Value - right, left.Derivative);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> operator -(double left, Dual<TScalar> right) => new(left - right.Value, -right.Derivative);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> operator *(Dual<TScalar> left, Dual<TScalar> right) => new(left.Value * right.Value, (left.Derivative * right.Value) + (left.Value * right.Derivative));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> operator *(Dual<TScalar> left, double right) => new(left.Value * right, left.Derivative * right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> operator *(double left, Dual<TScalar> right) => new(left * right.Value, left * right.Derivative);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> operator /(Dual<TScalar> left, Dual<TScalar> right)
    {
        TScalar quotient = left.Value / right.Value;
        return new(quotient, (left.Derivative - (quotient * right.Derivative)) / right.Value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> operator /(Dual<TScalar> left, double right) => new(left.Value / right, left.Derivative / right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> operator /(double left, Dual<TScalar> right)
    {
        TScalar quotient = left / right.Value;
        return new(quotient, -(quotient * right.Derivative) / right.Value);
    }
}
