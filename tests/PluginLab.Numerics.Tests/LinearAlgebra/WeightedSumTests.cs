using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Tests.LinearAlgebra;

/// <summary>The vector unit gives the bits of the plain loop, whatever is left over at the end.</summary>
public sealed class WeightedSumTests
{
    private const int LargestLength = 19;

    [Test]
    public void A_step_has_the_bits_of_the_plain_loop([Range(0, LargestLength)] int length, [Values(0, 1, 7)] int count)
    {
        double[] weights = [.. Numbers("weights", count).Select((weight, i) => i == 2 ? 0 : weight)];
        double[][] stages = [.. Enumerable.Range(0, count).Select(i => Numbers($"stage {i}", length))];
        double[] start = Numbers("start", length);
        double[] result = Numbers("left from before", length);

        WeightedSum.Step(new StageRow(weights), stages, start, 0.3, result);

        int[] used = [.. Enumerable.Range(0, count).Where(i => i != 2)];
        double[] expected = [.. Enumerable.Range(0, length).Select(k =>
            Math.FusedMultiplyAdd(0.3, used.Aggregate(0.0, (sum, i) => i == 0 ? weights[0] * stages[0][k] : Math.FusedMultiplyAdd(weights[i], stages[i][k], sum)), start[k]))];
        Assert.That(Bits(result), Is.EqualTo(Bits(expected)));
    }

    private static double[] Numbers(string stream, int count) => [.. new RandomNumbers(1, stream).NextGaussians(count)];

    private static long[] Bits(double[] numbers) => [.. numbers.Select(BitConverter.DoubleToInt64Bits)];
}
