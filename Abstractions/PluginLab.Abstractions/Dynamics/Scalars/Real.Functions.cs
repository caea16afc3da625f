using System.Runtime.CompilerServices;

namespace PluginLab.Dynamics;

public readonly partial struct Real
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real FusedMultiplyAdd(Real x, Real y, Real z) => new(Math.FusedMultiplyAdd(x.Value, y.Value, z.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Sqrt(Real x) => new(Math.Sqrt(x.Value));

    /// <inheritdoc/>
    public static Real Exp(Real x) => ElementaryFunctions.Exp(x);

    /// <inheritdoc/>
    public static Real Log(Real x) => ElementaryFunctions.Log(x);

    /// <inheritdoc/>
    public static Real Pow(Real x, double y) => ElementaryFunctions.Pow(x, y);

    /// <inheritdoc/>
    public static Real Pow(Real x, Real y) => ElementaryFunctions.Pow(x, y.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Abs(Real x) => new(Math.Abs(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Min(Real left, Real right) => new(Math.Min(left.Value, right.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Max(Real left, Real right) => new(Math.Max(left.Value, right.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real SelectLess(Real left, Real right, Real ifLess, Real otherwise) => left.Value < right.Value ? ifLess : otherwise;
}
