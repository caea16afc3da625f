using System.Runtime.CompilerServices;

namespace PluginLab.Dynamics;

/// <summary>exp, log and pow from IEEE basic operations, without branches on the argument: one text for doubles and lanes, so that their bits agree.</summary>
internal static class ElementaryFunctions
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double InverseLn2 = 1.44269504088896338700e+00;
    private const double LargestExponent = 709.782712893384;
    private const double SmallestExponent = -745.1332191019411;
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double Sqrt2 = 1.4142135623730951;
    private const double TwoTo54 = 18014398509481984.0;
    private const double TwoToMinus100 = 7.888609052210118e-31;
    private const int MostFactors = 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static T Exp<T>(T x)
        where T : unmanaged, IScalar<T>, IBinary64<T>
    {
        T k = T.Round(x * InverseLn2);
        T high = x - (k * Ln2High);
        T low = k * Ln2Low;
        T r = high - low;
        T t = r * r;
        T c = r - (t * (1.66666666666666019037e-01 + (t * (-2.77777777770155933842e-03 + (t * (6.61375632143793436117e-05
            + (t * (-1.65339022054652515390e-06 + (t * 4.13813679705723846039e-08)))))))));
        T y = 1 - (low - (r * c / (2 - c)) - high);

        // In two factors, as 2^k itself may be subnormal or too large.
        T first = T.PowerOfTwo(T.SelectLess(k, -1021, k + 100, k - 1));
        T second = T.SelectLess(k, -1021, TwoToMinus100, 2);
        T result = T.SelectLess(x, SmallestExponent, 0, y * first * second);
        return T.SelectLess(LargestExponent, x, double.PositiveInfinity, result);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static T Log<T>(T x)
        where T : unmanaged, IScalar<T>, IBinary64<T>
    {
        T normal = T.SelectLess(x, SmallestNormal, x * TwoTo54, x);
        T mantissa = T.Mantissa(normal);
        T k = T.Exponent(normal) + T.SelectLess(x, SmallestNormal, -54, 0) + T.SelectLess(Sqrt2, mantissa, 1, 0);
        T f = T.SelectLess(Sqrt2, mantissa, 0.5 * mantissa, mantissa) - 1;
        T s = f / (2 + f);
        T z = s * s;
        T r = z * (6.666666666666735130e-01 + (z * (3.999999999940941908e-01 + (z * (2.857142874366239149e-01
            + (z * (2.222219843214978396e-01 + (z * (1.818357216161805012e-01 + (z * (1.531383769920937332e-01
            + (z * 1.479819860511658591e-01))))))))))));
        T half = 0.5 * f * f;
        T result = (k * Ln2High) - (half - ((s * (half + r)) + (k * Ln2Low)) - f);

        result = T.SelectLess(x, double.PositiveInfinity, result, x);
        result = T.SelectLess(T.Abs(x), double.Epsilon, double.NegativeInfinity, result);
        return T.SelectLess(x, 0, double.NaN, result);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static T Pow<T>(T x, double y)
        where T : unmanaged, IScalar<T>, IBinary64<T>
    {
        if (y != Math.Round(y))
        {
            return Exp(y * Log(x));
        }

        return Math.Abs(y) <= MostFactors ? SmallPower(x, (int)y) : WholePower(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static T SmallPower<T>(T x, int exponent)
        where T : unmanaged, IScalar<T>, IBinary64<T>
    {
        T power = 1;
        T square = x;
        for (int rest = Math.Abs(exponent); rest > 0; rest >>= 1)
        {
            power = (rest & 1) == 0 ? power : power * square;
            square *= square;
        }

        return exponent < 0 ? 1 / power : power;
    }

    private static T WholePower<T>(T x, double y)
        where T : unmanaged, IScalar<T>, IBinary64<T>
    {
        T magnitude = Exp(y * Log(T.Abs(x)));
        bool isOdd = Math.Abs(y % 2) == 1;
        return isOdd ? T.SelectLess(x, 0, -magnitude, magnitude) : magnitude;
    }
}
