using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Tests.LinearAlgebra;

public sealed class QrDecompositionTests
{
    [TestCase(4, 4)]
    [TestCase(6, 3)]
    public void The_factors_are_orthonormal_and_triangular_and_give_the_matrix_back(int rows, int columns)
    {
        Matrix matrix = MatrixAssertions.Random(rows, columns, seed: 1);

        QrDecomposition found = QrDecomposition.Compute(matrix);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(MatrixAssertions.DistanceFromOrthonormalColumns(found.Orthogonal), Is.LessThan(MatrixAssertions.Rounding));
            Assert.That(found.Orthogonal.Multiply(found.Triangular).Subtract(matrix).LargestMagnitude(), Is.LessThan(MatrixAssertions.Rounding));
            Assert.That(Enumerable.Range(0, columns).Select(i => found.Triangular[i, i]), Is.All.Positive);
            Assert.That(found.Triangular[1, 0], Is.Zero);
        }
    }

    [Test]
    public void A_matrix_with_fewer_rows_than_columns_is_refused() =>
        Assert.That(() => QrDecomposition.Compute(MatrixAssertions.Random(2, 3, seed: 1)), Throws.ArgumentException.With.Message.Contains("2 × 3"));
}
