using System.Runtime.CompilerServices;

namespace PluginLab.Dynamics;

public readonly partial struct Dual<TScalar>
{
    /// <inheritdoc/>
    /// <remarks>d (x y + z) = y dx + (x dy + dz), each sum with its product rounded once.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> FusedMultiplyAdd(Dual<TScalar> x, Dual<TScalar> y, Dual<TScalar> z) => new(
        TScalar.FusedMultiplyAdd(x.Value, y.Value, z.Value),
        TScalar.FusedMultiplyAdd(x.Derivative, y.Value, TScalar.FusedMultiplyAdd(x.Value, y.Derivative, z.Derivative)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> Sqrt(Dual<TScalar> x)
    {
        TScalar root = TScalar.Sqrt(x.Value);
        return new(root, x.Derivative / (2 * root));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> Exp(Dual<TScalar> x)
    {
        TScalar exponential = TScalar.Exp(x.Value);
        return new(exponential, exponential * x.Derivative);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> Log(Dual<TScalar> x) => new(TScalar.Log(x.Value), x.Derivative / x.Value);

    /// <inheritdoc/>
    /// <remarks>d x^y = y x^(y−1) dx.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> Pow(Dual<TScalar> x, double y) => new(TScalar.Pow(x.Value, y), y == 0 ? 0 : y * TScalar.Pow(x.Value, y - 1) * x.Derivative);

    /// <inheritdoc/>
    /// <remarks>d x^y = y x^(y−1) dx + x^y log x dy, where the second term is taken as 0 for x ≤ 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> Pow(Dual<TScalar> x, Dual<TScalar> y)
    {
        TScalar power = TScalar.Pow(x.Value, y.Value);
        TScalar byBase = y.Value * TScalar.Pow(x.Value, y.Value - 1) * x.Derivative;
        TScalar byExponent = TScalar.SelectLess(0, x.Value, power * TScalar.Log(x.Value), 0) * y.Derivative;
        return new(power, byBase + byExponent);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> Abs(Dual<TScalar> x) => new(TScalar.Abs(x.Value), TScalar.SelectLess(x.Value, 0, -x.Derivative, x.Derivative));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> Min(Dual<TScalar> left, Dual<TScalar> right) => new(TScalar.Min(left.Value, right.Value), TScalar.SelectLess(right.Value, left.Value, right.Derivative, left.Derivative));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> Max(Dual<TScalar> left, Dual<TScalar> right) => new(TScalar.Max(left.Value, right.Value), TScalar.SelectLess(left.Value, right.Value, right.Derivative, left.Derivative));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TScalar> SelectLess(Dual<TScalar> left, Dual<TScalar> right, Dual<TScalar> ifLess, Dual<TScalar> otherwise) => new(
        TScalar.SelectLess(left.Value, right.Value, ifLess.Value, otherwise.Value),
        TScalar.SelectLess(left.Value, right.Value, ifLess.Derivative, otherwise.Derivative));
}
