using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Tests.LinearAlgebra;

/// <summary>The vector unit gives the bits of the plain loop, whatever is left over at the end.</summary>
public sealed class WeightedSumTests
{
    private const int LargestLength = 19;

    [Test]
    public void A_weighted_sum_has_the_bits_of_the_plain_loop([Range(0, LargestLength)] int length, [Values(0, 1, 7)] int count)
    {
        double[] weights = Numbers("weights", count);
        double[] vectors = Numbers("vectors", count * length);
        double[] sum = Numbers("left from before", length);

        WeightedSum.Evaluate(weights, vectors, sum);

        double[] expected = new double[length];
        for (int k = 0; k < length; k++)
        {
            for (int i = 0; i < count; i++)
            {
                expected[k] += weights[i] * vectors[(i * length) + k];
            }
        }

        Assert.That(Bits(sum), Is.EqualTo(Bits(expected)));
    }

    [Test]
    public void Scaling_and_adding_have_the_bits_of_the_plain_loop([Range(0, LargestLength)] int length)
    {
        double[] start = Numbers("start", length);
        double[] vector = Numbers("vector", length);
        double[] scaled = [.. vector];
        double[] added = [.. start];

        WeightedSum.ScaleAndAdd(start, 0.3, scaled);
        WeightedSum.AddScaled(0.3, vector, added);

        long[] expected = Bits([.. start.Zip(vector, (a, b) => a + (0.3 * b))]);
        Assert.That(Bits(scaled), Is.EqualTo(expected));
        Assert.That(Bits(added), Is.EqualTo(expected));
    }

    private static double[] Numbers(string stream, int count) => [.. new RandomNumbers(1, stream).NextGaussians(count)];

    private static long[] Bits(double[] numbers) => [.. numbers.Select(BitConverter.DoubleToInt64Bits)];
}
