using PluginLab.Numerics.Statistics;

namespace PluginLab.Numerics.Tests.Statistics;

/// <summary>Quantiles lie between the order statistics of a sample.</summary>
public sealed class QuantilesTests
{
    [Test]
    public void Order_statistics_stand_at_equal_levels_and_quantiles_on_straight_lines_between_them() =>
        Assert.That(Quantiles.Of([5, 1, 2], [0, 0.25, 0.5, 0.75, 1]), Is.EqualTo([1, 1.5, 2, 3.5, 5]));

    [Test]
    public void One_value_is_all_quantiles() => Assert.That(Quantiles.Of([3], [0, 0.3, 1]), Is.EqualTo([3, 3, 3]));

    [Test]
    public void A_value_that_is_not_known_leaves_no_quantile() => Assert.That(Quantiles.Of([1, double.NaN, 2], [0, 0.9]), Is.All.NaN);

    [Test]
    public void An_empty_sample_is_refused() =>
        Assert.That(() => Quantiles.Of([], [0.5]), Throws.ArgumentException.With.Message.Contains("at least one value"));

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void A_level_must_be_a_probability(double level) =>
        Assert.That(() => Quantiles.Of([1, 2], [level]), Throws.ArgumentException.With.Message.Contains("probability from 0 to 1"));
}
