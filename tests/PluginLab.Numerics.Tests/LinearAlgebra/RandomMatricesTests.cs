using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Tests.LinearAlgebra;

public sealed class RandomMatricesTests
{
    [Test]
    public void An_orthogonal_matrix_keeps_lengths()
    {
        Matrix rotation = RandomMatrices.Orthogonal(6, new RandomNumbers(1, "rotation"));

        Assert.That(MatrixAssertions.DistanceFromOrthonormalColumns(rotation), Is.LessThan(MatrixAssertions.Rounding));
    }

    [Test]
    public void Orthogonal_matrices_have_the_moments_of_the_Haar_distribution()
    {
        const int Size = 3;
        const int Draws = 4000;
        RandomNumbers random = new(2, "rotation");
        Matrix[] rotations = [.. Enumerable.Range(0, Draws).Select(_ => RandomMatrices.Orthogonal(Size, random))];

        // Haar: E q = 0, E q² = 1/n, E (tr Q)² = 1; five standard errors of the mean.
        double Mean(Func<Matrix, double> observable) => rotations.Average(observable);
        double bound = 5 / Math.Sqrt(Draws);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Mean(q => q[0, 0]), Is.Zero.Within(bound * Math.Sqrt(1.0 / Size)));
            Assert.That(Mean(q => q[2, 1] * q[2, 1]), Is.EqualTo(1.0 / Size).Within(bound * 0.3));
            Assert.That(Mean(q => Math.Pow(q[0, 0] + q[1, 1] + q[2, 2], 2)), Is.EqualTo(1).Within(bound * Math.Sqrt(2)));
        }
    }

    [Test]
    public void A_Gaussian_matrix_takes_its_entries_from_the_stream_row_by_row()
    {
        double[] stream = new RandomNumbers(3, "weights").NextGaussians(6);

        Matrix matrix = RandomMatrices.Gaussian(2, 3, 0.5, new RandomNumbers(3, "weights"));

        Assert.That(matrix.Values.ToArray(), Is.EqualTo(stream.Select(value => 0.5 * value)));
    }
}
