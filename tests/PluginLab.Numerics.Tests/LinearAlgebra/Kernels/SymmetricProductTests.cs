using System.Runtime.Intrinsics;
using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Numerics.Tests.LinearAlgebra.Kernels;

/// <summary>Half the work gives the whole product, bit for bit.</summary>
public sealed class SymmetricProductTests
{
    private static readonly (int Size, int Depth, bool IsTransposed)[] LargeShapes =
        [(129, 300, false), (300, 129, true), (520, 600, false), (520, 40, true), (67, 700, true), (601, 1, false), (97, 513, false)];

    private static IEnumerable<TestCaseData> Large() => LargeShapes.Select(shape => new TestCaseData(shape.Size, shape.Depth, shape.IsTransposed));

    [Test]
    public void A_matrix_times_its_transpose_has_the_bits_of_plain_loops([Range(0, 67)] int size, [Values] bool isTransposed, [Values(0, 0.01)] double strangeShare)
    {
        AssertAgrees(Draw(size, (3 * size) % 71, isTransposed, strangeShare) with { Scale = new(1, 0) });
        AssertAgrees(Draw(size, (5 * size) % 67, isTransposed, strangeShare) with { Scale = new(-0.5, 2) });
    }

    [TestCaseSource(nameof(Large))]
    public void Large_ones_do_too(int size, int depth, bool isTransposed) =>
        AssertAgrees(Draw(size, depth, isTransposed, strangeShare: 1e-5) with { Scale = new(-0.5, 2) });

    [TestCaseSource(nameof(Large))]
    public void Threads_change_no_bit(int size, int depth, bool isTransposed)
    {
        PlainProduct drawn = Draw(size, depth, isTransposed, strangeShare: 0) with { Scale = new(0.7, -0.2) };
        double[] alone = Multiplied(drawn, maximumThreads: 1);
        foreach (int threads in new[] { 2, 3, 7, 64 })
        {
            BitAssertions.AssertSameBits(Multiplied(drawn, threads), alone, $"{threads} threads");
        }
    }

    [Test]
    public void A_residual_is_the_target_minus_the_product_and_may_replace_the_target([Range(0, 67)] int size, [Values(0, 0.01)] double strangeShare)
    {
        PlainProduct drawn = Draw(size, depth: 9, isTransposed: size % 2 == 0, strangeShare) with { Scale = new(-1, 1) };
        double[] apart = new double[size * size], inPlace = [.. drawn.Former];
        SymmetricProduct.EvaluateResidual(drawn.Former, drawn.LeftView(), apart, maximumThreads: 2);
        SymmetricProduct.EvaluateResidual(inPlace, drawn.LeftView(), inPlace);
        BitAssertions.AssertSameBits(apart, drawn.Evaluate(), "apart");
        BitAssertions.AssertSameBits(inPlace, drawn.Evaluate(), "in place");
    }

    [Test]
    public void What_lies_below_the_diagonal_is_not_read()
    {
        double[] product = [1, 2, double.NaN, 3];
        SymmetricProduct.MultiplyAdd(new([1.0, 1], 2, 1), new(1, 1), product);
        Assert.That(product, Is.EqualTo([2.0, 3, 3, 4]));
    }

    [Test]
    public void A_product_of_the_wrong_size_or_no_thread_is_refused()
    {
        Assert.That(() => SymmetricProduct.Multiply(new([1.0, 1], 2, 1), new double[3]), Throws.ArgumentException.With.Message.Contains("has 4 entries; a span for it has 3"));
        Assert.That(() => SymmetricProduct.Multiply(new([1.0, 1], 2, 1), new double[4], maximumThreads: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static void AssertAgrees(PlainProduct drawn)
    {
        double[] expected = drawn.Evaluate();
        BitAssertions.AssertSameBits(Multiplied(drawn, maximumThreads: 1), expected, $"{drawn}");
        BitAssertions.AssertSameBits(UpperTriangleOn<Vector512Unit, Vector512<double>>(drawn), UpperTriangle(expected, drawn.Rows), $"512 bits, {drawn}");
        BitAssertions.AssertSameBits(UpperTriangleOn<Vector256Unit, Vector256<double>>(drawn), UpperTriangle(expected, drawn.Rows), $"256 bits, {drawn}");
        BitAssertions.AssertSameBits(UpperTriangleOn<Vector128Unit, Vector128<double>>(drawn), UpperTriangle(expected, drawn.Rows), $"128 bits, {drawn}");
    }

    private static double[] Multiplied(PlainProduct drawn, int maximumThreads)
    {
        double[] product = [.. drawn.Former];
        SymmetricProduct.MultiplyAdd(drawn.LeftView(), drawn.Scale, product, maximumThreads);
        return product;
    }

    private static double[] UpperTriangleOn<TUnit, TVector>(PlainProduct drawn)
        where TUnit : struct, IVectorUnit<TVector>
    {
        double[] product = [.. drawn.Former];
        ProductCall call = new() { Left = drawn.LeftView(), Right = drawn.RightView(), Scale = drawn.Scale, Addend = product, Product = product };
        call.EvaluateOn<TUnit, TVector>(diagonal: 0, maximumThreads: 3);
        return UpperTriangle(product, drawn.Rows);
    }

    private static double[] UpperTriangle(double[] matrix, int size) => [.. matrix.Where((_, i) => i % size >= i / size)];

    /// <summary>A product with its own transpose, added to a symmetric matrix.</summary>
    private static PlainProduct Draw(int size, int depth, bool isTransposed, double strangeShare)
    {
        RandomNumbers random = new(1, $"symmetric {size} {depth} {strangeShare}");
        double[] factor = PlainProduct.Entries(random, size * depth, strangeShare), half = PlainProduct.Entries(random, size * size, strangeShare);
        double[] symmetric = [.. half.Select((_, i) => half[(Math.Min(i / size, i % size) * size) + Math.Max(i / size, i % size)])];
        return new(size, depth, size, isTransposed, !isTransposed) { Left = factor, Right = factor, Former = symmetric };
    }
}
