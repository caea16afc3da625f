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

        Assert.That(ratio, Is.EqualTo(Math.Sqrt((4 + 1) / 2.0)));
    }

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
