using PluginLab.Experiments;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Numerics.Tests.Fitting;

/// <summary>Points with independent Gaussian noise about the line y = 2 − x/2: how many of 2000 intervals hold the line's coefficients.</summary>
public sealed class StudentCoverageTests
{
    private const int Fits = 2000;

    private static int Covered(double level, int points, Func<LinearFit, FitUncertainty, double, (ConfidenceInterval Interval, double Exact)> interval, FitUncertainty uncertainty)
    {
        RandomNumbers random = new(1, "coverage");
        double[] x = [.. Enumerable.Range(0, points).Select(i => (double)i)];
        return Enumerable.Range(0, Fits)
            .Select(_ => LinearFit.Of(x, [.. x.Select(value => 2 - (value / 2) + (0.3 * random.NextGaussian()))]))
            .Select(fit => interval(fit, uncertainty, level))
            .Count(pair => pair.Interval.Contains(pair.Exact));
    }

    private static (ConfidenceInterval Interval, double Exact) Slope(LinearFit fit, FitUncertainty uncertainty, double level) => (fit.SlopeInterval(uncertainty, level), -0.5);

    private static (ConfidenceInterval Interval, double Exact) Intercept(LinearFit fit, FitUncertainty uncertainty, double level) => (fit.InterceptInterval(uncertainty, level), 2);

    [TestCase(0.5, 4)]
    [TestCase(0.9, 4)]
    [TestCase(0.9, 30)]
    [TestCase(0.99, 8)]
    public void The_interval_of_the_residuals_covers_at_its_level(double level, int points)
    {
        // Four standard deviations of a binomial count.
        double tolerance = 4 * Math.Sqrt(Fits * level * (1 - level));

        Assert.That(Covered(level, points, Slope, FitUncertainty.Residual), Is.EqualTo(Fits * level).Within(tolerance));
        Assert.That(Covered(level, points, Intercept, FitUncertainty.Residual), Is.EqualTo(Fits * level).Within(tolerance));
    }

    [Test]
    public void The_interval_of_the_window_is_on_noise_too_wide_rather_than_too_narrow() =>
        Assert.That(Covered(0.9, 30, Slope, FitUncertainty.Window), Is.GreaterThan(0.95 * Fits));
}
