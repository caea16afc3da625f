using PluginLab.Experiments;
using PluginLab.Numerics.Statistics;

namespace PluginLab.Numerics.Tests.Statistics;

public sealed class KolmogorovSmirnovTestTests
{
    private const double Level = 0.05;

    [Test]
    public void The_distance_is_that_of_the_staircases()
    {
        Assert.That(KolmogorovSmirnovTest.Compare([1, 2, 3, 4], [2.5, 3.5, 4.5]).Distance, Is.EqualTo(0.5).Within(1e-15));
        Assert.That(KolmogorovSmirnovTest.Compare([3, 1, 2], [6, 5, 4]).Distance, Is.EqualTo(1));
    }

    [Test]
    public void Values_that_are_equal_are_passed_together()
    {
        KolmogorovSmirnovTest same = KolmogorovSmirnovTest.Compare([1, 1, 2, double.PositiveInfinity], [1, 1, 2, double.PositiveInfinity]);
        Assert.That((same.Distance, same.PValue), Is.EqualTo((0.0, 1.0)));
    }

    [TestCase(5)]
    [TestCase(40)]
    [TestCase(160)]
    public void For_samples_of_equal_size_the_p_value_is_the_alternating_sum_of_Gnedenko_and_Korolyuk(int size)
    {
        for (int steps = size / 5; steps <= size; steps += Math.Max(1, size / 8))
        {
            double expected = EqualSizes(size, steps);
            Assert.That(Apart(size, steps).PValue, Is.EqualTo(expected).Within(1e-10 * expected), $"{steps}");
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(6)]
    public void Samples_that_do_not_overlap_have_two_orders_of_all(int size)
    {
        double orders = Enumerable.Range(1, 4).Aggregate(1.0, (product, k) => product * (size + k) / k);
        Assert.That(Compare(Enumerable.Range(0, size), Enumerable.Range(100, 4)).PValue, Is.EqualTo(2 / orders).Within(1e-14));
    }

    [Test]
    public void Of_all_orders_of_unequal_samples_the_p_value_counts_those_at_least_as_far_apart()
    {
        int[][] subsets = [.. Enumerable.Range(0, 1 << 9).Where(bits => int.PopCount(bits) == 4).Select(bits => Enumerable.Range(0, 9).Where(k => (bits & (1 << k)) != 0).ToArray())];
        KolmogorovSmirnovTest[] tests = [.. subsets.Select(chosen => Compare(chosen, Enumerable.Range(0, 9).Except(chosen)))];
        foreach (KolmogorovSmirnovTest test in tests)
        {
            double share = (double)tests.Count(other => other.Distance >= test.Distance - 1e-12) / tests.Length;
            Assert.That(test.PValue, Is.EqualTo(share).Within(1e-13));
        }
    }

    [Test]
    public void Two_samples_of_one_law_are_told_apart_as_often_as_the_level_says()
    {
        RandomNumbers random = new(1, "kolmogorov-smirnov");
        const int Repeats = 2000;
        int rejected = Enumerable.Range(0, Repeats).Count(_ => KolmogorovSmirnovTest.Compare(random.NextGaussians(60), random.NextGaussians(45)).PValue <= Level);
        Assert.That((double)rejected / Repeats, Is.InRange(0.025, Level + 0.015));
    }

    [Test]
    public void A_shift_by_a_standard_deviation_is_seen()
    {
        RandomNumbers random = new(1, "kolmogorov-smirnov");
        Assert.That(KolmogorovSmirnovTest.Compare(random.NextGaussians(150), random.NextGaussians(150).Select(x => x + 1)).PValue, Is.LessThan(1e-8).And.Positive);
    }

    [Test]
    public void Empty_samples_and_NaN_are_refused()
    {
        Assert.That(() => KolmogorovSmirnovTest.Compare([], [1]), Throws.ArgumentException.With.Message.Contains("at least one value"));
        Assert.That(() => KolmogorovSmirnovTest.Compare([1], [1, double.NaN]), Throws.ArgumentException.With.Message.Contains("NaN"));
    }

    private static KolmogorovSmirnovTest Compare(IEnumerable<int> first, IEnumerable<int> second) =>
        KolmogorovSmirnovTest.Compare(first.Select(x => (double)x), second.Select(x => (double)x));

    /// <summary>Samples of one size that lie <paramref name="steps"/> steps apart: 0, …, n − 1 against the same moved by steps − ½.</summary>
    private static KolmogorovSmirnovTest Apart(int size, int steps) =>
        KolmogorovSmirnovTest.Compare(Enumerable.Range(0, size).Select(k => (double)k), Enumerable.Range(0, size).Select(k => k + steps - 0.5));

    /// <summary>2 Σ_j (−1)^{j−1} C(2n, n − j k)/C(2n, n) with k = n D.</summary>
    private static double EqualSizes(int size, int steps) => 2 * Enumerable.Range(1, size / steps).Sum(j =>
        (j % 2 == 1 ? 1 : -1) * Enumerable.Range(1, j * steps).Aggregate(1.0, (product, i) => product * (size - (j * steps) + i) / (size + i)));
}
