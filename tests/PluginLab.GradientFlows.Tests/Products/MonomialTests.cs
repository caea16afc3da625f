using PluginLab.Dynamics;
using PluginLab.GradientFlows.Products;

namespace PluginLab.GradientFlows.Tests.Products;

public sealed class MonomialTests
{
    // Central differences with step 1e-5: truncation 1e-10 times third derivatives, rounding 1e-11.
    private const double DifferenceStep = 1e-5;
    private const double DifferenceTolerance = 1e-7;

    private static readonly IGradientFlow[] Flows =
    [
        new Monomial(1.5, [1]), new Monomial(1, [1, 1, 1]), new Monomial(-0.5, [2, 1]), new Monomial(2, [3, 2, 1]), new Monomial(0.7, [8, 1, 2, 4]),
        new QuadraticNetwork(1, 1, [1, -2, 0.5]), new QuadraticNetwork(-0.8, 3, [0.3, 1.1]),
    ];

    [TestCaseSource(nameof(Flows))]
    public void The_right_hand_side_is_minus_the_gradient_of_the_loss(IGradientFlow flow)
    {
        double[] state = [.. Enumerable.Range(0, flow.Dimension).Select(i => 0.9 - (0.35 * i))];
        double[] derivative = new double[flow.Dimension];
        flow.EvaluateDerivative(0, state, derivative);
        for (int i = 0; i < flow.Dimension; i++)
        {
            double gradient = (LossAt(flow, state, i, DifferenceStep) - LossAt(flow, state, i, -DifferenceStep)) / (2 * DifferenceStep);
            Assert.That(derivative[i], Is.EqualTo(-gradient).Within(DifferenceTolerance), $"component {i}");
        }
    }

    [Test]
    public void One_weight_at_zero_moves_and_the_others_stay_exactly()
    {
        double[] derivative = new double[3];
        new Monomial(2, [1, 1, 1]).EvaluateDerivative(0, [3, 0, 0.5], derivative);
        Assert.That(derivative, Is.EqualTo(new[] { 0, 2 * 3 * 0.5, 0 }));
    }

    [Test]
    public void Two_weights_at_zero_are_an_equilibrium()
    {
        double[] derivative = new double[3];
        new Monomial(2, [1, 1, 1]).EvaluateDerivative(0, [3, 0, 0], derivative);
        Assert.That(derivative, Is.All.Zero);
    }

    [Test]
    public void A_squared_weight_at_zero_is_an_equilibrium_also_with_the_other_at_one()
    {
        double[] derivative = new double[2];
        new Monomial(2, [2, 1]).EvaluateDerivative(0, [0, 1], derivative);
        Assert.That(derivative, Is.All.Zero);
    }

    [Test]
    public void Observables_carry_product_loss_and_a_conserved_quantity_per_further_weight()
    {
        Monomial monomial = new(1, [2, 1, 1]);
        double[] state = [2, 0.5, 3];
        Assert.That(
            monomial.Observables.ToDictionary(observable => observable.Name, observable => observable.Function(0, state)),
            Is.EqualTo(new Dictionary<string, double> { ["product"] = 6, ["loss"] = 12.5, ["conserved-1-2"] = 1.75, ["conserved-1-3"] = -7 }));
    }

    [TestCase(2, 1)]
    [TestCase(3, 2)]
    [TestCase(1, 1)]
    public void The_balanced_state_has_its_product_and_equal_conserved_quantities(int first, int second)
    {
        Monomial monomial = new(1, [first, second]);
        double[] state = monomial.BalancedState(0.3);
        Assert.That(monomial.EvaluateProduct(state), Is.EqualTo(0.3).Within(1e-15));
        Assert.That(monomial.Observables[2].Function(0, state), Is.Zero.Within(1e-15));
    }

    [Test]
    public void A_quadratic_network_of_width_one_is_the_monomial_two_one_faster_by_the_fourth_moment()
    {
        QuadraticNetwork network = new(1, 1, [1, -2, 0.5]);
        double[] state = [0.3, 0.7];
        double[] ofNetwork = new double[2];
        double[] ofMonomial = new double[2];
        network.EvaluateDerivative(0, state, ofNetwork);
        new Monomial(1, [2, 1]).EvaluateDerivative(0, state, ofMonomial);
        Assert.That(network.FourthMoment, Is.EqualTo((1 + 16 + 0.0625) / 3).Within(1e-15));
        Assert.That(ofNetwork, Is.EqualTo(ofMonomial.Select(value => network.FourthMoment * value)).Within(1e-14));
    }

    [Test]
    public void Exponents_below_one_are_refused()
    {
        Assert.That(() => new Monomial(1, [1, 0]), Throws.ArgumentException.With.Message.Contains("from 1 on"));
        Assert.That(() => new Monomial(1, []), Throws.ArgumentException);
        Assert.That(() => new Monomial(double.NaN, [1]), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static double LossAt(IGradientFlow flow, double[] state, int component, double shift)
    {
        double[] moved = [.. state];
        moved[component] += shift;
        return flow.EvaluateLoss(moved);
    }
}
