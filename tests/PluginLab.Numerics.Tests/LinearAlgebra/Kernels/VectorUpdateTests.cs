using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Numerics.Tests.LinearAlgebra.Kernels;

/// <summary>Updates of vectors have the bits of plain loops, whatever is left over at the end.</summary>
public sealed class VectorUpdateTests
{
    [Test]
    public void Scaled_vectors_are_added_in_order_with_one_rounding_each([Range(0, 35)] int length, [Values(0, 1, 6)] int count)
    {
        double[] weights = Numbers("weights", count), vectors = Numbers("vectors", count * length), sum = Numbers("sum", length);
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
    public void An_inner_product_adds_eight_partial_sums_in_pairs([Range(0, 35)] int length)
    {
        double[] x = Numbers("x", length), y = Numbers("y", length), partial = new double[8];
        for (int i = 0; i < length; i++)
        {
            partial[i % 8] = Math.FusedMultiplyAdd(x[i], y[i], partial[i % 8]);
        }

        for (int half = 4; half >= 1; half /= 2)
        {
            partial = [.. Enumerable.Range(0, half).Select(i => partial[i] + partial[i + half])];
        }

        Assert.That(VectorUpdate.Dot(x, y), Is.EqualTo(partial[0]));
    }

    [Test]
    public void Lengths_that_differ_are_refused()
    {
        Assert.That(() => VectorUpdate.Dot([1, 2], [1]), Throws.ArgumentException.With.Message.Contains("must have 2 entries"));
        Assert.That(() => VectorUpdate.AddScaled(1, [1, 2, 3], new double[2]), Throws.ArgumentException.With.Message.Contains("must have 2 entries to fit the other operands; they have 3"));
    }

    private static double[] Numbers(string stream, int count) => [.. new RandomNumbers(1, stream).NextGaussians(count)];
}
