using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PluginLab.Numerics.Ensembles.Kernels;

/// <summary>The functions of <see cref="Integration.StepSizes.StepArithmetic"/> on eight numbers at once, with the same bits.</summary>
internal static class LaneArithmetic
{
    private const int FractionBits = 52;
    private const long FractionMask = (1L << FractionBits) - 1;
    private const long BitsOfOne = 0x3FF0000000000000;
    private const double RoundingShift = 6755399441055744.0;
    private const long ReciprocalBits = 0x7FDE600000000000;
    private const long InverseSquareRootBits = 0x5FE6EB50C7B537A9;

    /// <summary>log₂ x to 1.2e-4 absolute, for positive normal x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log2(Vector512<double> x)
    {
        Vector512<long> bits = x.AsInt64();
        Vector512<double> exponent = Vector512.ConvertToDouble(Vector512.ShiftRightArithmetic(bits, FractionBits) - Vector512.Create(BitsOfOne >> FractionBits));
        Vector512<double> f = ((bits & Vector512.Create(FractionMask)) | Vector512.Create(BitsOfOne)).AsDouble() - Vector512<double>.One;
        Vector512<double> p = Vector512.FusedMultiplyAdd(f, Vector512.Create(-0.07844067620913465), Vector512.Create(0.3122694773273213));
        p = Vector512.FusedMultiplyAdd(f, p, Vector512.Create(-0.6708826790147839));
        p = Vector512.FusedMultiplyAdd(f, p, Vector512.Create(1.4368748962232516));
        p = Vector512.FusedMultiplyAdd(f, p, Vector512.Create(0.00011457996038215378));
        return exponent + p;
    }

    /// <summary>2^y to 1e-4 relative, for |y| ≤ 1000.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp2(Vector512<double> y)
    {
        Vector512<double> shift = Vector512.Create(RoundingShift);
        Vector512<double> shifted = y + shift;
        Vector512<double> r = y - (shifted - shift);
        Vector512<double> p = Vector512.FusedMultiplyAdd(r, Vector512.Create(0.05583828294621966), Vector512.Create(0.24263947854625847));
        p = Vector512.FusedMultiplyAdd(r, p, Vector512.Create(0.6931367338836215));
        p = Vector512.FusedMultiplyAdd(r, p, Vector512.Create(0.9999245569508708));
        return (p.AsInt64() + Vector512.ShiftLeft(shifted.AsInt64(), FractionBits)).AsDouble();
    }

    /// <summary>1/x to 7e-6 relative, for x from 1e-300 to 1e300.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Reciprocal(Vector512<double> x)
    {
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> y = (Vector512.Create(ReciprocalBits) - x.AsInt64()).AsDouble();
        y = Vector512.FusedMultiplyAdd(y, Vector512.FusedMultiplyAdd(-x, y, one), y);
        return Vector512.FusedMultiplyAdd(y, Vector512.FusedMultiplyAdd(-x, y, one), y);
    }

    /// <summary>√x to 5e-6 relative, for x from 1e-300 to 1e300; 0 of 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SquareRoot(Vector512<double> x)
    {
        Vector512<double> half = Vector512.Create(-0.5), threeHalves = Vector512.Create(1.5);
        Vector512<double> y = (Vector512.Create(InverseSquareRootBits) - Vector512.ShiftRightLogical(x.AsInt64(), 1)).AsDouble();
        Vector512<double> root = x * y;
        y *= Vector512.FusedMultiplyAdd(half * root, y, threeHalves);
        root = x * y;
        return root * Vector512.FusedMultiplyAdd(half * root, y, threeHalves);
    }

    /// <summary>E²/√(E² + Ē²/100): NaN or infinite if one of them is.</summary>
    public static Vector512<double> CorrectError(Vector512<double> error, Vector512<double> coarseError)
    {
        Vector512<double> relative = coarseError / error;
        Vector512<double> corrected = error / Vector512.Sqrt(Vector512<double>.One + (Vector512.Create(0.01) * (relative * relative)));
        Vector512<double> isUsual = Vector512.LessThan(coarseError, Vector512.Create(double.PositiveInfinity)) & ~Vector512.Equals(error, Vector512<double>.Zero);
        return Vector512.ConditionalSelect(isUsual, corrected, Vector512<double>.Zero * coarseError);
    }

    /// <summary>The distance from |x| to the next larger number, for finite x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> UnitInTheLastPlace(Vector512<double> x)
    {
        Vector512<double> size = Vector512.Abs(x);
        return (size.AsInt64() + Vector512<long>.One).AsDouble() - size;
    }

    /// <summary>The larger one of each pair; the right one if one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Larger(Vector512<double> left, Vector512<double> right) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(left, right), left, right);
}
