using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.GradientFlows.Tests.Networks;

public sealed class LinearNetworkTests
{
    private static readonly int[][] Shapes = [[3, 4], [2, 2], [3, 2, 4], [1, 3, 1], [4, 2, 3, 5, 2], [2, 6, 6, 6, 6, 3], [7, 5, 9, 1], [20, 3, 2, 17]];

    [TestCaseSource(nameof(Shapes))]
    public void The_right_hand_side_is_the_negative_gradient_of_the_loss(int[] widths)
    {
        var random = new RandomNumbers(1, "gradient");
        var network = new LinearNetwork(RandomMatrix(random, widths[0], widths[^1]), widths);
        AssertNegativeGradient(network, random.NextGaussians(network.Dimension));
    }

    [Test]
    public void The_right_hand_side_of_a_tied_network_is_the_negative_gradient_of_its_loss()
    {
        var random = new RandomNumbers(2, "gradient");
        Matrix target = RandomMatrix(random, 4, 4);
        var network = new TiedLinearNetwork(target.Add(target.Transpose()), 3);
        AssertNegativeGradient(network, random.NextGaussians(network.Dimension));
    }

    [Test]
    public void The_right_hand_side_on_data_is_the_negative_gradient_of_its_loss()
    {
        var random = new RandomNumbers(3, "gradient");
        AssertNegativeGradient(new DataNetwork(RandomMatrix(random, 7, 3), RandomMatrix(random, 7, 2), [3, 5, 4, 2]), random.NextGaussians(43));
        AssertNegativeGradient(new DataNetwork(RandomMatrix(random, 2, 3), RandomMatrix(random, 2, 4), [3, 5, 4]), random.NextGaussians(35));
        AssertNegativeGradient(new DataNetwork(RandomMatrix(random, 5, 3), RandomMatrix(random, 5, 4), [3, 4]), random.NextGaussians(12));
        AssertNegativeGradient(new DataNetwork(RandomMatrix(random, 3, 5), RandomMatrix(random, 3, 4), [5, 4]), random.NextGaussians(20));
    }

    [Test]
    public void A_tied_start_makes_the_untied_network_follow_the_tied_one()
    {
        var random = new RandomNumbers(4, "tied");
        Matrix square = RandomMatrix(random, 3, 3);
        Matrix target = square.Add(square.Transpose());
        Matrix weights = RandomMatrix(random, 3, 2);
        var tied = new TiedLinearNetwork(target, 2);
        var untied = new LinearNetwork(target, [3, 2, 3]);
        double[] state = untied.State([weights, weights.Transpose()]);
        double[] derivative = Derivative(untied, state);
        Matrix expected = new(3, 2, Derivative(tied, weights.Values.ToArray()));
        NetworkCase.AssertMatches(untied.Layer(derivative, 1), expected, 1e-14, "We");
        NetworkCase.AssertMatches(untied.Layer(derivative, 2), expected.Transpose(), 1e-14, "Wd");
        Assert.That(tied.EvaluateNetworkLoss(weights.Values), Is.EqualTo(untied.EvaluateLoss(state)).Within(1e-14).Percent);
    }

    [Test]
    public void Observables_are_named_and_measure_loss_entries_and_strengths()
    {
        var network = new LinearNetwork(Matrix.FromRows([[0, 2], [-5, 0], [0, 0]]), [3, 2, 2]);
        Matrix encoder = Matrix.FromRows([[1, 0], [0, 1], [2, 0]]);
        Matrix decoder = Matrix.FromRows([[3, 1], [-4, 0.5]]);
        double[] state = network.State([encoder, decoder]);
        Dictionary<string, double> values = NetworkObservables.Of(network).ToDictionary(item => item.Name, item => item.Function(0, state));
        Assert.That(
            string.Join(' ', values.Keys),
            Is.EqualTo("loss product-1-1 product-1-2 product-2-1 product-2-2 product-3-1 product-3-2 strength-1 strength-2"));
        Assert.That(values["product-2-1"], Is.EqualTo(-4).Within(1e-14));
        Assert.That(values["product-3-2"], Is.EqualTo(2).Within(1e-14));
        Assert.That(values["strength-1"], Is.EqualTo(4).Within(1e-14), "the mode of singular value 5");
        Assert.That(values["strength-2"], Is.EqualTo(1).Within(1e-14), "the mode of singular value 2");
        Assert.That(values["loss"], Is.EqualTo(0.5 * (9 + 1 + 1 + 0.25 + 36 + 4)).Within(1e-14).Percent);
    }

    [Test]
    public void Observables_of_a_tied_network_agree_with_those_of_the_untied_one()
    {
        Matrix target = Matrix.FromRows([[2, 1], [1, -1]]);
        Matrix weights = Matrix.FromRows([[1, 0.5, 0], [-0.25, 0.125, 2]]);
        var untied = new LinearNetwork(target, [2, 3, 2]);
        double[] state = untied.State([weights, weights.Transpose()]);
        IEnumerable<double> expected = NetworkObservables.Of(untied).Select(item => item.Function(0, state));
        IEnumerable<double> actual = NetworkObservables.Of(new TiedLinearNetwork(target, 3)).Select(item => item.Function(0, weights.Values));
        Assert.That(actual, Is.EqualTo(expected).Within(1e-13));
    }

    [Test]
    public void Evaluations_on_many_threads_agree_with_one()
    {
        var random = new RandomNumbers(5, "threads");
        var network = new LinearNetwork(RandomMatrix(random, 6, 6), [6, 9, 9, 6]);
        double[][] states = [.. Enumerable.Range(0, 64).Select(_ => random.NextGaussians(network.Dimension))];
        double[][] together = new double[states.Length][];
        Parallel.For(0, states.Length, i => together[i] = Derivative(network, states[i]));
        Assert.That(together, Is.EqualTo(states.Select(state => Derivative(network, state))));
    }

    [Test]
    public void More_threads_give_the_same_bits()
    {
        var random = new RandomNumbers(7, "more threads");
        Matrix target = RandomMatrix(random, 200, 130);
        double[] state = random.NextGaussians((200 * 180) + (180 * 130));
        Assert.That(Derivative(new LinearNetwork(target, [200, 180, 130], 3), state), Is.EqualTo(Derivative(new LinearNetwork(target, [200, 180, 130]), state)));
    }

    [TestCase(4, 8, 4)]
    [TestCase(6, 9, 3, 2)]
    [TestCase(64, 64, 64)]
    public void An_evaluation_allocates_nothing(params int[] widths)
    {
        var random = new RandomNumbers(6, "allocation");
        var network = new LinearNetwork(RandomMatrix(random, widths[0], widths[^1]), widths);
        double[] state = random.NextGaussians(network.Dimension);
        double[] derivative = new double[network.Dimension];
        network.EvaluateDerivative(0, state, derivative);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            network.EvaluateDerivative(0, state, derivative);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Widths_that_do_not_fit_the_target_are_refused()
    {
        Matrix target = Matrix.Diagonal([1, 2, 3]);
        Assert.That(() => new LinearNetwork(target, [3]), Throws.ArgumentException.With.Message.Contains("at least two widths"));
        Assert.That(() => new LinearNetwork(target, [3, 0, 3]), Throws.ArgumentException.With.Message.Contains("all of them positive"));
        Assert.That(() => new LinearNetwork(target, [3, 3], 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new LinearNetwork(target, [3, 4, 2]), Throws.ArgumentException.With.Message.Contains("run from 3 to 2"));
    }

    [Test]
    public void A_target_that_is_not_symmetric_cannot_be_tied() =>
        Assert.That(() => new TiedLinearNetwork(Matrix.FromRows([[1, 2], [0, 1]]), 2), Throws.ArgumentException.With.Message.Contains("symmetric"));

    internal static Matrix RandomMatrix(RandomNumbers random, int rows, int columns) => new(rows, columns, random.NextGaussians(rows * columns));

    internal static double[] Derivative(IDynamicsSystem system, double[] state)
    {
        double[] derivative = new double[system.Dimension];
        system.EvaluateDerivative(0, state, derivative);
        return derivative;
    }

    /// <summary>Central differences of step 1e-5 are off by third derivatives times 1e-10 and by rounding over 1e-5.</summary>
    private static void AssertNegativeGradient(IGradientFlow flow, double[] state)
    {
        const double Step = 1e-5;
        double scale = 1 + flow.EvaluateLoss(state);
        double[] derivative = Derivative(flow, state);
        for (int i = 0; i < state.Length; i++)
        {
            double[] above = [.. state];
            double[] below = [.. state];
            above[i] += Step;
            below[i] -= Step;
            double slope = (flow.EvaluateLoss(above) - flow.EvaluateLoss(below)) / (2 * Step);
            Assert.That(derivative[i], Is.EqualTo(-slope).Within(1e-7 * scale), $"component {i}");
        }
    }
}
