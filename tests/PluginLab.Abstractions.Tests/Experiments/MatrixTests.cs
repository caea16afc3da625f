using PluginLab.Experiments;

namespace PluginLab.Abstractions.Tests.Experiments;

public sealed class MatrixTests
{
    private static readonly Matrix Example = Matrix.FromRows([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);

    [Test]
    public void Rows_columns_and_entries_agree()
    {
        Assert.That(Example[1, 2], Is.EqualTo(6));
        Assert.That(Example.Row(1), Is.EqualTo([4.0, 5.0, 6.0]));
        Assert.That(Example.Column(1), Is.EqualTo([2.0, 5.0]));
        Assert.That(Example.Transpose(), Is.EqualTo(Matrix.FromRows([[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]])));
    }

    [Test]
    public void Arithmetic_is_that_of_matrices()
    {
        Assert.That(Example.Multiply(Example.Transpose()), Is.EqualTo(Matrix.FromRows([[14.0, 32.0], [32.0, 77.0]])));
        Assert.That(Example.Add(Example), Is.EqualTo(Example.Scale(2)));
        Assert.That(Example.Subtract(Example).LargestMagnitude(), Is.Zero);
        Assert.That(Matrix.Diagonal([3, 4]).FrobeniusNorm(), Is.EqualTo(5));
    }

    [Test]
    public void Shapes_that_do_not_fit_are_refused()
    {
        Assert.That(() => Example.Multiply(Example), Throws.ArgumentException.With.Message.StartsWith("A 2 × 3 matrix times a 2 × 3 one is undefined."));
        Assert.That(() => Example.Add(Example.Transpose()), Throws.ArgumentException.With.Message.StartsWith("A 2 × 3 matrix and a 3 × 2 one have different shapes."));
        Assert.That(() => new Matrix(2, 2, [1]), Throws.ArgumentException.With.Message.StartsWith("A 2 × 2 matrix has 4 entries; 1 were given."));
        Assert.That(() => Matrix.FromRows([[1.0], [1.0, 2.0]]), Throws.ArgumentException.With.Message.StartsWith("The rows of a matrix must have the same length."));
    }
}
