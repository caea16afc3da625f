using PluginLab.Experiments;

namespace PluginLab.Abstractions.Tests.Experiments;

/// <summary>The golden values were computed by another implementation of xoshiro256** and SHA-256, from their definitions.</summary>
public sealed class RandomNumbersTests
{
    private const int Draws = 100_000;

    [TestCase(0ul, "initial-weights", new[] { 0x154703679725b209ul, 0x6a43ed8361a8273ful, 0xa2ec37d7f67cf12aul, 0x90cea89c3dd34fb1ul })]
    [TestCase(42ul, "rotation-ü", new[] { 0xc8f9eae1d34ff8a5ul, 0x46edf5555d6a1f58ul, 0xd758265a13d9c134ul, 0x98fedb9b1d2f4221ul })]
    public void The_bits_of_a_seed_and_a_purpose_never_change(ulong seed, string purpose, ulong[] expected)
    {
        RandomNumbers random = new(seed, purpose);

        Assert.That(expected.Select(_ => random.NextBits()), Is.EqualTo(expected));
    }

    [Test]
    public void Uniform_and_Gaussian_numbers_never_change()
    {
        RandomNumbers uniform = new(7, "uniform");
        RandomNumbers gaussian = new(7, "gaussian");

        Assert.That(Enumerable.Range(0, 4).Select(_ => uniform.NextUniform()), Is.EqualTo([0.2713411459507993, 0.4759732859657978, 0.3315073676946346, 0.8129735219568214]));
        Assert.That(gaussian.NextGaussians(6), Is.EqualTo([-0.8056697289846431, -0.014761638544897378, 0.320618667039514, -0.3987077256290229, 0.4279582098265439, 0.10941865604258735]).Within(1e-15));
    }

    [Test]
    public void Uniform_numbers_have_their_moments()
    {
        RandomNumbers random = new(1, "moments");
        double[] numbers = [.. Enumerable.Range(0, Draws).Select(_ => random.NextUniform())];

        // Five standard errors: √(1/12 / N) of the mean, √(4/45 / N) / 2 of the second moment.
        Assert.That(numbers.Average(), Is.EqualTo(0.5).Within(5 * Math.Sqrt(1 / 12.0 / Draws)));
        Assert.That(numbers.Average(x => x * x), Is.EqualTo(1 / 3.0).Within(5 * Math.Sqrt(4 / 45.0 / Draws)));
        Assert.That(numbers, Is.All.InRange(0, 1 - (1.0 / (1L << 53))));
    }

    [Test]
    public void Gaussian_numbers_have_their_moments()
    {
        double[] numbers = new RandomNumbers(2, "moments").NextGaussians(Draws);

        // Five standard errors: the moments of a Gaussian have variances 1, 2, 15 and 96.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(numbers.Average(), Is.Zero.Within(5 * Math.Sqrt(1.0 / Draws)));
            Assert.That(numbers.Average(x => x * x), Is.EqualTo(1).Within(5 * Math.Sqrt(2.0 / Draws)));
            Assert.That(numbers.Average(x => x * x * x), Is.Zero.Within(5 * Math.Sqrt(15.0 / Draws)));
            Assert.That(numbers.Average(x => x * x * x * x), Is.EqualTo(3).Within(5 * Math.Sqrt(96.0 / Draws)));
        }
    }

    [FsCheck.NUnit.Property]
    public bool Another_seed_or_purpose_gives_other_numbers(ulong seed) =>
        new RandomNumbers(seed, "a").NextBits() != new RandomNumbers(seed, "b").NextBits()
        && new RandomNumbers(seed, "a").NextBits() != new RandomNumbers(seed + 1, "a").NextBits();
}
