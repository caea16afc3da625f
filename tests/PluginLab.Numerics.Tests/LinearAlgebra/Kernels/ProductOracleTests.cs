using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Numerics.Tests.LinearAlgebra.Kernels;

/// <summary>Products of random shapes and all forms against MathNet's, NaN, infinities and zeros of both signs included.</summary>
public sealed class ProductOracleTests
{
    private const int LargestSmall = 67;
    private static readonly double[] Strange = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0];
    private static readonly int[][] LargeShapes = [[129, 257, 131], [1, 513, 601], [601, 1, 3], [97, 511, 101], [263, 300, 519]];

    [Test]
    public void Small_products_agree_with_MathNet([Range(0, LargestSmall)] int rows, [Values(0, 0.005)] double strangeShare)
    {
        RandomNumbers random = new(1, $"oracle {rows} {strangeShare}");
        for (int form = 0; form < PlainProduct.Forms; form++)
        {
            AssertAgrees(Draw(random, rows, Size(random), Size(random), strangeShare).InForm(form));
        }
    }

    [Test]
    public void Large_products_agree_with_MathNet([ValueSource(nameof(LargeShapes))] int[] shape, [Range(0, PlainProduct.Forms - 1)] int form, [Values(0, 1e-4)] double strangeShare) =>
        AssertAgrees(Draw(new(2, $"oracle {form} {strangeShare}"), shape[0], shape[1], shape[2], strangeShare).InForm(form));

    [Test]
    public void Symmetric_products_agree_with_MathNet([Range(0, LargestSmall)] int size, [Values(0, 0.005)] double strangeShare, [Values] bool isTransposed)
    {
        RandomNumbers random = new(3, $"symmetric {size} {strangeShare}");
        int depth = Size(random);
        double[] factor = Numbers(random, size * depth, strangeShare), product = new double[size * size];
        PlainProduct plain = new(size, depth, size, isTransposed, !isTransposed) { Left = factor, Right = factor, Former = new double[size * size] };

        SymmetricProduct.Multiply(plain.LeftView(), product);

        MathNetOracle.AssertAgrees(product, plain);
    }

    private static void AssertAgrees(PlainProduct drawn)
    {
        double[] product = [.. drawn.Former], residual = new double[product.Length];
        MatrixProduct.MultiplyAdd(drawn.LeftView(), drawn.RightView(), drawn.Scale, product);
        MatrixProduct.EvaluateResidual(drawn.Former, drawn.LeftView(), drawn.RightView(), residual);

        MathNetOracle.AssertAgrees(product, drawn);
        MathNetOracle.AssertAgrees(residual, drawn with { Scale = new(-1, 1) });
    }

    private static PlainProduct Draw(RandomNumbers random, int rows, int depth, int columns, double strangeShare) => new(rows, depth, columns, false, false)
    {
        Left = Numbers(random, rows * depth, strangeShare),
        Right = Numbers(random, depth * columns, strangeShare),
        Former = Numbers(random, rows * columns, strangeShare),
        Scale = random.NextUniform() < 0.5 ? new(1, 0) : new(0.7, -0.2),
    };

    // Numbers that overflow on the way are left out: where they do depends on the order of the sum.
    private static double[] Numbers(RandomNumbers random, int count, double strangeShare) =>
        [.. random.NextGaussians(count).Select(number => random.NextUniform() < strangeShare ? Strange[(int)(random.NextUniform() * Strange.Length)] : number)];

    private static int Size(RandomNumbers random) => (int)(random.NextUniform() * (LargestSmall + 1));
}
