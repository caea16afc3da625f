using PluginLab.GradientFlows.Networks.Layers;

namespace PluginLab.GradientFlows.Tests.Networks.Layers;

public sealed class PassOrderTests
{
    [TestCase(false, 3L * 64 * 64 * 64, 64, 64, 64)]
    [TestCase(false, 0L, 5, 4)]
    [TestCase(false, 3L * 2 * ((9 * 7) + (7 * 3)), 9, 7, 3, 2)]
    [TestCase(false, 3L * 2 * ((7 * 3) + (3 * 9)), 2, 7, 3, 9)]
    [TestCase(true, 2L * 10 * 4 * 3, 10, 4, 3)]
    public void The_side_with_fewer_neurons_takes_three_products_a_layer_but_the_first(bool hasInputs, long multiplications, params int[] extents) =>
        Assert.That(PassOrder.Cheapest(extents, hasInputs).CountMultiplications(), Is.EqualTo(multiplications));

    [Test]
    public void Many_data_are_touched_twice_an_evaluation()
    {
        PassOrder order = PassOrder.Cheapest([1000, 4, 8, 3], hasInputs: true);
        Assert.That(order.IsFromTheRight, Is.True);
        Assert.That(order.CountMultiplications(), Is.EqualTo((2L * 3 * 1000 * 4) + (3L * 3 * 4 * 8)));
    }

    [Test]
    public void From_the_left_wins_a_tie() => Assert.That(PassOrder.Cheapest([6, 2, 6], hasInputs: false).IsFromTheRight, Is.False);
}
