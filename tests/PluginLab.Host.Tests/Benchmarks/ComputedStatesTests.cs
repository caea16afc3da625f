using PluginLab.Host.Benchmarks;

namespace PluginLab.Host.Tests.Benchmarks;

internal sealed class ComputedStatesTests
{
    [Test]
    public void The_error_is_the_largest_difference_over_the_states_that_both_have()
    {
        ComputedStates run = ComputedStates.OfValues([1, 2, 3, 4], dimension: 2);
        ComputedStates reference = ComputedStates.OfValues([1, 2.25, 3.5, 4, 100, 100], dimension: 2);

        Assert.That((run.LargestDifference(reference), reference.LargestDifference(run)), Is.EqualTo((0.5, 0.5)));
    }

    [TestCase(0)]
    [TestCase(3)]
    public void A_component_that_is_not_a_number_makes_the_error_none(int place)
    {
        double[] values = [1, 2, 3, 4];
        values[place] = double.NaN;

        Assert.That(ComputedStates.OfValues(values, dimension: 2).LargestDifference(ComputedStates.OfValues([1, 2, 3, 5], dimension: 2)), Is.NaN);
    }
}
