namespace PluginLab.Documentation.Tests.Theory.Writing;

public sealed class FewDigitsTests
{
    [TestCase(-0.92903324, 4, "−0.929")]
    [TestCase(3, 4, "3")]
    [TestCase(1.34e-8, 1, "10⁻⁸")]
    [TestCase(-2.5e-12, 2, "−2.5·10⁻¹²")]
    [TestCase(0.00025, 4, "2.5·10⁻⁴")]
    [TestCase(4187, 4, "4187")]
    [TestCase(0, 1, "0")]
    public void A_number_is_written_with_few_digits(double value, int digits, string expected) => Assert.That(FewDigits.Write(value, digits), Is.EqualTo(expected));
}
