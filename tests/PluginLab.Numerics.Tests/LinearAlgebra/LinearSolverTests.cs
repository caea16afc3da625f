using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Tests.LinearAlgebra;

public sealed class LinearSolverTests
{
    [Test]
    public void The_solution_satisfies_the_equations()
    {
        Matrix coefficients = MatrixAssertions.Random(5, 5, seed: 1);
        Matrix rightHandSides = MatrixAssertions.Random(5, 2, seed: 2);

        Matrix solution = LinearSolver.Solve(coefficients, rightHandSides);

        Assert.That(coefficients.Multiply(solution).Subtract(rightHandSides).LargestMagnitude(), Is.LessThan(MatrixAssertions.Rounding));
    }

    [Test]
    public void The_inverse_undoes_the_matrix()
    {
        Matrix matrix = MatrixAssertions.Random(4, 4, seed: 3);

        Assert.That(LinearSolver.Invert(matrix).Multiply(matrix).Subtract(MatrixAssertions.Identity(4)).LargestMagnitude(), Is.LessThan(MatrixAssertions.Rounding));
    }

    [Test]
    public void A_singular_matrix_is_refused() => Assert.That(
        () => LinearSolver.Invert(Matrix.FromRows([[1.0, 2.0], [0.1, 0.2]])), Throws.ArgumentException.With.Message.Contains("singular"));

    [Test]
    public void Shapes_that_do_not_fit_are_refused() => Assert.That(
        () => LinearSolver.Solve(MatrixAssertions.Identity(2), MatrixAssertions.Random(3, 1, seed: 1)), Throws.ArgumentException.With.Message.Contains("2 × 2"));
}
