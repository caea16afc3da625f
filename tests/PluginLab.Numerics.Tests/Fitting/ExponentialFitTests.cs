using PluginLab.Experiments;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Numerics.Tests.Fitting;

public sealed class ExponentialFitTests
{
    private static readonly double[] Times = [0.5, 0, 2, 1, 1.5];

    [TestCase(-3.0)]
    [TestCase(0.0)]
    [TestCase(0.7)]
    public void An_exponential_gives_its_rate_and_prefactor_back(double rate)
    {
        ExponentialFit fit = ExponentialFit.Of(Times, [.. Times.Select(time => 2.5 * Math.Exp(rate * time))]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fit.Rate, Is.EqualTo(rate).Within(1e-12));
            Assert.That(fit.Prefactor, Is.EqualTo(2.5).Within(1e-12));
            Assert.That(fit.RateInterval(FitUncertainty.Window).HalfWidth, Is.LessThan(1e-12));
            Assert.That(fit.Window, Is.EqualTo(new FitWindow(0, 2)));
        }
    }

    [TestCase(-0.5)]
    [TestCase(0.9)]
    public void The_interval_of_the_window_holds_the_rate_that_is_left_in_the_end(double second)
    {
        // e^−t + c e^−2t: the second rate is gone by e^−2 = 1/7.4 from one half of the window to the other.
        double[] times = [.. Enumerable.Range(0, 21).Select(i => 1 + (4 * i / 20.0))];

        ExponentialFit fit = ExponentialFit.Of(times, [.. times.Select(time => Math.Exp(-time) + (second * Math.Exp(-2 * time)))]);

        Assert.That(fit.RateInterval(FitUncertainty.Window).Contains(-1), Is.True);
        Assert.That(fit.PrefactorInterval(FitUncertainty.Window).Contains(1), Is.True);
        Assert.That(fit.RateInterval(FitUncertainty.Window).HalfWidth, Is.LessThan(0.2));
    }

    [Test]
    public void An_error_of_the_solver_widens_the_interval()
    {
        double[] values = [.. Times.Select(time => Math.Exp(-time))];

        ExponentialFit fit = ExponentialFit.Of(Times, values, [.. values.Select(value => 1e-6 * value)]);

        // Σ|t − t̄| / Σ(t − t̄)² = (1 + ½ + 0 + ½ + 1)/(1 + ¼ + 0 + ¼ + 1).
        Assert.That(fit.RateInterval(FitUncertainty.Window).HalfWidth, Is.EqualTo(1.2e-6).Within(1e-11));
    }

    [FsCheck.NUnit.Property]
    public bool Other_units_of_time_change_the_rate_alone(ushort seed, byte exponent)
    {
        RandomNumbers random = new(seed, "points");
        double[] times = [.. Enumerable.Range(1, 9).Select(i => i + (0.5 * random.NextUniform()))];
        double[] values = [.. times.Select(time => Math.Exp((-0.3 * time) + (0.1 * random.NextGaussian())))];
        double unit = Math.ScaleB(1, exponent - 128);

        ExponentialFit fit = ExponentialFit.Of(times, values);
        ExponentialFit other = ExponentialFit.Of([.. times.Select(time => unit * time)], values);

        return fit.Rate == unit * other.Rate && fit.Prefactor == other.Prefactor
            && Enum.GetValues<FitUncertainty>().All(uncertainty => Math.Abs((fit.RateInterval(uncertainty).HalfWidth / (unit * other.RateInterval(uncertainty).HalfWidth)) - 1) < 1e-12);
    }

    [Test]
    public void Values_that_are_not_positive_are_refused() =>
        Assert.That(() => ExponentialFit.Of([0, 1], [1, -1]), Throws.ArgumentException.With.Message.Contains("distance to the limit"));
}
