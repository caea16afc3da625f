using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Integration.StepSizes;

/// <summary>The approximations are as good as they say, over all that they are used for.</summary>
public sealed class StepArithmeticTests
{
    private const int Samples = 100_000;

    [Test]
    public void The_logarithm_is_good_to_its_bound() =>
        Assert.That(Spread(-300, 300).Max(x => Math.Abs(StepArithmetic.Log2(x) - Math.Log2(x))), Is.LessThan(1.2e-4));

    [Test]
    public void The_power_is_good_to_its_bound() =>
        Assert.That(Enumerable.Range(-Samples, 2 * Samples).Max(i => Math.Abs((StepArithmetic.Exp2(i * 0.00999) / Math.Pow(2, i * 0.00999)) - 1)), Is.LessThan(1e-4));

    [Test]
    public void The_reciprocal_is_good_to_its_bound() =>
        Assert.That(Spread(-300, 300).Max(x => Math.Abs((StepArithmetic.Reciprocal(x) * x) - 1)), Is.LessThan(7e-6));

    /// <summary>Numbers in equal ratios between two powers of ten, dense within each octave.</summary>
    private static IEnumerable<double> Spread(double lowest, double highest) =>
        Enumerable.Range(0, Samples + 1).Select(i => Math.Pow(10, lowest + ((highest - lowest) * i / Samples)));
}
