using PluginLab.Figures;
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
            Assert.That(fit.Range, Is.EqualTo(new Limits(1e-8, 1e-4)));
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
    public void Values_that_are_not_positive_are_refused() =>
        Assert.That(() => PowerLawFit.Of([1, 2], [1, 0]), Throws.ArgumentException.With.Message.Contains("positive"));
}
