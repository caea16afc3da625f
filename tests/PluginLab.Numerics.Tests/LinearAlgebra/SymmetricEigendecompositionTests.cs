using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Tests.LinearAlgebra;

public sealed class SymmetricEigendecompositionTests
{
    private static Matrix RandomSymmetric(ulong seed)
    {
        Matrix matrix = MatrixAssertions.Random(5, 5, seed);
        return matrix.Add(matrix.Transpose());
    }

    [Test]
    public void The_eigenvectors_are_orthonormal_and_stretched_by_their_eigenvalues()
    {
        Matrix matrix = RandomSymmetric(seed: 1);

        SymmetricEigendecomposition found = SymmetricEigendecomposition.Compute(matrix);

        Matrix stretched = found.Eigenvectors.Multiply(Matrix.Diagonal(found.Eigenvalues));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Eigenvalues, Is.Ordered.Descending);
            Assert.That(MatrixAssertions.DistanceFromOrthonormalColumns(found.Eigenvectors), Is.LessThan(MatrixAssertions.Rounding));
            Assert.That(matrix.Multiply(found.Eigenvectors).Subtract(stretched).LargestMagnitude(), Is.LessThan(MatrixAssertions.Rounding));
        }
    }

    [Test]
    public void A_matrix_function_is_exactly_symmetric()
    {
        Matrix root = SymmetricEigendecomposition.Compute(RandomSymmetric(seed: 2)).Apply(Math.Abs);

        Assert.That(root, Is.EqualTo(root.Transpose()));
    }

    [Test]
    public void The_exponential_of_an_exchange_of_two_axes_is_hyperbolic()
    {
        // A = [[0, a], [a, 0]] has e^A = [[cosh a, sinh a], [sinh a, cosh a]].
        Matrix exponential = MatrixExponential.OfSymmetric(Matrix.FromRows([[0.0, 0.7], [0.7, 0.0]]));

        Matrix expected = Matrix.FromRows([[Math.Cosh(0.7), Math.Sinh(0.7)], [Math.Sinh(0.7), Math.Cosh(0.7)]]);
        Assert.That(exponential.Subtract(expected).LargestMagnitude(), Is.LessThan(MatrixAssertions.Rounding));
    }

    [Test]
    public void A_matrix_that_is_not_symmetric_is_refused() =>
        Assert.That(() => SymmetricEigendecomposition.Compute(Matrix.FromRows([[1.0, 2.0], [2.1, 1.0]])), Throws.ArgumentException.With.Message.Contains("not symmetric"));
}
