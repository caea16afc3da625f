using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.Numerics.Integration;

namespace PluginLab.GradientFlows.Tests.Networks.ClosedForms;

public sealed class HalfTimesTests
{
    private static readonly double[] Targets = [2, -4, 0.5, 1];

    [Test]
    public void Measured_half_times_of_a_generic_start_agree_with_the_formula()
    {
        var random = new RandomNumbers(11, "start");
        Matrix encoder = LinearNetworkTests.RandomMatrix(random, 4, 8).Scale(1e-3);
        Matrix decoder = LinearNetworkTests.RandomMatrix(random, 8, 4).Scale(1e-3);
        var network = new LinearNetwork(Matrix.Diagonal(Targets), [4, 8, 4]);
        var problem = new InitialValueProblem(network, network.State([encoder, decoder]), 0, 25).WithEvents(
            Targets.Select((target, i) => EventFunction.Crossing($"{i}", NetworkObservables.Entry(network, i, i), target / 2)));
        Solution solution = StepIntegrators.DormandPrince5(1e-10, 1e-14).Integrate(problem, SaveAt.End, CancellationToken.None);
        IReadOnlyList<double> squares = HalfTimes.PerpendicularSquares(Targets, HalfTimes.AlignedRows(Targets, encoder, decoder));
        for (int i = 0; i < Targets.Length; i++)
        {
            double predicted = HalfTimes.FromPerpendicularSquare(Targets[i], squares[i]);
            Assert.That(solution.EventTime($"{i}"), Is.EqualTo(predicted).Within(1e-3 * predicted), $"mode {i}");
        }
    }

    [Test]
    public void A_mode_beyond_the_hidden_width_is_never_learned()
    {
        IReadOnlyList<double> squares = HalfTimes.PerpendicularSquares([1, 3, 2], Matrix.FromRows([[1, 0], [1, 1], [0, 1]]));
        Assert.That(squares, Is.EqualTo(new[] { 0, 2, 0.5 }).Within(1e-15));
        Assert.That(HalfTimes.FromPerpendicularSquare(1, squares[0]), Is.EqualTo(double.PositiveInfinity));
        Assert.That(HalfTimes.GaussianMean(1, rank: 3, hiddenWidth: 2, 1e-3), Is.EqualTo(double.PositiveInfinity));
        Assert.That(() => HalfTimes.GaussianStandardDeviation(1, rank: 3, hiddenWidth: 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Mean_and_standard_deviation_over_Gaussian_starts_agree_with_the_formulas()
    {
        const int Count = 4000;
        const double StandardDeviation = 1e-4;
        var random = new RandomNumbers(12, "starts");
        double[] sums = new double[4];
        double[] squareSums = new double[4];
        for (int n = 0; n < Count; n++)
        {
            Matrix aligned = LinearNetworkTests.RandomMatrix(random, 4, 5).Scale(StandardDeviation * Math.Sqrt(2));
            IReadOnlyList<double> squares = HalfTimes.PerpendicularSquares(Targets, aligned);
            for (int i = 0; i < 4; i++)
            {
                double time = HalfTimes.FromPerpendicularSquare(Targets[i], squares[i]);
                sums[i] += time / Count;
                squareSums[i] += time * time / Count;
            }
        }

        // The largest variance is that of log χ²₂, π²/6, over (2s)²: four standard errors of the mean.
        int[] ranks = [2, 1, 4, 3];
        for (int i = 0; i < 4; i++)
        {
            double expected = HalfTimes.GaussianMean(Targets[i], ranks[i], 5, StandardDeviation);
            double standardError = Math.PI / Math.Sqrt(6) / (2 * Math.Abs(Targets[i])) / Math.Sqrt(Count);
            Assert.That(sums[i], Is.EqualTo(expected).Within(4 * standardError), $"mode {i}");

            // The variance of a variance follows from the kurtosis, at most 5.4 for log χ²₂.
            double deviation = Math.Sqrt(squareSums[i] - (sums[i] * sums[i]));
            Assert.That(deviation, Is.EqualTo(HalfTimes.GaussianStandardDeviation(Targets[i], ranks[i], 5)).Within(4 * 1.05 / Math.Sqrt(Count) * deviation), $"mode {i}");
        }
    }
}
