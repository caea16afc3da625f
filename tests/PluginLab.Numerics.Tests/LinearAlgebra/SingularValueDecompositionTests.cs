using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Tests.LinearAlgebra;

public sealed class SingularValueDecompositionTests
{
    [TestCase(4, 4)]
    [TestCase(7, 3)]
    [TestCase(3, 7)]
    [TestCase(1, 5)]
    public void The_factors_are_orthonormal_and_give_the_matrix_back(int rows, int columns)
    {
        Matrix matrix = MatrixAssertions.Random(rows, columns, seed: 1);

        SingularValueDecomposition found = SingularValueDecomposition.Compute(matrix);

        int terms = Math.Min(rows, columns);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((found.LeftVectors.Rows, found.LeftVectors.Columns), Is.EqualTo((rows, terms)));
            Assert.That((found.RightVectors.Rows, found.RightVectors.Columns), Is.EqualTo((columns, terms)));
            Assert.That(found.SingularValues, Is.Ordered.Descending);
            Assert.That(MatrixAssertions.DistanceFromOrthonormalColumns(found.LeftVectors), Is.LessThan(MatrixAssertions.Rounding));
            Assert.That(MatrixAssertions.DistanceFromOrthonormalColumns(found.RightVectors), Is.LessThan(MatrixAssertions.Rounding));
            Assert.That(found.Approximate(terms).Subtract(matrix).LargestMagnitude(), Is.LessThan(MatrixAssertions.Rounding));
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 30)]
    public bool Flipping_every_sign_of_the_matrix_flips_the_right_vectors_alone(byte seed)
    {
        Matrix matrix = MatrixAssertions.Random(4, 3, seed);
        SingularValueDecomposition found = SingularValueDecomposition.Compute(matrix);
        SingularValueDecomposition flipped = SingularValueDecomposition.Compute(matrix.Scale(-1));

        return flipped.LeftVectors.Subtract(found.LeftVectors).LargestMagnitude() < 1e-10
            && flipped.RightVectors.Add(found.RightVectors).LargestMagnitude() < 1e-10;
    }

    [Test]
    public void The_values_of_a_scaled_rotation_between_planes_are_its_scales()
    {
        // [[0, 2], [0, 0]] has both eigenvalues 0 and the singular values 2 and 0.
        SingularValueDecomposition found = SingularValueDecomposition.Compute(Matrix.FromRows([[0.0, 2.0], [0.0, 0.0]]));

        Assert.That(found.SingularValues, Is.EqualTo([2.0, 0.0]).Within(MatrixAssertions.Rounding));
    }

    [Test]
    public void The_rank_counts_singular_values_above_the_tolerance()
    {
        Matrix narrow = MatrixAssertions.Random(6, 2, seed: 2);
        SingularValueDecomposition ofRankTwo = SingularValueDecomposition.Compute(narrow.Multiply(narrow.Transpose()));

        Assert.That(ofRankTwo.Rank(1e-12), Is.EqualTo(2));
        Assert.That(SingularValueDecomposition.Compute(Matrix.Create(2, 2, (_, _) => 0)).Rank(1e-12), Is.Zero);
    }

    [Test]
    public void The_best_approximation_misses_by_the_first_singular_value_left_out()
    {
        Matrix matrix = MatrixAssertions.Random(5, 4, seed: 3);
        SingularValueDecomposition found = SingularValueDecomposition.Compute(matrix);

        double spectralError = SingularValueDecomposition.Compute(matrix.Subtract(found.Approximate(2))).SingularValues[0];

        Assert.That(spectralError, Is.EqualTo(found.SingularValues[2]).Within(MatrixAssertions.Rounding));
    }

    [Test]
    public void Bits_do_not_depend_on_the_thread()
    {
        Matrix matrix = MatrixAssertions.Random(40, 30, seed: 4);
        SingularValueDecomposition reference = SingularValueDecomposition.Compute(matrix);

        SingularValueDecomposition[] others = [.. ParallelEnumerable.Range(0, 8).Select(_ => SingularValueDecomposition.Compute(matrix))];

        Assert.That(others.Select(other => other.RightVectors), Is.All.EqualTo(reference.RightVectors));
    }

    [Test]
    public void Magnitudes_far_from_one_change_nothing_but_the_scale([Values(-1000, -700, -300, 300, 700, 1000)] int exponent)
    {
        Matrix matrix = MatrixAssertions.Random(5, 3, seed: 5);
        SingularValueDecomposition reference = SingularValueDecomposition.Compute(matrix);

        SingularValueDecomposition found = SingularValueDecomposition.Compute(Matrix.Create(5, 3, (i, j) => Math.ScaleB(matrix[i, j], exponent)));

        Assert.That(found.SingularValues.Select(value => Math.ScaleB(value, -exponent)), Is.EqualTo(reference.SingularValues).Within(MatrixAssertions.Rounding));
        Assert.That(found.LeftVectors.Subtract(reference.LeftVectors).LargestMagnitude(), Is.LessThan(MatrixAssertions.Rounding));
        Assert.That(found.RightVectors.Subtract(reference.RightVectors).LargestMagnitude(), Is.LessThan(MatrixAssertions.Rounding));
    }

    [Test]
    public void A_singular_value_beyond_the_largest_double_is_infinite_and_the_smallest_entries_still_count()
    {
        double[] huge = [double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue];
        Assert.That(SingularValueDecomposition.Compute(new Matrix(2, 2, huge)).SingularValues[0], Is.EqualTo(double.PositiveInfinity));
        Assert.That(SingularValueDecomposition.Compute(new Matrix(1, 2, [3 * double.Epsilon, 4 * double.Epsilon])).SingularValues[0], Is.EqualTo(5 * double.Epsilon));
    }

    [Test]
    public void A_matrix_that_is_empty_or_not_finite_is_refused()
    {
        Assert.That(() => SingularValueDecomposition.Compute(new Matrix(0, 2, [])), Throws.ArgumentException.With.Message.Contains("0 × 2"));
        Assert.That(() => SingularValueDecomposition.Compute(new Matrix(1, 1, [double.NaN])), Throws.ArgumentException.With.Message.Contains("NaN"));
    }
}
