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

    [Test]
    public void The_square_root_is_good_to_its_bound() =>
        Assert.That(Spread(-300, 300).Max(x => Math.Abs((StepArithmetic.SquareRoot(x) / Math.Sqrt(x)) - 1)), Is.LessThan(5e-6));

    [TestCase(0.0, 0.0)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity)]
    [TestCase(double.NaN, double.NaN)]
    public void The_square_root_keeps_zero_infinity_and_what_is_no_number(double x, double root) => Assert.That(StepArithmetic.SquareRoot(x), Is.EqualTo(root));

    [TestCase(0.0, 0.0, 0.0)]
    [TestCase(0.0, 1.0, 0.0)]
    [TestCase(2.0, 0.0, 2.0)]
    [TestCase(3.0, 40.0, 1.8)]
    [TestCase(3e200, 40e200, 1.8e200)]
    public void An_error_is_corrected_by_a_coarser_one(double error, double coarse, double corrected) =>
        Assert.That(StepArithmetic.CorrectError(error, coarse), Is.EqualTo(corrected).Within(1e-13).Percent);

    [TestCase(double.NaN, 1.0)]
    [TestCase(1.0, double.NaN)]
    [TestCase(double.PositiveInfinity, 1.0)]
    [TestCase(0.0, double.PositiveInfinity)]
    public void An_error_that_is_not_finite_stays_so(double error, double coarse) => Assert.That(double.IsFinite(StepArithmetic.CorrectError(error, coarse)), Is.False);

    /// <summary>Numbers in equal ratios between two powers of ten, dense within each octave.</summary>
    private static IEnumerable<double> Spread(double lowest, double highest) =>
        Enumerable.Range(0, Samples + 1).Select(i => Math.Pow(10, lowest + ((highest - lowest) * i / Samples)));
}
