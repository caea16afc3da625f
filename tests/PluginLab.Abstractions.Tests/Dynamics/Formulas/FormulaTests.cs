using PluginLab.Abstractions.Tests.Dynamics.Scalars;
using PluginLab.Dynamics;

namespace PluginLab.Abstractions.Tests.Dynamics.Formulas;

/// <summary>What is written once is the same function over every scalar.</summary>
public sealed class FormulaTests
{
    private const double Time = 0.4;
    private static readonly double[] State = [0.7, -1.2];
    private static readonly double[] Parameters = [1.3, 0.2];

    private static readonly ParametricSystem System = ParametricSystem.Create(new Predation(), Parameters);

    [Test]
    public void A_system_of_a_formula_has_its_default_parameters_and_dimension()
    {
        double[] derivative = new double[2], withParameters = new double[2];
        System.EvaluateDerivative(Time, State, derivative);
        System.EvaluateDerivative(Time, State, Parameters, withParameters);

        Assert.That((System.Dimension, System.DefaultParameters), Is.EqualTo((2, Parameters)));
        Assert.That(derivative, Is.EqualTo(withParameters));
        Assert.That(derivative, Is.EqualTo(new[] { (1.3 * 0.7) + (0.7 * 1.2), (0.2 * 0.4) - (0.7 * 1.2) - -1.2 }).Within(1e-15));
    }

    [Test]
    public void Every_scalar_has_the_bits_of_doubles()
    {
        double[] expected = new double[2];
        System.EvaluateDerivative(Time, State, expected);
        Lanes[] lanes = Evaluate<Lanes>(System, x => x);
        Dual<Real>[] duals = Evaluate<Dual<Real>>(System, x => new(x, 1));
        Dual<Lanes>[] dualLanes = Evaluate<Dual<Lanes>>(System, x => new(x, 1));
        Dual<Dual<Real>>[] second = Evaluate<Dual<Dual<Real>>>(System, x => new(new(x, 1), 1));

        for (int i = 0; i < 2; i++)
        {
            double[] values = [lanes[i][Lanes.Count - 1], duals[i].Value, dualLanes[i].Value[0], second[i].Value.Value];
            Assert.That(values.Select(Numbers.Bits), Is.All.EqualTo(Numbers.Bits(expected[i])));
            Assert.That(dualLanes[i].Derivative[0], Is.EqualTo(duals[i].Derivative.Value));
            Assert.That(second[i].Derivative.Value, Is.EqualTo(duals[i].Derivative));
        }
    }

    [Test]
    public void A_state_function_of_a_formula_is_the_same_over_every_scalar()
    {
        StateFormula energy = StateFormula.Create(new Energy());
        double expected = energy.Evaluate(Time, State, Parameters);

        Assert.That(expected, Is.EqualTo((1.3 * 0.7 * 0.7 / 2) + (0.2 * Math.Cosh(-1.2)) + 0.4).Within(1e-15));
        Assert.That(energy.Evaluate(Time, Scalars<Lanes>(State, x => x), Scalars<Lanes>(Parameters, x => x)), Is.EqualTo((Lanes)expected));
        Dual<Real> dual = energy.Evaluate(Time, Scalars<Dual<Real>>(State, x => new(x, x)), Scalars<Dual<Real>>(Parameters, x => x));
        Assert.That(dual.Value.Value, Is.EqualTo(expected));
        Assert.That(dual.Derivative.Value, Is.EqualTo((1.3 * 0.7 * 0.7) + (0.2 * Math.Sinh(-1.2) * -1.2)).Within(1e-15));
        Assert.That(energy.Evaluate((Dual<Lanes>)Time, Scalars<Dual<Lanes>>(State, x => new(x, x)), Scalars<Dual<Lanes>>(Parameters, x => x)).Derivative, Is.EqualTo((Lanes)dual.Derivative.Value));
        Assert.That(energy.Evaluate(Time, Scalars<Dual<Dual<Real>>>(State, x => new(x, x)), Scalars<Dual<Dual<Real>>>(Parameters, x => x)).Derivative.Value, Is.EqualTo(dual.Derivative));
    }

    [Test]
    public void The_flow_of_a_loss_is_minus_its_gradient_and_its_dual_minus_the_Hessian_times_the_direction()
    {
        GradientFlow flow = GradientFlow.FromLoss(new Energy(), 2, Parameters);
        double[] derivative = new double[2];
        flow.EvaluateDerivative(0, State, derivative);
        Dual<Real>[] alongState = Evaluate<Dual<Real>>(flow, x => x, x => new(x, x));

        Assert.That(flow.EvaluateLoss(State), Is.EqualTo((1.3 * 0.7 * 0.7 / 2) + (0.2 * Math.Cosh(-1.2))).Within(1e-15));
        Assert.That(derivative, Is.EqualTo(new[] { -1.3 * 0.7, -0.2 * Math.Sinh(-1.2) }).Within(1e-15));
        Assert.That(alongState.Select(x => x.Derivative.Value), Is.EqualTo(new[] { -1.3 * 0.7, -0.2 * Math.Cosh(-1.2) * -1.2 }).Within(1e-15));
        Assert.That(Evaluate<Lanes>(flow, x => x), Is.EqualTo(derivative.Select(x => (Lanes)x)));
        Assert.That(Evaluate<Dual<Lanes>>(flow, x => x, x => new(x, x)).Select(x => x.Derivative), Is.EqualTo(alongState.Select(x => (Lanes)x.Derivative.Value)));
    }

    [Test]
    public void A_system_of_functions_evaluates_for_each_scalar_the_function_of_that_scalar()
    {
        ParametricSystem system = ParametricSystem.Create(Functions(dimension: 2), Parameters);
        double[] derivative = new double[2];
        system.EvaluateDerivative(Time, State, derivative);

        Assert.That((system.Dimension, system.DefaultParameters), Is.EqualTo((2, Parameters)));
        Assert.That(derivative, Is.All.EqualTo(1));
        Assert.That(Evaluate<Lanes>(system, x => x), Is.All.EqualTo((Lanes)2));
        Assert.That(Evaluate<Dual<Real>>(system, x => x), Is.All.EqualTo((Dual<Real>)3));
        Assert.That(Evaluate<Dual<Lanes>>(system, x => x), Is.All.EqualTo((Dual<Lanes>)4));
        Assert.That(Evaluate<Dual<Dual<Real>>>(system, x => x), Is.All.EqualTo((Dual<Dual<Real>>)5));
    }

    [Test]
    public void A_state_function_of_functions_evaluates_for_each_scalar_the_function_of_that_scalar()
    {
        StateFormula formula = StateFormula.Create(new StateFunctions
        {
            Reals = (_, _, _) => 1,
            Lanes = (_, _, _) => 2,
            Duals = (_, _, _) => 3,
            DualLanes = (_, _, _) => 4,
            SecondDuals = (_, _, _) => 5,
        });

        Assert.That(formula.Evaluate(Time, State, Parameters), Is.EqualTo(1));
        Assert.That(formula.Evaluate(Time, Scalars<Lanes>(State, x => x), []), Is.EqualTo((Lanes)2));
        Assert.That(formula.Evaluate(Time, Scalars<Dual<Real>>(State, x => x), []), Is.EqualTo((Dual<Real>)3));
        Assert.That(formula.Evaluate(Time, Scalars<Dual<Lanes>>(State, x => x), []), Is.EqualTo((Dual<Lanes>)4));
        Assert.That(formula.Evaluate(Time, Scalars<Dual<Dual<Real>>>(State, x => x), []), Is.EqualTo((Dual<Dual<Real>>)5));
    }

    [Test]
    public void A_dimension_that_is_not_positive_is_refused()
    {
        Assert.That(() => GradientFlow.FromLoss(new Energy(), 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => ParametricSystem.Create(Functions(dimension: 0)), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static RightHandSideFunctions Functions(int dimension) => new()
    {
        Dimension = dimension,
        Reals = (_, _, _, derivative) => derivative.Fill(1),
        Lanes = (_, _, _, derivative) => derivative.Fill(2),
        Duals = (_, _, _, derivative) => derivative.Fill(3),
        DualLanes = (_, _, _, derivative) => derivative.Fill(4),
        SecondDuals = (_, _, _, derivative) => derivative.Fill(5),
    };

    private static TScalar[] Evaluate<TScalar>(IDynamicsSystem system, Func<double, TScalar> constant, Func<double, TScalar>? ofState = null)
        where TScalar : unmanaged
    {
        TScalar[] derivative = new TScalar[2];
        ((IParametricSystem<TScalar>)system).EvaluateDerivative(constant(Time), Scalars(State, ofState ?? constant), Scalars(Parameters, constant), derivative);
        return derivative;
    }

    private static TScalar[] Scalars<TScalar>(double[] values, Func<double, TScalar> scalar) => [.. values.Select(scalar)];

    /// <summary>Predators and prey, with time and both parameters in it.</summary>
    private readonly struct Predation : IRightHandSide
    {
        public int Dimension => 2;

        public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            derivative[0] = (parameters[0] * state[0]) - (state[0] * state[1]);
            derivative[1] = (parameters[1] * time) + (state[0] * state[1]) - state[1];
        }
    }

    /// <summary>p₁x²/2 + p₂ cosh y + t.</summary>
    private sealed class Energy : IStateFormula
    {
        public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
            where TScalar : unmanaged, IScalar<TScalar> =>
            (parameters[0] * state[0] * state[0] / 2) + (parameters[1] * (TScalar.Exp(state[1]) + TScalar.Exp(-state[1])) / 2) + time;
    }
}
