using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.Numerics.Integration;

namespace PluginLab.GradientFlows.Tests.Networks.ClosedForms;

public sealed class InterferenceTests
{
    [TestCase(2)]
    [TestCase(5)]
    public void The_rate_of_the_cosines_is_the_one_that_the_weights_imply(int modes)
    {
        var random = new RandomNumbers(13, "weights");
        var network = new TiedLinearNetwork(Matrix.Diagonal(random.NextGaussians(modes)), 6);
        double[] state = random.NextGaussians(network.Dimension);
        Matrix expected = Interference.CosineDerivatives(network.Product(state));

        // A central difference along the flow, off by the third time derivative times 1e-10 and rounding over 1e-5.
        const double Step = 1e-5;
        double[] velocity = LinearNetworkTests.Derivative(network, state);
        Matrix ahead = Interference.Cosines(network.Product([.. state.Zip(velocity, (x, v) => x + (Step * v))]));
        Matrix behind = Interference.Cosines(network.Product([.. state.Zip(velocity, (x, v) => x - (Step * v))]));
        NetworkCase.AssertMatches(ahead.Subtract(behind).Scale(0.5 / Step), expected, 1e-7, "ε'");
    }

    [Test]
    public void For_two_modes_the_note_is_the_first_order()
    {
        Matrix gram = Matrix.FromRows([[2, 1e-4], [1e-4, 3]]);
        double exact = Interference.CosineDerivatives(gram)[0, 1];
        double note = Interference.CosineDerivativesOfNote(gram)[0, 1];
        double cosine = Interference.Cosines(gram)[0, 1];
        Assert.That(exact, Is.EqualTo(note * (1 - (cosine * cosine))).Within(1e-18));
    }

    [Test]
    public void The_cotangent_of_two_rows_decays_with_the_integral_of_their_squares()
    {
        var network = new TiedLinearNetwork(Matrix.Diagonal([2, 1]), 2);
        double[] start = [0.1, 0, 0.08, 0.06];
        var problem = NetworkCase.Solve(StepIntegrators.DormandPrince5(1e-12, 1e-14), network, start, [.. Enumerable.Range(0, 4001).Select(k => k * 1e-3)]);
        IReadOnlyList<double> sums = problem.Observe((_, state) => network.Product(state)[0, 0] + network.Product(state)[1, 1]);
        double simpson = Enumerable.Range(0, 4001).Sum(k => sums[k] * (k is 0 or 4000 ? 1 : k % 2 == 1 ? 4 : 2)) * 1e-3 / 3;
        double measured = Interference.Cosines(network.Product(problem.LastState))[0, 1];
        Assert.That(measured, Is.EqualTo(Interference.CosineOfTwo(0.8, simpson)).Within(1e-9));
    }

    [Test]
    public void Once_a_mode_is_learned_the_others_show_their_partial_correlation()
    {
        Matrix weights = LinearNetworkTests.RandomMatrix(new RandomNumbers(14, "weights"), 3, 3).Scale(1e-6);
        Matrix before = Interference.Cosines(weights.Multiply(weights.Transpose()));
        Matrix after = Interference.Cosines(RiccatiFlow.Tied(Matrix.Diagonal([4, 1, 0.75]), weights).Gram(6));
        Assert.That(after[1, 2], Is.EqualTo(Interference.PartialCorrelation(before[1, 2], before[0, 1], before[0, 2])).Within(1e-6));
    }
}
