using MathNet.Numerics.LinearAlgebra;
using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Numerics.Tests.LinearAlgebra.Kernels;

/// <summary>Updates of vectors have the bits of plain loops, whatever is left over at the end and whatever the numbers, and agree with MathNet.</summary>
public sealed class VectorUpdateTests
{
    private static IEnumerable<int> Lengths => [.. Enumerable.Range(0, 68), 511, 1021, 4099];

    [Test]
    public void Scaled_vectors_are_added_in_order_with_one_rounding_each(
        [ValueSource(nameof(Lengths))] int length, [Values(0, 1, 6)] int count, [Values(0, 0.03)] double strangeShare)
    {
        RandomNumbers random = new(1, $"update {length} {count}");
        double[] weights = PlainProduct.Entries(random, count, strangeShare / 4), vectors = PlainProduct.Entries(random, count * length, strangeShare);
        double[] sum = PlainProduct.Entries(random, length, strangeShare);
        double[] expected = [.. sum.Select((entry, i) => Enumerable.Range(0, count).Aggregate(entry, (y, j) => Math.FusedMultiplyAdd(weights[j], vectors[(j * length) + i], y)))];

        VectorUpdate.AddScaled(weights, vectors, sum);

        BitAssertions.AssertSameBits(sum, expected, "sum");
    }

    [Test]
    public void A_scaled_vector_is_added()
    {
        double[] sum = [1, 2];
        VectorUpdate.AddScaled(3, [10, 20], sum);
        Assert.That(sum, Is.EqualTo([31.0, 62]));
    }

    [Test]
    public void An_inner_product_adds_eight_partial_sums_in_pairs([ValueSource(nameof(Lengths))] int length, [Values(0, 0.01)] double strangeShare)
    {
        RandomNumbers random = new(2, $"inner {length}");
        double[] x = PlainProduct.Entries(random, length, strangeShare), y = PlainProduct.Entries(random, length, strangeShare), partial = new double[8];
        for (int i = 0; i < length; i++)
        {
            partial[i % 8] = Math.FusedMultiplyAdd(x[i], y[i], partial[i % 8]);
        }

        for (int half = 4; half >= 1; half /= 2)
        {
            partial = [.. Enumerable.Range(0, half).Select(i => partial[i] + partial[i + half])];
        }

        BitAssertions.AssertSameBits([VectorUpdate.Dot(x, y)], [partial[0]], "inner product");
    }

    [Test]
    public void Inner_products_and_updates_agree_with_MathNet([ValueSource(nameof(Lengths))] int length)
    {
        RandomNumbers random = new(3, $"oracle {length}");
        double[] x = PlainProduct.Entries(random, length, 0), y = PlainProduct.Entries(random, length, 0), sum = [.. y];
        Vector<double> first = Vector<double>.Build.Dense(x), second = Vector<double>.Build.Dense(y);
        VectorUpdate.AddScaled(-1.3, x, sum);

        double magnitude = first.PointwiseAbs().DotProduct(second.PointwiseAbs());
        MathNetOracle.AssertNear([VectorUpdate.Dot(x, y)], [first.DotProduct(second)], [magnitude], length, "inner product");
        MathNetOracle.AssertNear(sum, [.. (-1.3 * first) + second], [.. (1.3 * first.PointwiseAbs()) + second.PointwiseAbs()], 1, "update");
    }

    [Test]
    public void Lengths_that_differ_are_refused()
    {
        Assert.That(() => VectorUpdate.Dot([1, 2], [1]), Throws.ArgumentException.With.Message.Contains("must have 2 entries"));
        Assert.That(() => VectorUpdate.AddScaled(1, [1, 2, 3], new double[2]), Throws.ArgumentException.With.Message.Contains("must have 2 entries to fit the other operands; they have 3"));
    }
}
