using FsCheck;
using PluginLab.Dynamics;

namespace PluginLab.Abstractions.Tests.Dynamics;

public sealed class PortableMathTests
{
    private const double LargestArgumentOfExp = 709.782712893384;
    private const double SmallestArgumentOfExp = -745.1332191019411;

    private static readonly double[] ExpArguments =
    [
        0, -0.0, 1, -1, 0.5, 1e-300, -1e-300, 1e-17, 700, 709.78, LargestArgumentOfExp, -700, -708.39, -708.5, -740, -745, SmallestArgumentOfExp,
        0.34657359027997264, -0.34657359027997264, 88.02969193111305,
    ];

    private static readonly double[] LogArguments =
    [
        1, 2, 0.5, 1.4142135623730951, 0.7071067811865476, 0.9999999999999999, 1.0000000000000002, 10, 1e300, double.MaxValue, 1e-300,
        2.2250738585072014e-308, 2.2250738585072009e-308, 1e-310, double.Epsilon,
    ];

    [TestCaseSource(nameof(ExpArguments))]
    public void Exp_is_within_one_unit_in_the_last_place(double x) => Assert.That(UnitsBetween(PortableMath.Exp(x), Math.Exp(x)), Is.LessThanOrEqualTo(1));

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public bool Exp_is_within_one_unit_in_the_last_place_everywhere(int numerator)
    {
        double x = SmallestArgumentOfExp + ((LargestArgumentOfExp - SmallestArgumentOfExp) * Fraction(numerator));
        return UnitsBetween(PortableMath.Exp(x), Math.Exp(x)) <= 1;
    }

    [Test]
    public void Exp_has_its_limits()
    {
        Assert.That(PortableMath.Exp(709.79), Is.EqualTo(double.PositiveInfinity));
        Assert.That(PortableMath.Exp(double.PositiveInfinity), Is.EqualTo(double.PositiveInfinity));
        Assert.That(PortableMath.Exp(-745.14), Is.Zero);
        Assert.That(PortableMath.Exp(double.NegativeInfinity), Is.Zero);
        Assert.That(PortableMath.Exp(double.NaN), Is.NaN);
    }

    [TestCaseSource(nameof(LogArguments))]
    public void Log_is_within_one_unit_in_the_last_place(double x) => Assert.That(UnitsBetween(PortableMath.Log(x), Math.Log(x)), Is.LessThanOrEqualTo(1));

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public bool Log_is_within_one_unit_in_the_last_place_everywhere(NormalFloat value)
    {
        double x = Math.Abs(value.Get);
        return x == 0 || UnitsBetween(PortableMath.Log(x), Math.Log(x)) <= 1;
    }

    [Test]
    public void Log_has_its_limits()
    {
        Assert.That(PortableMath.Log(0), Is.EqualTo(double.NegativeInfinity));
        Assert.That(PortableMath.Log(double.PositiveInfinity), Is.EqualTo(double.PositiveInfinity));
        Assert.That(PortableMath.Log(-1), Is.NaN);
        Assert.That(PortableMath.Log(double.NaN), Is.NaN);
    }

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Pow_is_as_good_as_its_exponent_allows(ushort mantissa, sbyte exponent)
    {
        double x = (mantissa + 1.0) / 1024;
        double y = exponent / 16.0;
        double expected = Math.Pow(x, y);
        double unitsAllowed = 2 + (2 * Math.Abs(y * Math.Log(x)));
        return Math.Abs(PortableMath.Pow(x, y) - expected) <= unitsAllowed * (Math.BitIncrement(expected) - expected);
    }

    [TestCase(0, 0, 1)]
    [TestCase(0, 0.5, 0)]
    [TestCase(0, -0.5, double.PositiveInfinity)]
    [TestCase(5, 0, 1)]
    [TestCase(-1, 0.5, double.NaN)]
    [TestCase(3, 2, 9)]
    [TestCase(-2, 3, -8)]
    [TestCase(-2, -1, -0.5)]
    [TestCase(-1, 9, -1)]
    [TestCase(-1, 10, 1)]
    [TestCase(-1, 1e300, 1)]
    [TestCase(0, -3, double.PositiveInfinity)]
    [TestCase(double.NaN, 0, 1)]
    [TestCase(2, double.NaN, double.NaN)]
    [TestCase(2, double.NegativeInfinity, 0)]
    [TestCase(0.5, double.NegativeInfinity, double.PositiveInfinity)]
    public void Pow_has_its_limits(double x, double y, double expected) => Assert.That(PortableMath.Pow(x, y), Is.EqualTo(expected));

    private static double Fraction(int numerator) => (uint)(numerator * 2654435761L) / (double)uint.MaxValue;

    private static long UnitsBetween(double x, double y) => Math.Abs(BitConverter.DoubleToInt64Bits(x) - BitConverter.DoubleToInt64Bits(y));
}
