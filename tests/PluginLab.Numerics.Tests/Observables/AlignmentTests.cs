using PluginLab.Numerics.Observables;

namespace PluginLab.Numerics.Tests.Observables;

public sealed class AlignmentTests
{
    [TestCase(1e-300)]
    [TestCase(1.0)]
    [TestCase(1e300)]
    public void The_cosine_has_a_sign_and_the_alignment_none_whatever_the_lengths(double length)
    {
        double[] first = [3 * length, 4 * length];
        double[] second = [0, -1 / length];

        Assert.That(Alignment.Cosine(first, second), Is.EqualTo(-0.8).Within(1e-15));
        Assert.That(Alignment.Of(first, second), Is.EqualTo(0.8).Within(1e-15));
        Assert.That(Alignment.Angle(first, second), Is.EqualTo(Math.Acos(-0.8)).Within(1e-15));
    }

    [TestCase(1e-9)]
    [TestCase(1e-3)]
    [TestCase(1.5)]
    [TestCase(Math.PI - 1e-9)]
    public void The_angle_is_exact_where_the_cosine_rounds_to_one(double angle) =>
        Assert.That(Alignment.Angle([1, 0, 0], [5 * Math.Cos(angle), 0, 5 * Math.Sin(angle)]), Is.EqualTo(angle).Within(1e-15));

    [FsCheck.NUnit.Property]
    public bool A_vector_is_aligned_with_every_multiple_of_itself(ushort seed, byte exponent)
    {
        double[] vector = new PluginLab.Experiments.RandomNumbers(seed, "vector").NextGaussians(7);
        double[] multiple = [.. vector.Select(component => -Math.ScaleB(component, exponent))];

        return Math.Abs(Alignment.Of(vector, multiple) - 1) <= 1e-15 && Alignment.Angle(vector, multiple) == Math.PI;
    }

    [Test]
    public void A_vector_of_zeros_has_no_direction() =>
        Assert.That((Alignment.Of([0, 0], [1, 0]), Alignment.Angle([1, 0], [0, 0])), Is.EqualTo((double.NaN, double.NaN)));

    [Test]
    public void Vectors_of_different_lengths_are_refused() =>
        Assert.That(() => Alignment.Of([1], [1, 2]), Throws.ArgumentException.With.Message.Contains("1 and one of 2 components"));
}
