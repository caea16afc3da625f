using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Tests.LinearAlgebra;

/// <summary>The vector unit gives the bits of the plain loop, whatever is left over at the end.</summary>
public sealed class WeightedSumTests
{
    // Long enough for a block, a vector after it and a rest, and to lie at a cache line.
    private const int LargestLength = 75;

    [Test]
    public void A_step_has_the_bits_of_the_plain_loop([Range(0, LargestLength)] int length, [Values(0, 1, 7)] int count)
    {
        double[] weights = [.. Numbers("weights", count).Select((weight, i) => i == 2 ? 0 : weight)];
        double[][] stages = [.. Enumerable.Range(0, count).Select(i => Numbers($"stage {i}", length))];
        double[] start = Numbers("start", length);
        double[] result = Numbers("left from before", length);

        WeightedSum.Step(new StageRow(weights), [.. stages.Select(Vector)], start, 0.3, result);

        Assert.That(Bits(result), Is.EqualTo(Bits([.. Sums(weights, stages, length).Select((sum, k) => Math.FusedMultiplyAdd(0.3, sum, start[k]))])));
    }

    [Test]
    public void A_combination_may_overwrite_one_of_its_stages([Range(0, LargestLength)] int length)
    {
        double[] weights = [0.3, -1.5, 0.7];
        double[][] stages = [.. Enumerable.Range(0, weights.Length).Select(i => Numbers($"stage {i}", length))];
        WorkVector[] vectors = [.. stages.Select(Vector)];

        WeightedSum.Combine(new StageRow(weights), vectors, vectors[1].Span);

        Assert.That(Bits(vectors[1].Span.ToArray()), Is.EqualTo(Bits([.. Sums(weights, stages, length)])));
    }

    [Test]
    public void A_stage_of_another_length_is_refused() => Assert.That(
        () => WeightedSum.Step(new StageRow([1.0, 1.0]), [new WorkVector(3), new WorkVector(2)], new double[3], 1, new double[3]), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static IEnumerable<double> Sums(double[] weights, double[][] stages, int length)
    {
        int[] used = [.. Enumerable.Range(0, weights.Length).Where(i => weights[i] != 0)];
        return Enumerable.Range(0, length).Select(k =>
            used.Aggregate(0.0, (sum, i) => i == 0 ? weights[0] * stages[0][k] : Math.FusedMultiplyAdd(weights[i], stages[i][k], sum)));
    }

    private static WorkVector Vector(double[] numbers)
    {
        WorkVector vector = new(numbers.Length);
        numbers.CopyTo(vector.Span);
        return vector;
    }

    private static double[] Numbers(string stream, int count) => [.. new RandomNumbers(1, stream).NextGaussians(count)];

    private static long[] Bits(double[] numbers) => [.. numbers.Select(BitConverter.DoubleToInt64Bits)];
}
