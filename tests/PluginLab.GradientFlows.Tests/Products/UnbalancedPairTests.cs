using PluginLab.GradientFlows.Products;

namespace PluginLab.GradientFlows.Tests.Products;

public sealed class UnbalancedPairTests
{
    [TestCase(10)]
    [TestCase(1000)]
    [TestCase(1e6)]
    public void Long_after_it_has_settled_the_state_is_the_limit(double time)
    {
        UnbalancedPair pair = new(target: 4, first: 3, second: 1e-3);

        (double first, double second) = pair.StateAt(time);

        Assert.That(first, Is.EqualTo(pair.Limit.First).Within(4).Ulps);
        Assert.That(second, Is.EqualTo(pair.Limit.Second).Within(4).Ulps);
    }

    [Test]
    public void The_two_ways_of_writing_the_elapsed_fraction_agree_where_they_meet()
    {
        UnbalancedPair pair = new(target: 1, first: 0.8, second: 0.1);
        double meeting = 2 / pair.Sharpness;

        Assert.That(pair.StateAt(Math.BitIncrement(meeting)).Second, Is.EqualTo(pair.StateAt(Math.BitDecrement(meeting)).Second).Within(1e-14));
    }
}
