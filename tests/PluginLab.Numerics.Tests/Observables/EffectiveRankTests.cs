using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;
using PluginLab.Numerics.Observables;
using PluginLab.Numerics.Tests.LinearAlgebra;

namespace PluginLab.Numerics.Tests.Observables;

public sealed class EffectiveRankTests
{
    [TestCase(1, 1.0)]
    [TestCase(3, 1e-200)]
    [TestCase(5, 1e200)]
    public void Equal_singular_values_have_their_number_as_rank(int rank, double size)
    {
        Matrix matrix = Matrix.Create(6, 7, (i, j) => i == j && i < rank ? size : 0);

        Assert.That(EffectiveRank.OfEntropy(matrix), Is.EqualTo(rank).Within(1e-13));
        Assert.That(EffectiveRank.Stable(matrix), Is.EqualTo(rank).Within(1e-13));
    }

    [Test]
    public void Unequal_ones_follow_the_definitions()
    {
        // p = (3/4, 1/4): exp H = (4/3)^(3/4) 4^(1/4); 1 + 1/9.
        Matrix matrix = RandomMatrices.Orthogonal(2, new RandomNumbers(1, "turn")).Multiply(Matrix.Diagonal([3, 1]));

        Assert.That(EffectiveRank.OfEntropy(matrix), Is.EqualTo(Math.Pow(4.0 / 3, 0.75) * Math.Pow(4, 0.25)).Within(1e-13));
        Assert.That(EffectiveRank.Stable(matrix), Is.EqualTo(10.0 / 9).Within(1e-13));
    }

    [FsCheck.NUnit.Property]
    public bool The_stable_rank_is_at_most_the_entropic_one_and_both_lie_between_1_and_the_rank(ushort seed)
    {
        Matrix matrix = MatrixAssertions.Random(4, 6, seed);
        (double entropic, double stable) = (EffectiveRank.OfEntropy(matrix), EffectiveRank.Stable(matrix));

        return stable >= 1 && stable <= entropic && entropic <= 4 + 1e-13;
    }

    [Test]
    public void A_matrix_of_zeros_has_rank_zero() =>
        Assert.That((EffectiveRank.OfEntropy(Matrix.Diagonal([0, 0])), EffectiveRank.Stable(Matrix.Diagonal([0, 0]))), Is.EqualTo((0.0, 0.0)));

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void A_matrix_that_is_not_finite_has_none(double entry) =>
        Assert.That((EffectiveRank.OfEntropy(Matrix.Diagonal([1, entry])), EffectiveRank.Stable(Matrix.Diagonal([1, entry]))), Is.EqualTo((double.NaN, double.NaN)));

    [Test]
    public void Negative_values_are_refused() => Assert.That(() => EffectiveRank.OfEntropy([1, -1]), Throws.ArgumentException.With.Message.Contains("not negative"));
}
