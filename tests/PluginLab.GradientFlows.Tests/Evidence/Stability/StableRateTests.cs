using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence.Stability;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Integration;

namespace PluginLab.GradientFlows.Tests.Evidence.Stability;

public sealed class StableRateTests
{
    private static readonly ExperimentContext Context = new()
    {
        Parameters = ParameterSet.Create([], _ => 0),
        Integrator = StepIntegrators.DormandPrince5(1e-9, 1e-12),
    };

    [TestCase(1.0, 1)]
    [TestCase(4.0, 2)]
    [TestCase(0.5, 3)]
    public void The_largest_stable_rate_of_a_product_is_two_over_its_sharpness(double target, int degree)
    {
        Monomial product = Monomial.Product(target, degree);
        double predicted = 2 / (degree * Math.Pow(target, 2 - (2.0 / degree)));

        StableRate rate = StableRate.Find(Context, product, product.BalancedState(target), predicted);

        Assert.That(rate.Measured, Is.EqualTo(predicted).Within(1e-3 * predicted));
        Assert.That(rate.QuotientUncertainty, Is.LessThan(3e-4));
    }

    [Test]
    public void A_prediction_that_is_far_off_has_no_bracket()
    {
        Monomial product = Monomial.Product(1, 2);

        StableRate rate = StableRate.Find(Context, product, product.BalancedState(1), predicted: 0.1);

        Assert.That(rate.Measured, Is.NaN);
        Assert.That(StableRate.Worst([rate, new StableRate(1, 2, 0)]).Measured, Is.NaN);
    }
}
