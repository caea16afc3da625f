namespace PluginLab.Numerics.Integration.StepSizes;

/// <summary>Logarithm, power and reciprocal to a few digits, which is all that the choice of a step size needs.</summary>
/// <remarks>
/// Sums, products and fused products of IEEE numbers, and shifts of their bits: the same result on every machine and in every lane of a vector, at a
/// tenth of the cost of a library function. The polynomials interpolate at the Chebyshev nodes of their interval.
/// </remarks>
internal static class StepArithmetic
{
    private const int FractionBits = 52;
    private const long FractionMask = (1L << FractionBits) - 1;
    private const long BitsOfOne = 0x3FF0000000000000;

    // Added to a number below 2^51 it leaves the nearest whole number in the low bits of the sum.
    private const double RoundingShift = 6755399441055744.0;

    // The bits of 1/x are about this minus the bits of x: to 5 %.
    private const long ReciprocalBits = 0x7FDE600000000000;

    // The bits of 1/√x are about this minus half the bits of x: to 3.5 %.
    private const long InverseSquareRootBits = 0x5FE6EB50C7B537A9;

    /// <summary>log₂ x to 1.2e-4 absolute, for positive normal x.</summary>
    public static double Log2(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        double exponent = (bits >> FractionBits) - (BitsOfOne >> FractionBits);
        double f = BitConverter.Int64BitsToDouble((bits & FractionMask) | BitsOfOne) - 1;
        double p = Math.FusedMultiplyAdd(f, -0.07844067620913465, 0.3122694773273213);
        p = Math.FusedMultiplyAdd(f, p, -0.6708826790147839);
        p = Math.FusedMultiplyAdd(f, p, 1.4368748962232516);
        p = Math.FusedMultiplyAdd(f, p, 0.00011457996038215378);
        return exponent + p;
    }

    /// <summary>2^y to 1e-4 relative, for |y| ≤ 1000.</summary>
    public static double Exp2(double y)
    {
        double shifted = y + RoundingShift;
        double r = y - (shifted - RoundingShift);
        double p = Math.FusedMultiplyAdd(r, 0.05583828294621966, 0.24263947854625847);
        p = Math.FusedMultiplyAdd(r, p, 0.6931367338836215);
        p = Math.FusedMultiplyAdd(r, p, 0.9999245569508708);
        return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(p) + (BitConverter.DoubleToInt64Bits(shifted) << FractionBits));
    }

    /// <summary>1/x to 7e-6 relative, for x from 1e-300 to 1e300: two steps of Newton's method from the bits.</summary>
    public static double Reciprocal(double x)
    {
        double y = BitConverter.Int64BitsToDouble(ReciprocalBits - BitConverter.DoubleToInt64Bits(x));
        y = Math.FusedMultiplyAdd(y, Math.FusedMultiplyAdd(-x, y, 1), y);
        return Math.FusedMultiplyAdd(y, Math.FusedMultiplyAdd(-x, y, 1), y);
    }

    /// <summary>√x to 5e-6 relative, for x from 1e-300 to 1e300; 0 of 0: two steps of Newton's method for 1/√x from the bits.</summary>
    public static double SquareRoot(double x)
    {
        double y = BitConverter.Int64BitsToDouble(InverseSquareRootBits - (long)(BitConverter.DoubleToUInt64Bits(x) >> 1));
        double root = x * y;
        y *= Math.FusedMultiplyAdd(-0.5 * root, y, 1.5);
        root = x * y;
        return root * Math.FusedMultiplyAdd(-0.5 * root, y, 1.5);
    }

    /// <summary>E²/√(E² + Ē²/100): an error ratio E corrected by the ratio Ē of an estimate of lower order; NaN or infinite if one of them is.</summary>
    /// <remarks>Source: Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, section II.10.</remarks>
    public static double CorrectError(double error, double coarseError)
    {
        if (error == 0 || !double.IsFinite(coarseError))
        {
            return 0 * coarseError;
        }

        // Divided by E, so that no square of a huge ratio overflows.
        double relative = coarseError / error;
        return error / Math.Sqrt(1 + (0.01 * (relative * relative)));
    }
}
