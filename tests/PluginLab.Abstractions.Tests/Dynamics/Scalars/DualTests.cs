using PluginLab.Dynamics;

namespace PluginLab.Abstractions.Tests.Dynamics.Scalars;

/// <summary>Duals carry the closed-form derivatives.</summary>
public sealed class DualTests
{
    private const double X = 0.7;
    private const double Direction = 1.5;
    private const double Tolerance = 4e-15;

    private static IEnumerable<TestCaseData> Formulas()
    {
        double log = Math.Log(X), exp = Math.Exp(X), root = Math.Sqrt(X);
        yield return Case("minus", x => -x, -1, 0);
        yield return Case("sum", x => (x + x) + (1 + x) + (x + 2), 4, 0);
        yield return Case("difference", x => (2 - x) - (x - (3 * x)) - 4, 1, 0);
        yield return Case("product", x => x * (x * 3) * (2 * x), 18 * X * X, 36 * X);
        yield return Case("fused", x => Dual<Dual<Real>>.FusedMultiplyAdd(x * x, x, 3 * x), (3 * X * X) + 3, 6 * X);
        yield return Case("quotient", x => (1 / x) + ((x * x) / (x + 1)) + (x / 4), (-1 / (X * X)) + ((X * (X + 2)) / ((X + 1) * (X + 1))) + 0.25, (2 / (X * X * X)) + (2 / ((X + 1) * (X + 1) * (X + 1))));
        yield return Case("square root", Dual<Dual<Real>>.Sqrt, 0.5 / root, -0.25 / (X * root));
        yield return Case("exp", Dual<Dual<Real>>.Exp, exp, exp);
        yield return Case("log", Dual<Dual<Real>>.Log, 1 / X, -1 / (X * X));
        yield return Case("whole power", x => Dual<Dual<Real>>.Pow(x, 3), 3 * X * X, 6 * X);
        yield return Case("power", x => Dual<Dual<Real>>.Pow(x, -1.3), -1.3 * Math.Pow(X, -2.3), 2.99 * Math.Pow(X, -3.3));
        yield return Case("first power", x => Dual<Dual<Real>>.Pow(x, 1), 1, 0);
        yield return Case("power zero", x => Dual<Dual<Real>>.Pow(x, 0), 0, 0);
        yield return Case("power of itself", x => Dual<Dual<Real>>.Pow(x, x), Math.Pow(X, X) * (log + 1), Math.Pow(X, X) * (((log + 1) * (log + 1)) + (1 / X)));
        yield return Case("absolute value above 0", x => Dual<Dual<Real>>.Abs(x) * x, 2 * X, 2);
        yield return Case("absolute value below 0", x => Dual<Dual<Real>>.Abs(-x * x), 2 * X, 2);
        yield return Case("smaller", x => Dual<Dual<Real>>.Min(x * x, x), 2 * X, 2);
        yield return Case("larger", x => Dual<Dual<Real>>.Max(x * x, x), 1, 0);
        yield return Case("selected", x => Dual<Dual<Real>>.SelectLess(x, 1, x * x, x), 2 * X, 2);
        yield return Case("not selected", x => Dual<Dual<Real>>.SelectLess(1, x, x * x, x), 1, 0);
        yield return Case("chain", x => Dual<Dual<Real>>.Exp(Dual<Dual<Real>>.Log(x) * 3), 3 * X * X, 6 * X);
    }

    [TestCaseSource(nameof(Formulas))]
    public void First_and_second_derivatives_are_the_closed_forms(Func<Dual<Dual<Real>>, Dual<Dual<Real>>> formula, double first, double second)
    {
        Dual<Dual<Real>> result = formula(new(new(X, Direction), new(1, 0)));
        Assert.That(result.Value.Derivative.Value, Is.EqualTo(first * Direction).Within(Tolerance * (1 + Math.Abs(first))));
        Assert.That(result.Derivative.Value.Value, Is.EqualTo(first).Within(Tolerance * (1 + Math.Abs(first))));
        Assert.That(result.Derivative.Derivative.Value, Is.EqualTo(second * Direction).Within(Tolerance * (1 + Math.Abs(second))));
    }

    [TestCaseSource(nameof(Formulas))]
    public void The_value_has_the_bits_of_a_constant(Func<Dual<Dual<Real>>, Dual<Dual<Real>>> formula, double first, double second)
    {
        double expected = formula(X).Value.Value;
        Assert.That(Numbers.Bits(formula(new(new(X, Direction), new(1, 0))).Value.Value), Is.EqualTo(Numbers.Bits(expected)), $"{first}, {second}");
    }

    [Test]
    public void A_constant_has_no_derivative()
    {
        Dual<Real> constant = 2;
        Assert.That((double)constant.Derivative, Is.Zero);
        Assert.That(constant, Is.EqualTo(Dual<Real>.One + Dual<Real>.One));
    }

    [Test]
    public void At_ties_the_minimum_and_maximum_take_the_left_derivative()
    {
        Dual<Real> left = new(1, 2), right = new(1, 3);
        Assert.That(Dual<Real>.Min(left, right), Is.EqualTo(left));
        Assert.That(Dual<Real>.Max(left, right), Is.EqualTo(left));
        Assert.That(Dual<Real>.SelectLess(left, right, 0, right), Is.EqualTo(right));
    }

    [Test]
    public void The_absolute_value_takes_the_derivative_from_the_right_at_zero() =>
        Assert.That(Dual<Real>.Abs(new(0, 2)), Is.EqualTo(new Dual<Real>(0, 2)));

    [Test]
    public void A_power_of_zero_has_its_derivative()
    {
        Assert.That(Dual<Real>.Pow(new(0, 2), 2), Is.EqualTo(new Dual<Real>(0, 0)));
        Assert.That(Dual<Real>.Pow(new(0, 2), 1), Is.EqualTo(new Dual<Real>(0, 2)));
        Assert.That(Dual<Real>.Pow(new(0, 2), 0), Is.EqualTo(new Dual<Real>(1, 0)));
        Assert.That(Dual<Real>.Pow(new(0, 2), new Dual<Real>(2, 1)), Is.EqualTo(new Dual<Real>(0, 0)));
    }

    [Test]
    public void Duals_of_lanes_have_in_each_lane_the_bits_of_a_dual()
    {
        double[] values = [.. Enumerable.Range(0, Lanes.Count).Select(lane => 0.1 + (0.3 * lane))];
        Dual<Lanes> lanes = Formula(new Dual<Lanes>(Lanes.Create(values), 1));
        for (int lane = 0; lane < Lanes.Count; lane++)
        {
            Dual<Real> single = Formula(new Dual<Real>(values[lane], 1));
            Assert.That((lanes.Value[lane], lanes.Derivative[lane]), Is.EqualTo(((double)single.Value, (double)single.Derivative)));
        }

        static T Formula<T>(T x)
            where T : unmanaged, IScalar<T> => T.Sqrt(x) / (1 + T.Exp(-x)) * T.Pow(T.Abs(1 - x), 1.3) * T.Max(x, 2) * T.SelectLess(x, 1, x, T.Log(x));
    }

    private static TestCaseData Case(string name, Func<Dual<Dual<Real>>, Dual<Dual<Real>>> formula, double first, double second) =>
        new TestCaseData(formula, first, second).SetArgDisplayNames(name);
}
