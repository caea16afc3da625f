namespace PluginLab.Dynamics;

/// <summary>Elementary functions from IEEE basic operations alone: the same bits on every platform.</summary>
/// <remarks>
/// The platform's exp, log and pow may differ in the last bit. Where such a bit decides a step size or a random start, these are used.
/// Errors are below 1 ulp for <see cref="Exp"/> and <see cref="Log"/>. Source: the argument reductions and minimax polynomials of
/// FDLIBM (Sun Microsystems, 1993), as documented in its e_exp.c and e_log.c.
/// </remarks>
public static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double InverseLn2 = 1.44269504088896338700e+00;
    private const double LargestExponent = 709.782712893384;
    private const double SmallestExponent = -745.1332191019411;
    private const int ExponentBias = 1023;
    private const int FractionBits = 52;
    private const double TwoTo54 = 18014398509481984.0;

    /// <summary>e^x; +∞ above 709.78, 0 below −745.13, NaN for NaN.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x) || x > LargestExponent)
        {
            return double.IsNaN(x) ? x : double.PositiveInfinity;
        }

        if (x < SmallestExponent)
        {
            return 0;
        }

        double k = Math.Round(x * InverseLn2);
        double high = x - (k * Ln2High);
        double low = k * Ln2Low;
        double r = high - low;
        double t = r * r;
        double c = r - (t * (1.66666666666666019037e-01 + (t * (-2.77777777770155933842e-03 + (t * (6.61375632143793436117e-05
            + (t * (-1.65339022054652515390e-06 + (t * 4.13813679705723846039e-08)))))))));
        double y = 1 - (low - (r * c / (2 - c)) - high);
        int exponent = (int)k;
        return exponent < -1021
            ? y * PowerOfTwo(exponent + 100) * PowerOfTwo(-100)
            : y * PowerOfTwo(exponent - 1) * 2;
    }

    /// <summary>Natural logarithm; −∞ at 0, NaN below, +∞ at +∞.</summary>
    public static double Log(double x)
    {
        if (double.IsNaN(x) || x < 0)
        {
            return double.NaN;
        }

        if (x == 0 || double.IsPositiveInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : x;
        }

        int k = 0;
        if (!double.IsNormal(x))
        {
            (k, x) = (-54, x * TwoTo54);
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        k += (int)(bits >> FractionBits) - ExponentBias;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | ((long)ExponentBias << FractionBits));
        if (mantissa > 1.4142135623730951)
        {
            (mantissa, k) = (mantissa / 2, k + 1);
        }

        double f = mantissa - 1;
        double s = f / (2 + f);
        double z = s * s;
        double r = z * (6.666666666666735130e-01 + (z * (3.999999999940941908e-01 + (z * (2.857142874366239149e-01
            + (z * (2.222219843214978396e-01 + (z * (1.818357216161805012e-01 + (z * (1.531383769920937332e-01
            + (z * 1.479819860511658591e-01))))))))))));
        double half = 0.5 * f * f;
        return (k * Ln2High) - (half - ((s * (half + r)) + (k * Ln2Low)) - f);
    }

    /// <summary>x^y for x ≥ 0 as e^{y log x}: about |y log x| ulp off. 1 for y = 0, 0 for x = 0 &lt; y, NaN for negative x.</summary>
    public static double Pow(double x, double y) => y == 0 ? 1 : x == 0 && y > 0 ? 0 : Exp(y * Log(x));

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + ExponentBias) << FractionBits);
}
