using System.Runtime.Intrinsics;
using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Numerics.Tests.LinearAlgebra.Kernels;

/// <summary>Products of all shapes and forms have the bits of three plain loops, whatever the vector unit and the threads.</summary>
public sealed class MatrixProductTests
{
    private const int LargestSmall = 67;
    private static readonly double[] Scales = [1, 0, -1, 0.3];
    private static readonly int[][] LargeShapes =
        [[129, 257, 131], [1, 513, 600], [600, 1, 3], [97, 512, 101], [300, 97, 520], [263, 300, 520], [8, 1030, 8], [131, 256, 24], [67, 700, 97], [520, 40, 99], [530, 300, 97]];

    [Test]
    public void Small_products_of_all_shapes_have_the_bits_of_plain_loops([Range(0, LargestSmall)] int rows, [Values(0, 0.01)] double strangeShare)
    {
        RandomNumbers random = new(1, $"small {rows} {strangeShare}");
        for (int trial = 0; trial < 12; trial++)
        {
            (int depth, int columns) = (UpTo(random, LargestSmall), UpTo(random, LargestSmall));
            AssertAllWidths((PlainProduct.Draw(random, rows, depth, columns, strangeShare) with { Scale = new(Any(random), Any(random)) }).InForm(trial % PlainProduct.Forms));
        }
    }

    [Test]
    public void Tiny_products_of_all_shapes_have_the_bits_of_plain_loops([Range(0, 6)] int rows, [Range(0, 6)] int depth, [Range(0, 6)] int columns)
    {
        RandomNumbers random = new(8, $"tiny {rows} {depth} {columns}");
        AssertAllWidths(PlainProduct.Draw(random, rows, depth, columns, strangeShare: 0.05) with { Scale = new(Any(random), Any(random)) });
    }

    [TestCaseSource(nameof(LargeShapes))]
    public void Large_products_have_the_bits_of_plain_loops(int rows, int depth, int columns)
    {
        RandomNumbers random = new(2, $"large {rows} {depth} {columns}");
        for (int form = 0; form < PlainProduct.Forms; form++)
        {
            PlainProduct drawn = PlainProduct.Draw(random, rows, depth, columns, strangeShare: 1e-5);
            AssertAllWidths((drawn with { Scale = new(Any(random), Any(random)) }).InForm(form));
        }
    }

    [TestCaseSource(nameof(LargeShapes))]
    public void Threads_change_no_bit(int rows, int depth, int columns)
    {
        PlainProduct drawn = PlainProduct.Draw(new(3, $"threads {rows} {depth} {columns}"), rows, depth, columns) with { Scale = new(0.7, -0.2) };
        double[] alone = Multiplied(drawn, maximumThreads: 1);
        foreach (int threads in new[] { 2, 3, 7, 64 })
        {
            BitAssertions.AssertSameBits(Multiplied(drawn, threads), alone, $"{threads} threads");
        }
    }

    [Test]
    public void A_residual_is_the_target_minus_the_product_and_may_replace_the_target([Range(0, LargestSmall, 3)] int rows, [Values(0, 0.01)] double strangeShare)
    {
        RandomNumbers random = new(5, $"residual {rows} {strangeShare}");
        for (int form = 0; form < PlainProduct.Forms; form++)
        {
            (int depth, int columns) = (UpTo(random, LargestSmall), UpTo(random, LargestSmall));
            PlainProduct drawn = (PlainProduct.Draw(random, rows, depth, columns, strangeShare) with { Scale = new(-1, 1) }).InForm(form);
            double[] apart = new double[drawn.Former.Length];
            double[] inPlace = [.. drawn.Former];
            MatrixProduct.EvaluateResidual(drawn.Former, drawn.LeftView(), drawn.RightView(), apart);
            MatrixProduct.EvaluateResidual(inPlace, drawn.LeftView(), drawn.RightView(), inPlace);
            BitAssertions.AssertSameBits(apart, drawn.Evaluate(), $"apart, {drawn}");
            BitAssertions.AssertSameBits(inPlace, drawn.Evaluate(), $"in place, {drawn}");
        }
    }

    [Test]
    public void Zero_times_NaN_is_NaN_and_what_was_there_before_is_not_read()
    {
        double[] product = [double.NaN, double.NaN];
        MatrixProduct.Multiply(new([0.0, 1], 1, 2), new([double.NaN, 2, 3, 4], 2, 2), product);
        Assert.That(product, Is.EqualTo([double.NaN, 4]));
        MatrixProduct.MultiplyAdd(new([1.0], 1, 1), new([double.PositiveInfinity, 1], 1, 2), new(0, 0), product);
        Assert.That(product, Is.EqualTo([double.NaN, 0]));
    }

    [Test]
    public void A_view_reads_rows_at_a_distance()
    {
        double[] wide = [.. new RandomNumbers(6, "stride").NextGaussians(7 * 20)];
        double[] narrow = [.. Enumerable.Range(0, 7).SelectMany(row => wide.Skip(row * 20).Take(11))];
        double[] expected = new double[49], actual = new double[49];
        MatrixProduct.Multiply(new(narrow, 7, 11), new MatrixView(narrow, 7, 11).Transpose(), expected);
        MatrixProduct.Multiply(new(wide, 7, 11, 20), new MatrixView(wide, 7, 11, 20).Transpose(), actual);
        Assert.That(actual, Is.EqualTo(expected));
    }

    [TestCase(32)]
    [TestCase(67)]
    [TestCase(520)]
    public void A_product_allocates_nothing(int size)
    {
        PlainProduct drawn = PlainProduct.Draw(new(7, "allocation"), size, size, size) with { RightIsTransposed = true };
        double[] product = new double[size * size];
        MatrixProduct.Multiply(drawn.LeftView(), drawn.RightView(), product);
        long[] allocated = new long[10];
        for (int i = 0; i < allocated.Length; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            MatrixProduct.Multiply(drawn.LeftView(), drawn.RightView(), product);
            allocated[i] = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // A collection on behalf of another test may trim the pool between two products; an allocation of ours would show in each.
        Assert.That(allocated.Min(), Is.Zero);
    }

    [Test]
    public void Shapes_that_do_not_fit_are_refused_with_their_sizes()
    {
        double[] six = new double[6];
        Assert.That(() => MatrixProduct.Multiply(new(six, 2, 3), new(six, 2, 3), new double[6]), Throws.ArgumentException.With.Message.Contains("left factor is 2 × 3 but the right one is 2 × 3"));
        Assert.That(() => MatrixProduct.Multiply(new(six, 2, 3), new(six, 3, 2), new double[5]), Throws.ArgumentException.With.Message.Contains("has 4 entries; a span for it has 5"));
        Assert.That(() => MatrixProduct.EvaluateResidual(six, new(six, 2, 3), new(six, 3, 2), new double[4]), Throws.ArgumentException.With.Message.Contains("a span for it has 6"));
        Assert.That(() => MatrixProduct.Multiply(new(six, 2, 3), new MatrixView(six, 2, 3).Transpose(), six.AsSpan(0, 4)), Throws.ArgumentException.With.Message.Contains("overlaps a factor"));
        Assert.That(() => MatrixProduct.Multiply(new(six, 2, 3), new(six, 3, 2), new double[4], 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new MatrixView(six, 2, 2).Rows, Throws.ArgumentException.With.Message.Contains("not a 2 × 2 matrix: it has 4 entries; the span has 6"));
        Assert.That(() => new MatrixView(six, 2, 3, 4).Rows, Throws.ArgumentException.With.Message.Contains("with rows 4 apart it needs 7 entries; the span has 6"));
        Assert.That(() => new MatrixView(six, 2, 3, 2).Rows, Throws.ArgumentException.With.Message.Contains("at least 3 apart, not 2"));
        Assert.That(() => new MatrixView(six, -2, 3).Rows, Throws.ArgumentException.With.Message.Contains("must not be negative"));
    }

    private static void AssertAllWidths(PlainProduct drawn)
    {
        double[] expected = drawn.Evaluate();
        BitAssertions.AssertSameBits(Multiplied(drawn, maximumThreads: 1), expected, $"{drawn}");
        BitAssertions.AssertSameBits(MultipliedOn<Vector512Unit, Vector512<double>>(drawn), expected, $"512 bits, {drawn}");
        BitAssertions.AssertSameBits(MultipliedOn<Vector256Unit, Vector256<double>>(drawn), expected, $"256 bits, {drawn}");
        BitAssertions.AssertSameBits(MultipliedOn<Vector128Unit, Vector128<double>>(drawn), expected, $"128 bits, {drawn}");
    }

    private static double[] Multiplied(PlainProduct drawn, int maximumThreads)
    {
        double[] product = [.. drawn.Former];
        MatrixProduct.MultiplyAdd(drawn.LeftView(), drawn.RightView(), drawn.Scale, product, maximumThreads);
        return product;
    }

    private static double[] MultipliedOn<TUnit, TVector>(PlainProduct drawn)
        where TUnit : struct, IVectorUnit<TVector>
    {
        double[] product = [.. drawn.Former];
        ProductCall call = new() { Left = drawn.LeftView(), Right = drawn.RightView(), Scale = drawn.Scale, Addend = product, Product = product };
        call.EvaluateOn<TUnit, TVector>(drawn.Rows, maximumThreads: 1);
        return product;
    }

    private static int UpTo(RandomNumbers random, int largest) => (int)(random.NextUniform() * (largest + 1));

    private static double Any(RandomNumbers random) => Scales[(int)(random.NextUniform() * Scales.Length)];
}
