using PluginLab.GradientFlows.Products;

namespace PluginLab.GradientFlows.Tests.Products;

public sealed class MonomialLimitTests
{
    [TestCase(0.5, -0.5 / 1.4142135623730951 - 1e-9, false)]
    [TestCase(0.5, -0.5 / 1.4142135623730951 + 1e-9, true)]
    [TestCase(-0.5, -0.1, true)]
    public void The_basin_of_the_spurious_minimum_is_below_the_line(double first, double second, bool reachesTarget) =>
        Assert.That(new MonomialLimit(1, [2, 1], [first, second]).ReachesTarget, Is.EqualTo(reachesTarget));

    [Test]
    public void Two_smallest_weights_of_the_wrong_sign_end_in_the_saddle()
    {
        MonomialLimit limit = new(-1, [1, 1, 1], [0.5, 0.25, 0.25]);
        Assert.That(limit.ReachesTarget, Is.False);
        Assert.That(limit.State, Is.EqualTo(new[] { Math.Sqrt(0.1875), 0, 0 }));
        Assert.That(limit.Loss, Is.EqualTo(0.5));
    }

    [Test]
    public void A_cubed_weight_does_not_cross_zero()
    {
        MonomialLimit limit = new(1, [3, 1], [-0.1, 0.5]);
        Assert.That(limit.ReachesTarget, Is.False);
        Assert.That(limit.State[0], Is.Zero);
    }

    [Test]
    public void A_weight_at_zero_leaves_it_towards_the_sign_that_is_needed()
    {
        MonomialLimit limit = new(-2, [1, 1], [0.5, 0]);
        Assert.That(limit.State[0] * limit.State[1], Is.EqualTo(-2).Within(1e-14));
        Assert.That(limit.State[1], Is.Negative);
    }

    [Test]
    public void A_start_above_the_target_comes_down_to_it()
    {
        MonomialLimit limit = new(1, [1, 1], [3, 2]);
        Assert.That(limit.State[0] * limit.State[1], Is.EqualTo(1).Within(1e-14));
        Assert.That((limit.State[0] * limit.State[0]) - (limit.State[1] * limit.State[1]), Is.EqualTo(5).Within(1e-13));
    }

    [Test]
    public void A_target_of_zero_takes_the_smallest_weight_to_zero() =>
        Assert.That(new MonomialLimit(0, [1, 1], [0.5, 0.3]).State, Is.EqualTo(new[] { 0.4, 0 }).Within(1e-15));

    [Test]
    public void A_level_that_the_flow_never_reaches_has_no_hitting_time()
    {
        MonomialHittingTime stuck = new(1, [2, 1], [0.25, -0.5]);
        Assert.That(stuck.To(0.5), Is.NaN);
        Assert.That(new MonomialHittingTime(1, [1, 1, 1], [0.5, 0.25, 0.125]).To(1.5), Is.NaN);
        Assert.That(new MonomialHittingTime(1, [1, 1, 1], [0.5, 0.25, 0.125]).To(0.01), Is.NaN, "a level behind the start");
        Assert.That(new UnbalancedPair(1, 0.5, 0.125).HittingTime(1.5), Is.NaN);
    }

    [Test]
    public void A_start_that_must_cross_zero_takes_as_long_as_the_closed_form_of_a_pair_says()
    {
        double expected = new UnbalancedPair(2, 0.25, -0.125).HittingTime(1.9);
        Assert.That(new MonomialHittingTime(2, [1, 1], [0.25, -0.125]).To(1.9), Is.EqualTo(expected).Within(1e-13 * expected));
    }
}
