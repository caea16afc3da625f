namespace PluginLab.Dynamics;

/// <summary>The arithmetic in which a right-hand side is written once: over <see cref="Real"/>, <see cref="Lanes"/> or <see cref="Dual{TScalar}"/>.</summary>
/// <typeparam name="TSelf">The scalar itself.</typeparam>
/// <remarks>
/// Every scalar of ours gives the value that doubles give, bit for bit (a NaN for a NaN), because each operation rounds once and none is fused but the one that says so.
/// There is no comparison: lanes may differ in its result. <see cref="SelectLess"/> chooses by it.
/// </remarks>
public interface IScalar<TSelf>
    where TSelf : unmanaged, IScalar<TSelf>
{
    /// <summary>The constant of that value.</summary>
    static abstract implicit operator TSelf(double value);

    /// <summary>−x.</summary>
    static abstract TSelf operator -(TSelf x);

    /// <summary>Sum.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Sum.</summary>
    static abstract TSelf operator +(TSelf left, double right);

    /// <summary>Sum.</summary>
    static abstract TSelf operator +(double left, TSelf right);

    /// <summary>Difference.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>Difference.</summary>
    static abstract TSelf operator -(TSelf left, double right);

    /// <summary>Difference.</summary>
    static abstract TSelf operator -(double left, TSelf right);

    /// <summary>Product.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>Product.</summary>
    static abstract TSelf operator *(TSelf left, double right);

    /// <summary>Product.</summary>
    static abstract TSelf operator *(double left, TSelf right);

    /// <summary>Quotient.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>Quotient.</summary>
    static abstract TSelf operator /(TSelf left, double right);

    /// <summary>Quotient.</summary>
    static abstract TSelf operator /(double left, TSelf right);

    /// <summary>x · y + z, rounded once.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf x, TSelf y, TSelf z);

    /// <summary>√x, correctly rounded; NaN below 0.</summary>
    static abstract TSelf Sqrt(TSelf x);

    /// <summary>e^x by <see cref="PortableMath.Exp"/>.</summary>
    static abstract TSelf Exp(TSelf x);

    /// <summary>The natural logarithm by <see cref="PortableMath.Log"/>.</summary>
    static abstract TSelf Log(TSelf x);

    /// <summary>x^y by <see cref="PortableMath.Pow"/>.</summary>
    static abstract TSelf Pow(TSelf x, double y);

    /// <summary>x^y by <see cref="PortableMath.Pow"/>.</summary>
    static abstract TSelf Pow(TSelf x, TSelf y);

    /// <summary>|x|.</summary>
    static abstract TSelf Abs(TSelf x);

    /// <summary>The smaller one as <see cref="Math.Min(double, double)"/> has it: NaN if one is NaN, −0 below 0.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>The larger one as <see cref="Math.Max(double, double)"/> has it: NaN if one is NaN, 0 above −0.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary><paramref name="ifLess"/> where left &lt; right; <paramref name="otherwise"/> elsewhere, also where one of them is NaN.</summary>
    /// <remarks>Both are evaluated: what is not chosen may be NaN or infinite without harm.</remarks>
    static abstract TSelf SelectLess(TSelf left, TSelf right, TSelf ifLess, TSelf otherwise);
}
