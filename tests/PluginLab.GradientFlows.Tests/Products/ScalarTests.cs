using PluginLab.Dynamics;
using PluginLab.GradientFlows.Products;

namespace PluginLab.GradientFlows.Tests.Products;

/// <summary>The flows over lanes and duals are the flows over doubles.</summary>
public sealed class ScalarTests
{
    // Products of a few dozen factors of order 1, each rounded once.
    private const double RoundingTolerance = 1e-13;

    private static readonly int[][] Exponents =
    [
        [1], [2], [3], [4], [5], [1, 1], [2, 1], [1, 2], [2, 2], [3, 1], [1, 3], [4, 1], [1, 1, 1], [2, 1, 1], [1, 2, 1], [1, 1, 2], [3, 2, 1], [1, 4, 2],
        [1, 1, 1, 1], [2, 1, 3, 1], [4, 3, 2, 1], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1], [2, 1, 2, 1, 2, 1, 2, 1], [8, 8],
    ];

    private static IEnumerable<TestCaseData> Flows() => Exponents
        .Select(exponents => new TestCaseData(new Monomial(1.5, exponents)).SetArgDisplayNames($"monomial {string.Join(' ', exponents)}"))
        .Append(new TestCaseData(new QuadraticNetwork(1.5, 1, [1, -2, 0.5])).SetArgDisplayNames("quadratic network of width 1"))
        .Append(new TestCaseData(new QuadraticNetwork(1.5, 3, [0.3, 1.1])).SetArgDisplayNames("quadratic network of width 3"));

    [TestCaseSource(nameof(Flows))]
    public void Lanes_have_the_bits_of_doubles_for_every_state_and_target(IGradientFlow flow)
    {
        Lanes[] state = [.. Enumerable.Range(0, flow.Dimension).Select(i => Drawn(i))];
        Lanes target = Drawn(-1);
        Lanes[] derivative = new Lanes[flow.Dimension];
        ((IParametricSystem<Lanes>)flow).EvaluateDerivative(0, state, [target], derivative);
        for (int lane = 0; lane < Lanes.Count; lane++)
        {
            double[] single = new double[flow.Dimension];
            ((IParametricSystem<double>)flow).EvaluateDerivative(0, [.. state.Select(x => x[lane])], [target[lane]], single);
            Assert.That(derivative.Select(x => BitConverter.DoubleToInt64Bits(x[lane])), Is.EqualTo(single.Select(BitConverter.DoubleToInt64Bits)), $"lane {lane}");
        }
    }

    [TestCaseSource(nameof(Flows))]
    public void The_right_hand_side_is_minus_the_gradient_of_the_loss_to_rounding(IGradientFlow flow)
    {
        IStateFunction<Dual<Real>> loss = Formula<Dual<Real>>(flow, "loss");
        double[] state = State(flow), derivative = Derivative(flow, state);
        for (int i = 0; i < flow.Dimension; i++)
        {
            Dual<Real>[] moved = [.. state.Select((x, j) => new Dual<Real>(x, j == i ? 1 : 0))];
            double gradient = loss.Evaluate(0, moved, [1.5]).Derivative;
            Assert.That(derivative[i], Is.EqualTo(-gradient).Within(RoundingTolerance * (1 + Math.Abs(gradient))), $"component {i}");
        }
    }

    [TestCaseSource(nameof(Exponents))]
    public void The_directional_derivative_of_a_monomial_is_its_closed_form(params int[] exponents)
    {
        Monomial monomial = new(1.5, exponents);
        double[] state = State(monomial), direction = [.. Enumerable.Range(0, exponents.Length).Select(i => 1 - (0.4 * i))];
        Dual<Real>[] derivative = new Dual<Real>[exponents.Length];
        monomial.EvaluateDerivative(0, [.. state.Zip(direction, (x, v) => new Dual<Real>(x, v))], [1.5], derivative);

        double product = monomial.EvaluateProduct(state), residual = 1.5 - product;
        double slope = product * exponents.Select((k, i) => k * direction[i] / state[i]).Sum();
        for (int i = 0; i < exponents.Length; i++)
        {
            double partial = exponents[i] * product / state[i];
            double ofPartial = (exponents[i] * slope / state[i]) - (partial * direction[i] / state[i]);
            double expected = (residual * ofPartial) - (slope * partial);
            Assert.That(derivative[i].Derivative.Value, Is.EqualTo(expected).Within(RoundingTolerance * (1 + Math.Abs(expected))), $"component {i}");
        }
    }

    [TestCaseSource(nameof(Flows))]
    public void Second_duals_and_duals_of_lanes_carry_the_first_derivative_of_duals(IGradientFlow flow)
    {
        double[] state = State(flow);
        Dual<Real>[] single = new Dual<Real>[flow.Dimension];
        ((IParametricSystem<Dual<Real>>)flow).EvaluateDerivative(0, [.. state.Select((x, i) => new Dual<Real>(x, i + 1))], [1.5], single);
        Dual<Dual<Real>>[] second = new Dual<Dual<Real>>[flow.Dimension];
        ((IParametricSystem<Dual<Dual<Real>>>)flow).EvaluateDerivative(0, [.. state.Select((x, i) => new Dual<Dual<Real>>(x, i + 1))], [1.5], second);
        Dual<Lanes>[] lanes = new Dual<Lanes>[flow.Dimension];
        ((IParametricSystem<Dual<Lanes>>)flow).EvaluateDerivative(0, [.. state.Select((x, i) => new Dual<Lanes>(x, i + 1))], [1.5], lanes);

        Assert.That(second.Select(x => x.Derivative.Value), Is.EqualTo(single.Select(x => x.Derivative)));
        Assert.That(lanes.Select(x => x.Derivative[Lanes.Count - 1]), Is.EqualTo(single.Select(x => x.Derivative.Value)));
    }

    [TestCaseSource(nameof(Flows))]
    public void Every_observable_has_a_formula_of_the_same_value_also_in_lanes(IGradientFlow flow)
    {
        double[] state = State(flow);
        foreach (Observable observable in Observables(flow))
        {
            double value = observable.Function(0, state);
            Assert.That(observable.Formula!.Evaluate(0, state, [1.5]), Is.EqualTo(value), observable.Name);
            Assert.That(Formula<Lanes>(flow, observable.Name).Evaluate(0, [.. state.Select(x => (Lanes)x)], [1.5]), Is.EqualTo((Lanes)value), observable.Name);
        }
    }

    [TestCaseSource(nameof(Flows))]
    public void Another_target_gives_the_flow_and_loss_that_were_made_with_it(IGradientFlow flow)
    {
        IGradientFlow other = flow is Monomial monomial ? new Monomial(-0.5, monomial.Exponents) : new QuadraticNetwork(-0.5, flow.Dimension / 2, [1, -2, 0.5]);
        IGradientFlow ofDefault = flow is Monomial ? flow : new QuadraticNetwork(1.5, flow.Dimension / 2, [1, -2, 0.5]);
        double[] state = State(flow), derivative = new double[flow.Dimension];
        ((IParametricSystem<double>)ofDefault).EvaluateDerivative(0, state, [-0.5], derivative);

        Assert.That(derivative, Is.EqualTo(Derivative(other, state)));
        Assert.That(Formula<double>(ofDefault, "loss").Evaluate(0, state, [-0.5]), Is.EqualTo(other.EvaluateLoss(state)));
        Assert.That(((IParametricSystem<Lanes>)other).DefaultParameters, Is.EqualTo(new[] { -0.5 }));
    }

    private static double[] State(IGradientFlow flow) => [.. Enumerable.Range(0, flow.Dimension).Select(i => (i % 2 == 0 ? 1 : -1) * (1.2 - (0.11 * i)))];

    private static double[] Derivative(IGradientFlow flow, double[] state)
    {
        double[] derivative = new double[flow.Dimension];
        flow.EvaluateDerivative(0, state, derivative);
        return derivative;
    }

    private static IReadOnlyList<Observable> Observables(IGradientFlow flow) => flow is Monomial monomial ? monomial.Observables : ((QuadraticNetwork)flow).Observables;

    private static IStateFunction<TScalar> Formula<TScalar>(IGradientFlow flow, string name)
        where TScalar : unmanaged => (IStateFunction<TScalar>)Observables(flow).Single(observable => observable.Name == name).Formula!;

    private static Lanes Drawn(int seed)
    {
        Random random = new(seed + 7);
        return Lanes.Create([.. Enumerable.Range(0, Lanes.Count).Select(lane => lane == 0 ? 0 : (random.NextDouble() - 0.5) * 4)]);
    }
}
