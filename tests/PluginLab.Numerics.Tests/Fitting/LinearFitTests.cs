using PluginLab.Experiments;
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
            && fit.Window == new FitWindow(-1, 5);
    }

    [FsCheck.NUnit.Property]
    public bool A_line_without_error_lies_within_its_own_intervals(ushort seed, short offset)
    {
        RandomNumbers random = new(seed, "line");
        (double slope, double intercept) = (random.NextGaussian(), random.NextGaussian());
        double[] x = [.. Enumerable.Range(0, 8).Select(i => offset + i + (0.5 * random.NextUniform()))];

        LinearFit fit = LinearFit.Of(x, [.. x.Select(value => intercept + (slope * value))]);

        return Enum.GetValues<FitUncertainty>().All(uncertainty => fit.SlopeInterval(uncertainty).Contains(slope) && fit.InterceptInterval(uncertainty).Contains(intercept))
            && fit.SlopeInterval(FitUncertainty.Window).HalfWidth <= 1e-13 * (1 + Math.Abs((double)offset));
    }

    [Test]
    public void The_uncertainty_is_the_largest_move_of_the_slope_to_half_of_the_points()
    {
        // y = x² on 0, 1, 2, 3, 4: slope 4; the halves 0, 1, 2 and 2, 3, 4 have slopes 2 and 6.
        LinearFit fit = LinearFit.Of([0, 1, 2, 3, 4], [0, 1, 4, 9, 16]);

        Assert.That((fit.Slope, fit.Intercept, fit.SlopeUncertainty), Is.EqualTo((4.0, -2.0, 2.0)));
    }

    [Test]
    public void The_budget_of_the_slope_has_its_five_sources()
    {
        // The same; leaving out one of the five points each gives the slopes 5, 27/7, 4, 29/7, 3; ∂slope/∂y = (−2, −1, 0, 1, 2)/10; residuals 2, −1, −2, −1, 2.
        UncertaintyBudget budget = LinearFit.Of([3, 0, 1, 4, 2], [9, 0, 1, 16, 4], [0, 0.5, 0, 0.5, 0]).SlopeBudget;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(budget.Window, Is.EqualTo(2).Within(1e-14));
            Assert.That(budget.LeaveOut, Is.EqualTo(Math.Sqrt(80.0 / 49)).Within(1e-14));
            Assert.That(budget.LeaveOneOut, Is.EqualTo(1).Within(1e-14));
            Assert.That(budget.Points, Is.EqualTo(0.2).Within(1e-14));
            Assert.That(budget.StandardError, Is.EqualTo(Math.Sqrt(14.0 / 30)).Within(1e-14));
            Assert.That(budget.DegreesOfFreedom, Is.EqualTo(3));
        }
    }

    [Test]
    public void The_budget_of_the_intercept_has_them_too()
    {
        // Halves: y = 2x − 1/3 and 6x − 25/3 beside 4x − 2; ∂intercept/∂y = 1/5 − 2 ∂slope/∂y = (6, 4, 2, 0, −2)/10.
        UncertaintyBudget budget = LinearFit.Of([0, 1, 2, 3, 4], [0, 1, 4, 9, 16], [1, 1, 1, 1, 1]).InterceptBudget;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(budget.Window, Is.EqualTo(19.0 / 3).Within(1e-13));
            Assert.That(budget.Points, Is.EqualTo(1.4).Within(1e-14));
            Assert.That(budget.StandardError, Is.EqualTo(Math.Sqrt(14.0 / 3 * 0.6)).Within(1e-14));
        }
    }

    [Test]
    public void A_bend_between_the_halves_shows_in_a_window_between_them()
    {
        // A rise from 0 to 1 about the middle: slope 1/6, and 1/10 in either half, but 3/10 in the middle.
        LinearFit fit = LinearFit.Of([0, 1, 2, 3, 4, 5, 6, 7, 8], [0, 0, 0, 0, 0.5, 1, 1, 1, 1]);

        Assert.That(fit.SlopeUncertainty, Is.EqualTo(0.3 - (1 / 6.0)).Within(1e-15));
    }

    [FsCheck.NUnit.Property]
    public bool Leaving_one_out_is_the_largest_move_among_the_fits_without_a_point(ushort seed)
    {
        RandomNumbers random = new(seed, "points");
        double[] x = [.. Enumerable.Range(0, 14).Select(i => i + (0.5 * random.NextUniform()))];
        double[] y = [.. x.Select(_ => random.NextGaussian())];

        LinearFit fit = LinearFit.Of(x, y);

        LinearFit[] others = [.. x.Index().Select(left => LinearFit.Of([.. x.Where((_, i) => i != left.Index)], [.. y.Where((_, i) => i != left.Index)]))];
        return Math.Abs(fit.SlopeBudget.LeaveOneOut - others.Max(other => Math.Abs(other.Slope - fit.Slope))) < 1e-12
            && Math.Abs(fit.InterceptBudget.LeaveOneOut - others.Max(other => Math.Abs(other.Intercept - fit.Intercept))) < 1e-12;
    }

    [Test]
    public void A_single_wrong_point_moves_the_line_by_as_much_as_leaving_one_out_says([Values(0, 30, 61, 120)] int wrong)
    {
        double[] x = [.. Enumerable.Range(0, 121).Select(i => (double)i)];
        LinearFit fit = LinearFit.Of(x, [.. x.Select(value => (value == wrong ? 1e-3 : 0) - (value / 3))]);

        Assert.That(fit.SlopeBudget.LeaveOneOut, Is.EqualTo(Math.Abs(fit.Slope + (1 / 3.0))).Within(1e-13));
        Assert.That(fit.SlopeInterval(FitUncertainty.Window).Contains(-1 / 3.0), Is.True);
    }

    [Test]
    public void A_point_without_which_there_is_no_line_leaves_the_uncertainty_unknown() =>
        Assert.That(LinearFit.Of([0, 0, 0, 1], [1, 2, 3, 4]).SlopeBudget.LeaveOneOut, Is.NaN);

    [Test]
    public void Blocks_of_neighbours_are_left_out_once_there_are_more_than_five_points()
    {
        // Ten points on y = x², each fifth of them in a block of two.
        double[] x = [.. Enumerable.Range(0, 10).Select(i => (double)i)];
        double[] slopes = [.. Enumerable.Range(0, 5).Select(block => x.Where(value => Math.Floor(value / 2) != block).ToArray()).Select(kept => LinearFit.Of(kept, [.. kept.Select(value => value * value)]).Slope)];
        double mean = slopes.Average();

        double leaveOut = LinearFit.Of(x, [.. x.Select(value => value * value)]).SlopeBudget.LeaveOut;

        Assert.That(leaveOut, Is.EqualTo(Math.Sqrt(0.8 * slopes.Sum(slope => (slope - mean) * (slope - mean)))).Within(1e-13));
    }

    [Test]
    public void The_interval_of_the_window_is_that_many_uncertainties_wide_and_the_errors_of_the_points_wider()
    {
        ConfidenceInterval interval = LinearFit.Of([0, 1, 2, 3, 4], [0, 1, 4, 9, 16], [0.5, 0, 0, 0, 0.5]).SlopeInterval(FitUncertainty.Window, 0.95);

        // Φ⁻¹(0.975) = 1.959963984540054.
        Assert.That((interval.Lower + interval.Upper) / 2, Is.EqualTo(4).Within(1e-14));
        Assert.That(interval.HalfWidth, Is.EqualTo((1.959963984540054 * 2) + 0.2).Within(1e-12));
        Assert.That((interval.Level, interval.Uncertainty), Is.EqualTo((0.95, FitUncertainty.Window)));
    }

    [Test]
    public void The_interval_of_the_residuals_is_Students()
    {
        ConfidenceInterval interval = LinearFit.Of([0, 1, 2, 3, 4], [0, 1, 4, 9, 16]).SlopeInterval(FitUncertainty.Residual, 0.95);

        // The quantile of three degrees of freedom is 3.182446305284263.
        Assert.That(interval.HalfWidth, Is.EqualTo(3.182446305284263 * Math.Sqrt(14.0 / 30)).Within(1e-9));
        Assert.That((interval.Contains(4), interval.Contains(7)), Is.EqualTo((true, false)));
    }

    [Test]
    public void Two_points_leave_the_uncertainty_unknown([Values] FitUncertainty uncertainty)
    {
        LinearFit fit = LinearFit.Of([0, 1], [0, 1]);

        ConfidenceInterval interval = fit.SlopeInterval(uncertainty);

        Assert.That((fit.SlopeUncertainty, interval.Lower, interval.Upper, interval.Contains(1)), Is.EqualTo((double.NaN, double.NaN, double.NaN, false)));
    }

    [Test]
    public void Points_above_each_other_in_half_of_the_window_leave_its_uncertainty_unknown() =>
        Assert.That(LinearFit.Of([0, 0, 0, 1], [1, 2, 3, 4]).SlopeUncertainty, Is.NaN);

    [TestCase(0.0)]
    [TestCase(1.0)]
    [TestCase(95.0)]
    [TestCase(double.NaN)]
    public void A_level_lies_between_0_and_1(double level) =>
        Assert.That(() => LinearFit.Of([0, 1, 2], [0, 1, 3]).SlopeInterval(FitUncertainty.Window, level), Throws.InstanceOf<ArgumentException>().With.Message.Contains("strictly between 0 and 1"));

    [TestCase(new[] { 0.1 })]
    [TestCase(new[] { 0.1, -0.1 })]
    [TestCase(new[] { 0.1, double.NaN })]
    public void Uncertainties_that_do_not_fit_the_points_are_refused(double[] uncertainties) =>
        Assert.That(() => LinearFit.Of([0, 1], [0, 1], uncertainties), Throws.ArgumentException.With.Message.Contains("uncertainties do not fit 2 points"));

    [TestCase(new double[] { 1 }, new double[] { 1 })]
    [TestCase(new double[] { 1, 1 }, new double[] { 1, 2 })]
    [TestCase(new double[] { 1, 2 }, new double[] { 1 })]
    [TestCase(new double[] { 1, double.NaN }, new double[] { 1, 2 })]
    public void Points_that_determine_no_line_are_refused(double[] x, double[] y) =>
        Assert.That(() => LinearFit.Of(x, y), Throws.ArgumentException.With.Message.Contains("determine no line"));
}
