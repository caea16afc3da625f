using PluginLab.Host.Figures.Comparison;

namespace PluginLab.Host.Tests.Figures.Comparison;

internal sealed class RelativeChangeTests
{
    [TestCase(false, 0.01, TestName = "On_a_linear_axis_a_change_counts_by_the_largest_number")]
    [TestCase(true, 0.5, TestName = "On_a_logarithmic_axis_a_change_counts_by_the_number_itself")]
    public void A_change_is_as_large_as_it_looks(bool isLogarithmic, double expected) =>
        Assert.That(RelativeChange.Largest([100, 1], [100, 2], isLogarithmic), Is.EqualTo(expected).Within(1e-15));

    [TestCase(double.NaN, double.NaN, 0)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity, 0)]
    [TestCase(double.NaN, 1, double.PositiveInfinity)]
    [TestCase(1, double.PositiveInfinity, double.PositiveInfinity)]
    [TestCase(double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity)]
    [TestCase(0, 0, 0)]
    [TestCase(1e308, -1e308, 2)]
    public void What_is_not_finite_is_the_same_as_itself_alone(double before, double after, double expected) =>
        Assert.That(RelativeChange.Largest([before], [after], isLogarithmic: false), Is.EqualTo(expected));

    [Test]
    public void Lists_of_different_lengths_differ_beyond_numbers() =>
        Assert.That(RelativeChange.Largest([1], [1, 1], isLogarithmic: true), Is.EqualTo(double.PositiveInfinity));
}
