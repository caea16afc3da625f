using PluginLab.Experiments;
using PluginLab.GradientFlows.Superposition;

namespace PluginLab.GradientFlows.Tests.Superposition;

public sealed class SparseInputsTests
{
    [TestCase(0.05)]
    [TestCase(0.6)]
    [TestCase(1)]
    public void Second_moments_are_those_of_uniform_features(double density)
    {
        Matrix moments = SparseInputs.OnGrid(3, [5, 3, 2]).SecondMoments(density);
        Assert.That(
            moments.Values.ToArray(),
            Is.EqualTo(Matrix.Create(3, 3, (i, j) => i == j ? density / 3 : density * density / 4).Values.ToArray()).Within(1e-15));
    }

    [Test]
    public void Whitened_inputs_have_the_identity_for_second_moments() => Assert.That(
        SparseInputs.OnGrid(3, [2, 2, 2]).Whitened(0.1).SecondMoments(0.1).Subtract(Matrix.Diagonal([1, 1, 1])).LargestMagnitude(), Is.LessThan(1e-14));

    [TestCase(1)]
    [TestCase(4)]
    [TestCase(16)]
    public void Moments_are_exact_up_to_twice_the_nodes_less_one(int nodes)
    {
        IReadOnlyList<InputPoint> points = SparseInputs.OnGrid(1, [nodes]).Points;
        Assert.That(
            Enumerable.Range(0, 2 * nodes).Select(power => points.Sum(point => point.Probability(1, 1) * Math.Pow(point.Values[0], power))),
            Is.EqualTo(Enumerable.Range(0, 2 * nodes).Select(power => 1.0 / (power + 1))).Within(1e-14));
    }

    [TestCase(0.3)]
    [TestCase(1)]
    public void Expectations_are_those_of_features_that_are_uniform_when_present(double density) =>
        Assert.That(SparseInputs.OnGrid(2, [3, 3]).Expect(density, values => values[0] * values[0] * values[1]), Is.EqualTo(density * density / 6).Within(1e-15));

    [Test]
    public void A_set_of_features_without_nodes_is_left_out() => Assert.That(SparseInputs.OnGrid(2, [0, 2]).Count, Is.EqualTo(1 + 4));

    [Test]
    public void Nodes_are_needed_for_each_number_of_features() =>
        Assert.That(() => SparseInputs.OnGrid(3, [2, 2]), Throws.ArgumentException.With.Message.Contains("3 numbers of nodes"));
}
