using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.Numerics.Integration;

namespace PluginLab.GradientFlows.Tests.Networks.ClosedForms;

public sealed class RiccatiFlowTests
{
    [TestCase(1, TestName = "A_width_of_one_below_the_number_of_modes_is_solved")]
    [TestCase(2, TestName = "A_width_below_the_number_of_modes_is_solved")]
    [TestCase(6, TestName = "A_width_above_the_number_of_modes_is_solved")]
    public void AnyWidth(int hiddenWidth)
    {
        Matrix target = Matrix.FromRows([[2, 0.5, 0], [0.5, 0, 0.25], [0, 0.25, -1]]);
        Matrix weights = LinearNetworkTests.RandomMatrix(new RandomNumbers(10, "weights"), 3, hiddenWidth);
        var network = new TiedLinearNetwork(target, hiddenWidth);
        var trajectory = NetworkCase.Solve(StepIntegrators.DormandPrince5(1e-12, 1e-14), network, weights.Values.ToArray(), [0.25, 1, 4]);
        var flow = RiccatiFlow.Tied(target, weights);
        for (int k = 0; k < trajectory.Count; k++)
        {
            NetworkCase.AssertMatches(network.Product(trajectory.State(k)), flow.Gram(trajectory.Times[k]), 1e-9, $"t = {trajectory.Times[k]}");
        }
    }

    [Test]
    public void A_zero_eigenvalue_decays_algebraically()
    {
        var flow = RiccatiFlow.Tied(Matrix.Diagonal([0]), Matrix.FromRows([[0.5, 0.5]]));
        Assert.That(flow.Gram(50)[0, 0], Is.EqualTo(TiedMode.Strength(0, 0.5, 50)).Within(1e-15));
    }

    [Test]
    public void Nothing_overflows_after_a_long_time_and_from_a_tiny_start()
    {
        Matrix weights = Matrix.FromRows([[1e-100, 2e-100], [3e-100, -1e-100], [1e-100, 1e-100]]);
        Matrix gram = RiccatiFlow.Tied(Matrix.Diagonal([4, 2, 1]), weights).Gram(5000);
        NetworkCase.AssertMatches(gram, Matrix.Diagonal([4, 2, 0]), 1e-12, "two modes fit into width two");
    }

    [Test]
    public void Small_entries_keep_their_digits_beside_large_ones()
    {
        // Orthogonal rows decouple, so that every entry has a closed form of its own.
        Matrix gram = RiccatiFlow.Tied(Matrix.Diagonal([4, 0.5]), Matrix.FromRows([[1e-3, 0], [0, 1e-3]])).Gram(4);
        Assert.That(gram[0, 0], Is.EqualTo(TiedMode.Strength(4, 1e-6, 4)).Within(1e-13).Percent);
        Assert.That(gram[1, 1], Is.EqualTo(TiedMode.Strength(0.5, 1e-6, 4)).Within(1e-11).Percent);
    }

    [Test]
    public void The_start_is_the_solution_at_time_zero_and_close_by()
    {
        Matrix weights = Matrix.FromRows([[1, 2], [3, -1]]);
        var flow = RiccatiFlow.Tied(Matrix.Diagonal([4, 2]), weights);
        Matrix start = weights.Multiply(weights.Transpose());
        NetworkCase.AssertMatches(flow.Gram(0), start, 0, "t = 0");
        NetworkCase.AssertMatches(flow.Gram(1e-12), start, 1e-9, "t = 1e-12");
    }

    [Test]
    public void A_start_that_is_not_balanced_is_refused() => Assert.That(
        () => RiccatiFlow.Balanced(Matrix.Diagonal([1, 1]), Matrix.Diagonal([1, 2]), Matrix.Diagonal([1, 1])),
        Throws.ArgumentException.With.Message.Contains("λI"));
}
