using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Numerics.Tests.LinearAlgebra.Kernels;

/// <summary>Half the work gives the whole product, bit for bit.</summary>
public sealed class SymmetricProductTests
{
    [Test]
    public void A_matrix_times_its_transpose_has_the_bits_of_the_general_product([Range(0, 67)] int size, [Values(false, true)] bool isTransposed) =>
        AssertAgrees(size, depth: (3 * size) % 71, isTransposed, new(1, 0));

    [TestCase(129, 300, false)]
    [TestCase(300, 129, true)]
    [TestCase(520, 600, false)]
    [TestCase(520, 40, true)]
    public void Large_ones_do_too(int size, int depth, bool isTransposed) => AssertAgrees(size, depth, isTransposed, new(-0.5, 2));

    [Test]
    public void A_residual_is_the_target_minus_the_product()
    {
        double[] factor = [.. new RandomNumbers(2, "residual").NextGaussians(5 * 9)];
        double[] target = Symmetric(5), expected = [.. target], residual = new double[25];
        MatrixProduct.MultiplyAdd(new(factor, 5, 9), new MatrixView(factor, 5, 9).Transpose(), new(-1, 1), expected);
        SymmetricProduct.EvaluateResidual(target, new(factor, 5, 9), residual);
        Assert.That(residual, Is.EqualTo(expected));
    }

    [Test]
    public void What_lies_below_the_diagonal_is_not_read()
    {
        double[] product = [1, 2, double.NaN, 3];
        SymmetricProduct.MultiplyAdd(new([1.0, 1], 2, 1), new(1, 1), product);
        Assert.That(product, Is.EqualTo([2.0, 3, 3, 4]));
    }

    [Test]
    public void A_product_of_the_wrong_size_is_refused() =>
        Assert.That(() => SymmetricProduct.Multiply(new([1.0, 1], 2, 1), new double[3]), Throws.ArgumentException.With.Message.Contains("has 4 entries; a span for it has 3"));

    private static void AssertAgrees(int size, int depth, bool isTransposed, ProductScale scale)
    {
        double[] factor = [.. new RandomNumbers(1, $"factor {size}").NextGaussians(size * depth)];
        double[] symmetric = Symmetric(size), general = [.. symmetric];
        MatrixView view = isTransposed ? new MatrixView(factor, depth, size).Transpose() : new MatrixView(factor, size, depth);
        SymmetricProduct.MultiplyAdd(view, scale, symmetric);
        MatrixProduct.MultiplyAdd(view, view.Transpose(), scale, general);
        BitAssertions.AssertSameBits(symmetric, general, $"{size} × {depth}");
    }

    private static double[] Symmetric(int size)
    {
        Matrix drawn = new(size, size, new RandomNumbers(3, "symmetric").NextGaussians(size * size));
        return drawn.Add(drawn.Transpose()).Values.ToArray();
    }
}
