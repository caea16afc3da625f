using PluginLab.GradientFlows.Products;

namespace PluginLab.GradientFlows.Tests.Products;

public sealed class BalancedProductTests
{
    private const double Tolerance = 1e-13;

    private static readonly double[] Fractions = [1e-12, 1e-3, 0.25, 0.5, 0.75, 0.999, 1 - 1e-9];

    [TestCaseSource(nameof(Fractions))]
    public void Degree_one_is_minus_the_logarithm_of_the_distance(double x) =>
        Assert.That(ProductIntegral.Evaluate(1, x), Is.EqualTo(-Math.Log(1 - x)).Within(Tolerance * Math.Max(1, -Math.Log(1 - x))));

    [TestCaseSource(nameof(Fractions))]
    public void Degree_two_is_the_logit(double x) =>
        Assert.That(ProductIntegral.Evaluate(2, x), Is.EqualTo(Math.Log(x / (1 - x))).Within(Tolerance * 30));

    [TestCaseSource(nameof(Fractions))]
    public void Degree_four_is_elementary(double x)
    {
        double root = Math.Sqrt(x);
        double expected = (-2 / root) + Math.Log((1 + root) * (1 + root) / (1 - x));
        Assert.That(ProductIntegral.Evaluate(4, x), Is.EqualTo(expected).Within(Tolerance * Math.Max(30, Math.Abs(expected))));
    }

    [TestCase(1.5)]
    [TestCase(2 + 1e-12)]
    [TestCase(3.7)]
    [TestCase(64)]
    public void Differences_agree_with_values_where_those_do_not_cancel(double degree)
    {
        double difference = ProductIntegral.Between(degree, 0.01, 0.9);
        Assert.That(difference, Is.EqualTo(Quadrature(degree, 0.01, 0.9)).Within(1e-9 * difference));
        Assert.That(ProductIntegral.Between(degree, 0.3, 0.9) + ProductIntegral.Between(degree, 0.01, 0.3), Is.EqualTo(difference).Within(Tolerance * difference));
    }

    [Test]
    public void Degrees_next_to_two_pass_smoothly_through_two()
    {
        double atTwo = ProductIntegral.Between(2, 1e-3, 0.5);
        Assert.That(ProductIntegral.Between(2 + 1e-10, 1e-3, 0.5), Is.EqualTo(atTwo).Within(1e-8));
        Assert.That(ProductIntegral.Between(2 - 1e-10, 1e-3, 0.5), Is.EqualTo(atTwo).Within(1e-8));
    }

    [Test]
    public void The_approach_constant_rises_from_minus_log_two_towards_one()
    {
        double[] degrees = [1, 1.5, 2, 3, 4, 5, 64, 1e6];
        double[] constants = [.. degrees.Select(ProductIntegral.ApproachConstant)];
        Assert.That(constants, Is.Ordered.Ascending);
        Assert.That(constants[0], Is.EqualTo(-Math.Log(2)).Within(Tolerance));
        Assert.That(constants[^1], Is.EqualTo(1).Within(1e-5));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(5.5)]
    public void The_second_phase_tends_to_its_asymptote_linearly_in_the_accuracy(double degree)
    {
        BalancedProduct product = new(0.7, degree);
        double[] differences = [Difference(1e-3), Difference(1e-5)];
        double Difference(double accuracy) => product.ApproachTime(accuracy) - product.ApproachTimeAsymptote(accuracy);
        Assert.That(differences[0], Is.EqualTo(-(2 - (2 / degree)) * 1e-3 / product.ApproachRate).Within(2e-6 / product.ApproachRate));
        Assert.That(differences[1], Is.EqualTo(differences[0] / 100).Within(1e-7));
    }

    [TestCase(1.2)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(64)]
    public void The_product_after_a_hitting_time_is_the_level(double degree)
    {
        BalancedProduct product = new(2, degree);
        foreach (double level in new[] { 1e-3, 0.5, 1.9, 2 - 1e-6 })
        {
            Assert.That(product.ProductAt(1e-4, product.HittingTime(1e-4, level)), Is.EqualTo(level).Within(1e-11 * level));
        }
    }

    [TestCase(1, 0.5)]
    [TestCase(2, 8.0 / 27)]
    [TestCase(3, 729.0 / 4096)]
    [TestCase(4, 0.1073741824)]
    public void At_the_crossing_two_degrees_approach_equally_fast(int degree, double expected)
    {
        double crossing = BalancedProduct.RateCrossing(degree, degree + 1);
        Assert.That(crossing, Is.EqualTo(expected).Within(1e-15));
        Assert.That(new BalancedProduct(crossing, degree).ApproachRate, Is.EqualTo(new BalancedProduct(crossing, degree + 1).ApproachRate).Within(1e-14));
    }

    [TestCase(1)]
    [TestCase(4)]
    public void At_the_time_crossing_two_degrees_take_equally_long(int degree)
    {
        double crossing = BalancedProduct.TimeCrossing(degree, degree + 1, 1e-3);
        double time = new BalancedProduct(crossing, degree).ApproachTime(1e-3);
        Assert.That(new BalancedProduct(crossing, degree + 1).ApproachTime(1e-3), Is.EqualTo(time).Within(1e-12 * time));
        Assert.That(BalancedProduct.TimeCrossing(degree, degree + 1, 1e-300), Is.EqualTo(BalancedProduct.RateCrossing(degree, degree + 1)).Within(0.02));
    }

    [TestCase(0.5)]
    [TestCase(double.NaN)]
    public void Degrees_below_one_are_refused(double degree) =>
        Assert.That(() => ProductIntegral.Evaluate(degree, 0.5), Throws.InstanceOf<ArgumentOutOfRangeException>());

    // Simpson's rule in log x: an independent route to the integral of x^(2/d−1)/(1 − x) d(log x).
    private static double Quadrature(double degree, double from, double to)
    {
        const int Intervals = 20_000;
        double width = Math.Log(to / from) / Intervals;
        double Value(int i)
        {
            double x = from * Math.Exp(i * width);
            return Math.Pow(x, (2 / degree) - 1) / (1 - x);
        }

        double sum = Value(0) + Value(Intervals);
        for (int i = 1; i < Intervals; i++)
        {
            sum += (i % 2 == 0 ? 2 : 4) * Value(i);
        }

        return sum * width / 3;
    }

    [TestCase(2)]
    [TestCase(4)]
    [TestCase(5)]
    public void Long_after_it_is_learned_the_product_is_its_target(double degree)
    {
        BalancedProduct product = new(14.87, degree);

        double time = product.GrowthTime(1e-5) + (5000 / product.ApproachRate);

        Assert.That(product.ProductAt(1e-5, time), Is.EqualTo(14.87));
    }
}
