using System.Globalization;
using PluginLab.Experiments;

namespace PluginLab.Abstractions.Tests.Experiments;

public sealed class NumberTextTests
{
    [TestCase(0.0, "0")]
    [TestCase(-0.0, "0")]
    [TestCase(1.0, "1")]
    [TestCase(-1.5, "-1.5")]
    [TestCase(0.1, "0.1")]
    [TestCase(0.001, "0.001")]
    [TestCase(1e-6, "0.000001")]
    [TestCase(1e-7, "1e-7")]
    [TestCase(1.5e-7, "1.5e-7")]
    [TestCase(12345.0, "12345")]
    [TestCase(123456789012345680000.0, "123456789012345680000")]
    [TestCase(1e20, "100000000000000000000")]
    [TestCase(1e21, "1e+21")]
    [TestCase(1.2345e21, "1.2345e+21")]
    [TestCase(5e-324, "5e-324")]
    [TestCase(1.7976931348623157e308, "1.7976931348623157e+308")]
    [TestCase(0.30000000000000004, "0.30000000000000004")]
    [TestCase(9.999999999999997e22, "9.999999999999997e+22")]
    [TestCase(1e23, "1e+23")]
    [TestCase(295147905179352830000.0, "295147905179352830000")]
    [TestCase(999999999999999900000.0, "999999999999999900000")]
    [TestCase(9007199254740993.0, "9007199254740992")]
    [TestCase(double.NaN, "NaN")]
    [TestCase(double.PositiveInfinity, "Infinity")]
    [TestCase(double.NegativeInfinity, "-Infinity")]
    public void A_number_is_written_as_ECMAScript_writes_it(double value, string expected) => Assert.That(NumberText.Of(value), Is.EqualTo(expected));

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public bool A_number_reads_back_as_itself(long bits)
    {
        double value = BitConverter.Int64BitsToDouble(bits);
        return !double.IsFinite(value) || double.Parse(NumberText.Of(value), CultureInfo.InvariantCulture) == value;
    }

    [Test]
    public void The_culture_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            Assert.That($"{0.5:F1}", Is.EqualTo("0,5"));
            Assert.That(NumberText.Of(-0.5), Is.EqualTo("-0.5"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
