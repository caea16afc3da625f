using PluginLab.Experiments;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Numerics.Tests.Fitting;

public sealed class PowerLawFitTests
{
    private static readonly double[] Abscissae = [1e-8, 1e-7, 1e-6, 1e-5, 1e-4];

    [Test]
    public void A_power_law_gives_its_exponent_and_prefactor_back()
    {
        PowerLawFit fit = PowerLawFit.Of(Abscissae, [.. Abscissae.Select(x => 3 * Math.Pow(x, -1 / 3.0))]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fit.Exponent, Is.EqualTo(-1 / 3.0).Within(1e-13));
            Assert.That(fit.Prefactor, Is.EqualTo(3).Within(1e-12));
            Assert.That(fit.Line.Intercept, Is.EqualTo(Math.Log10(3)).Within(1e-12));
            Assert.That(fit.ExponentUncertainty, Is.LessThan(1e-13));
            Assert.That(fit.Window, Is.EqualTo(new FitWindow(1e-8, 1e-4)));
        }
    }

    [Test]
    public void The_uncertainty_covers_the_bend_of_a_law_that_holds_only_in_the_limit()
    {
        // x^(−1/3) − 0.85, the time of phase 1 of degree 3: the exponent −1/3 holds as x → 0.
        PowerLawFit fit = PowerLawFit.Of(Abscissae, [.. Abscissae.Select(x => Math.Pow(x, -1 / 3.0) - 0.85)]);

        Assert.That(Math.Abs(fit.Exponent + (1 / 3.0)), Is.LessThan(2 * fit.ExponentUncertainty).And.GreaterThan(1e-4));
    }

    [Test]
    public void The_interval_of_the_window_holds_the_exponent_of_the_limit(
        [Values(-0.85, -0.3, 0.5, 2)] double correction, [Values(5, 9, 30)] int count, [Values(1e-9, 1e-7)] double smallest)
    {
        // T = ε^(−1/3)(1 + c ε^(1/3)) over four decades: the local exponent nears −1/3 by 10^(2/3) = 4.6 > 3.1 from one half to the other.
        double[] x = [.. Enumerable.Range(0, count).Select(i => smallest * Math.Pow(10, 4.0 * i / (count - 1)))];
        PowerLawFit fit = PowerLawFit.Of(x, [.. x.Select(value => Math.Pow(value, -1 / 3.0) * (1 + (correction * Math.Cbrt(value))))]);

        ConfidenceInterval interval = fit.ExponentInterval(FitUncertainty.Window);

        Assert.That(interval.Contains(-1 / 3.0), Is.True);
        Assert.That(interval.HalfWidth, Is.LessThan(10 * Math.Abs(fit.Exponent + (1 / 3.0))), "and is not so wide that it always would");
    }

    [Test]
    public void A_larger_correction_widens_the_interval_from_that_of_a_pure_power_law()
    {
        double[] x = [.. Enumerable.Range(0, 61).Select(i => 1e-8 * Math.Pow(10, i / 20.0))];
        double[] halfWidths = [.. new[] { 0, 1e-6, 1e-3, 0.1, 0.85 }.Select(correction => PowerLawFit
            .Of(x, [.. x.Select(value => Math.Pow(value, -1 / 3.0) * (1 - (correction * Math.Cbrt(value))))])
            .ExponentInterval(FitUncertainty.Window).HalfWidth)];

        Assert.That(halfWidths, Is.Ordered.Ascending);
        Assert.That(halfWidths[0], Is.LessThan(1e-14));
        Assert.That(halfWidths[^1], Is.EqualTo(8.5e5 * halfWidths[1]).Within(5).Percent, "in proportion while it is small");
    }

    [Test]
    public void The_solvers_errors_widen_the_interval_by_what_they_can_tilt_the_line()
    {
        double[] x = [.. Enumerable.Range(0, 61).Select(i => 1e-8 * Math.Pow(10, i / 20.0))];
        double[] y = [.. x.Select(value => Math.Pow(value, -0.5))];

        PowerLawFit fit = PowerLawFit.Of(x, y, [.. y.Select(value => 1e-6 * value)]);

        // Tilted against each other about the middle, all points by 1e-6: Σ|x − x̄|/Σ(x − x̄)² of three decades.
        double tilt = 1e-6 * 930 / 18910 * 20 / Math.Log(10);
        Assert.That(fit.ExponentInterval(FitUncertainty.Window).HalfWidth, Is.EqualTo(tilt).Within(1e-11));
    }

    [Test]
    public void The_interval_of_the_residuals_of_computed_points_loses_it_as_points_are_added()
    {
        double[] x = [.. Enumerable.Range(0, 2000).Select(i => 1e-8 * Math.Pow(10, 4.0 * i / 1999))];
        PowerLawFit fit = PowerLawFit.Of(x, [.. x.Select(value => Math.Pow(value, -1 / 3.0) - 0.85)]);

        Assert.That(fit.ExponentInterval(FitUncertainty.Residual).Contains(-1 / 3.0), Is.False);
        Assert.That(fit.ExponentInterval(FitUncertainty.Window).Contains(-1 / 3.0), Is.True);
    }

    [Test]
    public void A_window_in_which_the_correction_hardly_falls_is_too_narrow_for_the_interval_to_hold_it()
    {
        // One decade: nearer by 10^(1/6) = 1.5 only.
        double[] x = [.. Enumerable.Range(0, 9).Select(i => 1e-4 * Math.Pow(10, i / 8.0))];

        PowerLawFit fit = PowerLawFit.Of(x, [.. x.Select(value => Math.Pow(value, -1 / 3.0) - 0.85)]);

        Assert.That(fit.ExponentInterval(FitUncertainty.Window).Contains(-1 / 3.0), Is.False);
    }

    [Test]
    public void The_prefactor_has_the_interval_of_its_logarithm()
    {
        PowerLawFit fit = PowerLawFit.Of(Abscissae, [.. Abscissae.Select(x => Math.Pow(x, -1 / 3.0) - 0.85)]);

        ConfidenceInterval interval = fit.PrefactorInterval(FitUncertainty.Window);

        ConfidenceInterval logarithm = fit.Line.InterceptInterval(FitUncertainty.Window);
        Assert.That((interval.Lower, interval.Upper), Is.EqualTo((Math.Pow(10, logarithm.Lower), Math.Pow(10, logarithm.Upper))));
        Assert.That(interval.Contains(1), Is.True);
    }

    [Test]
    public void A_relative_error_of_the_points_moves_the_exponent_by_as_much_as_it_tilts_the_line()
    {
        // Two points two decades apart, each off by 1 %: log₁₀(1/0.99) over two decades from both.
        double points = PowerLawFit.Of([1, 100], [5, 7], [0.05, 0.07]).Line.SlopeBudget.Points;

        Assert.That(points, Is.EqualTo(-Math.Log10(0.99)).Within(1e-14));
    }

    [FsCheck.NUnit.Property]
    public bool An_exact_law_lies_within_its_own_intervals(ushort seed)
    {
        RandomNumbers random = new(seed, "law");
        (double exponent, double prefactor) = (3 * random.NextGaussian(), Math.Exp(3 * random.NextGaussian()));
        double[] x = [.. Enumerable.Range(-3, 7).Select(i => Math.Exp(4 * (i + (0.5 * random.NextUniform()))))];

        PowerLawFit fit = PowerLawFit.Of(x, [.. x.Select(value => prefactor * Math.Pow(value, exponent))]);

        return fit.ExponentInterval(FitUncertainty.Window) is { HalfWidth: < 1e-12 } interval && interval.Contains(exponent)
            && fit.PrefactorInterval(FitUncertainty.Window).Contains(prefactor);
    }

    [FsCheck.NUnit.Property]
    public bool Other_units_change_neither_the_exponent_nor_its_intervals(ushort seed, byte first, byte second)
    {
        RandomNumbers random = new(seed, "points");
        double[] x = [.. Enumerable.Range(1, 12).Select(i => i + (0.5 * random.NextUniform()))];
        double[] y = [.. x.Select(value => Math.Pow(value, 1.5) * Math.Exp(0.1 * random.NextGaussian()))];
        (double horizontal, double vertical) = (Math.Exp((first - 128) / 10.0), Math.Exp((second - 128) / 10.0));

        PowerLawFit fit = PowerLawFit.Of(x, y);
        PowerLawFit other = PowerLawFit.Of([.. x.Select(value => horizontal * value)], [.. y.Select(value => vertical * value)]);

        return Enum.GetValues<FitUncertainty>().All(uncertainty =>
            Math.Abs(fit.Exponent - other.Exponent) < 1e-12
            && Math.Abs(fit.ExponentInterval(uncertainty).HalfWidth - other.ExponentInterval(uncertainty).HalfWidth) < 1e-12);
    }

    [Test]
    public void A_point_that_may_be_zero_is_refused() =>
        Assert.That(() => PowerLawFit.Of([1, 2], [1, 3], [0.1, 3]), Throws.ArgumentException.With.Message.Contains("no logarithm to fit"));

    [Test]
    public void Values_that_are_not_positive_are_refused() =>
        Assert.That(() => PowerLawFit.Of([1, 2], [1, 0]), Throws.ArgumentException.With.Message.Contains("positive"));
}
