using PluginLab.Bench.Peers;

namespace PluginLab.Bench.Tests.Peers;

internal sealed class StatisticsTests
{
    [TestCase(3.0, 3.0)]
    [TestCase(2.0, 9.0, 2.0, 1.0)]
    [TestCase(2.5, 9.0, 2.0, 3.0, 1.0)]
    [TestCase(double.NaN, 9.0, double.NaN, 3.0)]
    public void The_median_is_the_middle(double median, params double[] values) => Assert.That(Statistics.Median(values), Is.EqualTo(median));

    [Test]
    public void Nothing_has_no_median() => Assert.That(() => Statistics.Median([]), Throws.ArgumentException);

    [TestCase(0.0999, "99.9 ms")]
    [TestCase(0.1, "0.10 s")]
    public void Below_a_tenth_of_a_second_milliseconds_are_told(double seconds, string text) => Assert.That(Statistics.Seconds(seconds), Is.EqualTo(text));
}
