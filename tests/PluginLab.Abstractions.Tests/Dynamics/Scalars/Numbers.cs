namespace PluginLab.Abstractions.Tests.Dynamics.Scalars;

/// <summary>Doubles to try: every edge, magnitudes of all orders, and pairs of equal and opposite ones.</summary>
internal static class Numbers
{
    private const int DrawnCount = 2000;

    public static double[] Edges { get; } =
    [
        0, -0.0, 1, -1, 0.5, 2, -2, 3, 1.4142135623730951, 1.4142135623730949, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 2.2250738585072009e-308, double.MaxValue, double.MinValue, 1e-310, 1e-320, 1e300, -1e300,
        709.782712893384, 709.78271289338397, 709.78271289338409, 710, -708.4, -708.3964185322641, -744.4400719213812, -745.1332191019411, -745.14, -746, -1e308,
        0.34657359027997264, -0.34657359027997264, 1.0397207708399179, 4503599627370496, 9007199254740993, 7, 8, 9, -8, -9,
    ];

    /// <summary>Bit patterns of all exponents and signs, and as many numbers of ordinary size.</summary>
    public static IEnumerable<double> Drawn()
    {
        Random random = new(20240607);
        for (int i = 0; i < DrawnCount; i++)
        {
            yield return BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            yield return (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-8, 4));
        }
    }

    /// <summary>The bits, one NaN for all: which of two NaN an operation hands on is open in IEEE 754.</summary>
    public static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
