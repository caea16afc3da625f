using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;
using PluginLab.Numerics.Observables;
using PluginLab.Numerics.Tests.LinearAlgebra;

namespace PluginLab.Numerics.Tests.Observables;

public sealed class SubspaceAlignmentTests
{
    [TestCase(1e-9, 1.2)]
    [TestCase(0.3, Math.PI / 2)]
    public void Turned_planes_have_their_angles(double small, double large)
    {
        // Spans of (e1, e2) and (cos a e1 + sin a e3, cos b e2 + sin b e4), in other bases of both planes and of the whole space.
        Matrix whole = RandomMatrices.Orthogonal(5, new RandomNumbers(1, "whole"));
        Matrix first = Matrix.Create(5, 2, (i, j) => i == j ? 1 : 0);
        Matrix second = Matrix.FromRows([[Math.Cos(small), 0.0], [0.0, Math.Cos(large)], [Math.Sin(small), 0.0], [0.0, Math.Sin(large)], [0.0, 0.0]]);
        Matrix mixing = Matrix.FromRows([[2.0, 1.0], [-1.0, 3.0]]);

        IReadOnlyList<double> angles = SubspaceAlignment.PrincipalAngles(whole.Multiply(first).Multiply(mixing), whole.Multiply(second).Multiply(mixing.Transpose()));

        Assert.That(angles, Is.EqualTo(new[] { small, large }).Within(2e-15));
    }

    [Test]
    public void A_line_in_a_plane_has_angle_zero_in_either_order()
    {
        Matrix plane = MatrixAssertions.Random(6, 2, seed: 3);
        Matrix line = plane.Multiply(Matrix.FromRows([[1.0], [2.0]]));

        Assert.That(SubspaceAlignment.PrincipalAngles(plane, line), Is.EqualTo(new[] { 0.0 }).Within(1e-15));
        Assert.That(SubspaceAlignment.PrincipalAngles(line, plane), Is.EqualTo(new[] { 0.0 }).Within(1e-15));
    }

    [Test]
    public void Columns_that_depend_on_each_other_are_refused() =>
        Assert.That(
            () => SubspaceAlignment.PrincipalAngles(Matrix.FromRows([[1.0, 2.0], [1.0, 2.0]]), Matrix.Diagonal([1, 1])),
            Throws.ArgumentException.With.Message.Contains("depend on each other"));

    [Test]
    public void Columns_of_different_lengths_are_refused() =>
        Assert.That(() => SubspaceAlignment.PrincipalAngles(Matrix.Diagonal([1, 1]), Matrix.Diagonal([1, 1, 1])), Throws.ArgumentException.With.Message.Contains("2 and of 3"));

    [Test]
    public void Overlaps_of_singular_vectors_show_which_mode_became_which()
    {
        Matrix left = RandomMatrices.Orthogonal(4, new RandomNumbers(1, "left"));
        Matrix right = RandomMatrices.Orthogonal(3, new RandomNumbers(2, "right")).Transpose();
        Matrix first = left.Multiply(Matrix.Create(4, 3, (i, j) => i == j ? 3 - i : 0)).Multiply(right);
        Matrix exchanged = left.Multiply(Matrix.Create(4, 3, (i, j) => i == j ? new[] { 5.0, -7.0, 1.0 }[i] : 0)).Multiply(right);

        var overlaps = SingularVectorOverlaps.Between(first, exchanged, 2);

        Matrix expected = Matrix.FromRows([[0.0, 1.0], [1.0, 0.0]]);
        Assert.That(overlaps.Left.Subtract(expected).LargestMagnitude(), Is.LessThan(MatrixAssertions.Rounding));
        Assert.That(overlaps.Right.Subtract(expected).LargestMagnitude(), Is.LessThan(MatrixAssertions.Rounding));
    }

    [Test]
    public void Overlaps_of_matrices_of_different_shapes_or_too_many_modes_are_refused()
    {
        Assert.That(() => SingularVectorOverlaps.Between(Matrix.Diagonal([1]), Matrix.Diagonal([1, 2]), 1), Throws.ArgumentException.With.Message.Contains("different lengths"));
        Assert.That(() => SingularVectorOverlaps.Between(Matrix.Diagonal([1]), Matrix.Diagonal([1]), 2), Throws.InstanceOf<ArgumentException>());
    }
}
