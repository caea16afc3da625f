using PluginLab.Experiments;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Integration.StepSizes;

public sealed class ErrorToleranceTests
{
    [Test]
    public void The_ratio_is_the_root_mean_square_of_the_scaled_errors()
    {
        ErrorTolerance tolerance = new(relative: 0.1, absolute: 1);

        // Scales 1 + 0.1·20 = 3 and 1 + 0.1·0 = 1; ratios 6/3 = 2 and 1.
        double ratio = tolerance.ErrorRatio([6, 1], before: [-20, 0], after: [10, 0]);

        Assert.That(ratio, Is.EqualTo(Math.Sqrt((4 + 1) / 2.0)).Within(2e-5));
    }

    [Test]
    public void The_ratio_is_the_sum_by_components_modulo_eight_whatever_the_vector_unit([Range(1, 40)] int length)
    {
        ErrorTolerance tolerance = new(relative: 1e-3, absolute: 1e-6);
        double[] Numbers(string stream) => [.. new RandomNumbers(1, stream).NextGaussians(length)];
        (double[] error, double[] before, double[] after) = (Numbers("error"), Numbers("before"), Numbers("after"));
        double[] sums = new double[8];
        for (int k = 0; k < length; k++)
        {
            double scale = Math.FusedMultiplyAdd(1e-3, Math.Max(Math.Abs(before[k]), Math.Abs(after[k])), 1e-6);
            double ratio = error[k] * StepArithmetic.Reciprocal(scale);
            sums[k % 8] = Math.FusedMultiplyAdd(ratio, ratio, sums[k % 8]);
        }

        double expected = StepArithmetic.SquareRoot(sums.Aggregate((total, sum) => total + sum) * (1.0 / length));

        Assert.That(tolerance.ErrorRatio(error, before, after), Is.EqualTo(expected));
    }

    [TestCase(0, 1e-300)]
    [TestCase(1e-9, double.Epsilon)]
    public void An_error_of_zero_is_acceptable_however_small_the_tolerance(double relative, double absolute) =>
        Assert.That(new ErrorTolerance(relative, absolute).ErrorRatio([0], [0], [0]), Is.Zero);

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void An_error_that_is_not_finite_gives_a_ratio_that_is_not(double error) =>
        Assert.That(double.IsFinite(new ErrorTolerance(0.1, 1).ErrorRatio([error, 0], [1, 1], [1, 1])), Is.False);

    [TestCase(-1e-9, 1e-9)]
    [TestCase(double.NaN, 1e-9)]
    [TestCase(1e-9, 0.0)]
    [TestCase(1e-9, double.PositiveInfinity)]
    public void A_tolerance_out_of_range_is_refused(double relative, double absolute) =>
        Assert.That(() => new ErrorTolerance(relative, absolute), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("must be finite"));
}
