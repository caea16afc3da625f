using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PluginLab.Dynamics;

public readonly partial struct Lanes
{
    private const long FractionMask = 0x000FFFFFFFFFFFFF;
    private const int FractionBits = 52;
    private const double ExponentBias = 1023;
    private const double TwoTo52 = 4503599627370496;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes FusedMultiplyAdd(Lanes x, Lanes y, Lanes z) =>
        new(Vector512.FusedMultiplyAdd(x.lower, y.lower, z.lower), Vector512.FusedMultiplyAdd(x.upper, y.upper, z.upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Sqrt(Lanes x) => new(Vector512.Sqrt(x.lower), Vector512.Sqrt(x.upper));

    /// <inheritdoc/>
    public static Lanes Exp(Lanes x) => ElementaryFunctions.Exp(x);

    /// <inheritdoc/>
    public static Lanes Log(Lanes x) => ElementaryFunctions.Log(x);

    /// <inheritdoc/>
    public static Lanes Pow(Lanes x, double y) => ElementaryFunctions.Pow(x, y);

    /// <inheritdoc/>
    /// <remarks>Fast where all lanes have one exponent; otherwise lane by lane.</remarks>
    public static Lanes Pow(Lanes x, Lanes y)
    {
        double exponent = y[0];
        return y == exponent ? Pow(x, exponent) : PowByLane(x, y);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Abs(Lanes x) => new(Vector512.Abs(x.lower), Vector512.Abs(x.upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Min(Lanes left, Lanes right) => new(Vector512.Min(left.lower, right.lower), Vector512.Min(left.upper, right.upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Max(Lanes left, Lanes right) => new(Vector512.Max(left.lower, right.lower), Vector512.Max(left.upper, right.upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes SelectLess(Lanes left, Lanes right, Lanes ifLess, Lanes otherwise) => new(
        Vector512.ConditionalSelect(Vector512.LessThan(left.lower, right.lower), ifLess.lower, otherwise.lower),
        Vector512.ConditionalSelect(Vector512.LessThan(left.upper, right.upper), ifLess.upper, otherwise.upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes IBinary64<Lanes>.Round(Lanes x) => new(Vector512.Round(x.lower), Vector512.Round(x.upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes IBinary64<Lanes>.PowerOfTwo(Lanes n) => new(PowerOfTwo(n.lower), PowerOfTwo(n.upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes IBinary64<Lanes>.Exponent(Lanes x) => new(Exponent(x.lower), Exponent(x.upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes IBinary64<Lanes>.Mantissa(Lanes x) => new(Mantissa(x.lower), Mantissa(x.upper));

    // Adding 2^52 brings the whole number into the lowest bits, from where it is shifted into the exponent.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> PowerOfTwo(Vector512<double> n) =>
        Vector512.ShiftLeft((n + Vector512.Create(ExponentBias + TwoTo52)).AsInt64(), FractionBits).AsDouble();

    // Below the exponent of 2^52, the exponent field is a whole number of its own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Exponent(Vector512<double> x) =>
        (Vector512.ShiftRightLogical(x.AsInt64(), FractionBits) | Vector512.Create(TwoTo52).AsInt64()).AsDouble() - Vector512.Create(ExponentBias + TwoTo52);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Mantissa(Vector512<double> x) =>
        ((x.AsInt64() & Vector512.Create(FractionMask)) | Vector512.Create(1.0).AsInt64()).AsDouble();

    private static Lanes PowByLane(Lanes x, Lanes y)
    {
        Span<double> values = stackalloc double[Count];
        for (int lane = 0; lane < values.Length; lane++)
        {
            values[lane] = PortableMath.Pow(x[lane], y[lane]);
        }

        return Create(values);
    }
}
