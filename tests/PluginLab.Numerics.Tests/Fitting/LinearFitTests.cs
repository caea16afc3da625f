using PluginLab.Figures;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Numerics.Tests.Fitting;

public sealed class LinearFitTests
{
    [FsCheck.NUnit.Property]
    public bool Points_on_a_line_give_it_back_in_any_order(int slope, int intercept)
    {
        double[] x = [3, -1, 0, 2, 5];
        LinearFit fit = LinearFit.Of(x, [.. x.Select(value => intercept + ((double)slope * value))]);
        double rounding = 1e-13 * (Math.Abs((double)slope) + Math.Abs((double)intercept));

        return Math.Abs(fit.Slope - slope) <= rounding && Math.Abs(fit.Intercept - intercept) <= 4 * rounding && fit.SlopeUncertainty <= 8 * rounding
            && fit.Range == new Limits(-1, 5);
    }

    [Test]
    public void The_uncertainty_is_the_larger_move_of_the_slope_to_half_of_the_points()
    {
        // y = x² on 0, 1, 2, 3, 4: slope 4; the halves 0, 1, 2 and 2, 3, 4 have slopes 2 and 6.
        LinearFit fit = LinearFit.Of([0, 1, 2, 3, 4], [0, 1, 4, 9, 16]);

        Assert.That((fit.Slope, fit.Intercept, fit.SlopeUncertainty), Is.EqualTo((4.0, -2.0, 2.0)));
    }

    [Test]
    public void Two_points_leave_the_uncertainty_unknown() => Assert.That(LinearFit.Of([0, 1], [0, 1]).SlopeUncertainty, Is.NaN);

    [TestCase(new double[] { 1 }, new double[] { 1 })]
    [TestCase(new double[] { 1, 1 }, new double[] { 1, 2 })]
    [TestCase(new double[] { 1, 2 }, new double[] { 1 })]
    [TestCase(new double[] { 1, double.NaN }, new double[] { 1, 2 })]
    public void Points_that_determine_no_line_are_refused(double[] x, double[] y) =>
        Assert.That(() => LinearFit.Of(x, y), Throws.ArgumentException.With.Message.Contains("determine no line"));
}
