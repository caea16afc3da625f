using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.GradientFlows.Tests.Networks;

public sealed class WhitenedDataTests
{
    private const double Rounding = 1e-13;

    [Test]
    public void Whitened_inputs_are_orthonormal_as_a_sum_over_the_data()
    {
        var data = WhitenedData.Create(SomeInputs(rows: 9, columns: 4), SomeOutputs(9), Centering.None);
        NetworkCase.AssertMatches(data.Inputs.Transpose().Multiply(data.Inputs), Matrix.Diagonal([1, 1, 1, 1]), Rounding, "XᵀX");
        Assert.That(data.DroppedDirections, Is.Zero);
    }

    [Test]
    public void Inputs_that_are_white_already_stay_as_they_are()
    {
        Matrix oneHot = Matrix.Diagonal([1, 1, 1]);
        var data = WhitenedData.Create(oneHot, SomeOutputs(3), Centering.None);
        NetworkCase.AssertMatches(data.Inputs, oneHot, Rounding, "X");
        NetworkCase.AssertMatches(data.Target, SomeOutputs(3), Rounding, "Σ");
    }

    [Test]
    public void Centred_data_have_columns_of_mean_zero()
    {
        var data = WhitenedData.Create(SomeInputs(rows: 9, columns: 2), SomeOutputs(9), Centering.SubtractMeans);
        Assert.That(Enumerable.Range(0, 2).Select(j => data.Inputs.Column(j).Sum()), Is.All.EqualTo(0).Within(Rounding));
        Assert.That(Enumerable.Range(0, 2).Select(j => data.Outputs.Column(j).Sum()), Is.All.EqualTo(0).Within(Rounding));
    }

    [Test]
    public void Directions_along_which_inputs_do_not_vary_are_dropped_and_counted()
    {
        Matrix inputs = Matrix.FromRows([[1, 2, 3], [2, 1, 3], [0, 5, 5], [4, 4, 8]]);
        var data = WhitenedData.Create(inputs, SomeOutputs(4), Centering.None);
        Assert.That(data.DroppedDirections, Is.EqualTo(1));
        Assert.That((data.Inputs.Rows, data.Inputs.Columns), Is.EqualTo((4, 2)));
        NetworkCase.AssertMatches(data.Inputs.Transpose().Multiply(data.Inputs), Matrix.Diagonal([1, 1]), Rounding, "XᵀX");
    }

    [Test]
    public void Centring_one_hot_inputs_drops_one_direction()
    {
        var data = WhitenedData.Create(Matrix.Diagonal([1, 1, 1, 1]), SomeOutputs(4), Centering.SubtractMeans);
        Assert.That(data.DroppedDirections, Is.EqualTo(1));
    }

    [Test]
    public void Inputs_that_never_vary_are_refused() => Assert.That(
        () => WhitenedData.Create(Matrix.FromRows([[2], [2]]), SomeOutputs(2), Centering.SubtractMeans),
        Throws.ArgumentException.With.Message.Contains("No input varies"));

    [Test]
    public void The_flow_on_whitened_data_is_the_flow_on_their_correlations()
    {
        var random = new RandomNumbers(8, "data");
        var data = WhitenedData.Create(SomeInputs(rows: 9, columns: 4), SomeOutputs(9), Centering.SubtractMeans);
        var onData = new DataNetwork(data.Inputs, data.Outputs, [4, 3, 2]);
        var onTarget = new LinearNetwork(data.Target, [4, 3, 2]);
        double[] state = random.NextGaussians(onTarget.Dimension);
        double[] expected = LinearNetworkTests.Derivative(onTarget, state);
        Assert.That(LinearNetworkTests.Derivative(onData, state), Is.EqualTo(expected).Within(Rounding * expected.Max(Math.Abs) * 10));
        double constant = 0.5 * (Math.Pow(data.Outputs.FrobeniusNorm(), 2) - Math.Pow(data.Target.FrobeniusNorm(), 2));
        Assert.That(onData.EvaluateLoss(state) - onTarget.EvaluateLoss(state), Is.EqualTo(constant).Within(1e-12 * onData.EvaluateLoss(state)));
    }

    [Test]
    public void The_flow_on_raw_data_is_another_one()
    {
        Matrix inputs = SomeInputs(rows: 9, columns: 4);
        var onData = new DataNetwork(inputs, SomeOutputs(9), [4, 3, 2]);
        double[] state = new RandomNumbers(9, "data").NextGaussians(onData.Dimension);
        double[] expected = LinearNetworkTests.Derivative(onData.OnTarget, state);
        double largestDifference = LinearNetworkTests.Derivative(onData, state).Zip(expected, (x, y) => Math.Abs(x - y)).Max();
        Assert.That(largestDifference, Is.GreaterThan(0.1 * expected.Max(Math.Abs)));
    }

    private static Matrix SomeInputs(int rows, int columns) => LinearNetworkTests.RandomMatrix(new RandomNumbers(7, "inputs"), rows, columns);

    private static Matrix SomeOutputs(int rows) => LinearNetworkTests.RandomMatrix(new RandomNumbers(7, "outputs"), rows, 2);
}
