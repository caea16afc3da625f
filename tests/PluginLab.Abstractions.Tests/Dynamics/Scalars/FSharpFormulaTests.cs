using PluginLab.Dynamics;

namespace PluginLab.Abstractions.Tests.Dynamics.Scalars;

/// <summary>An inline right-hand side in F# is a system over every scalar.</summary>
public sealed class FSharpFormulaTests
{
    private const double Time = 0.25;
    private static readonly PluginLab.FSharpFormulas.Pendulum.Pendulum System = new();
    private static readonly double[] State = [0.8, -1.3];

    [Test]
    public void Its_lanes_and_duals_have_the_bits_of_its_reals()
    {
        Real[] reals = new Real[2];
        ((IParametricSystem<Real>)System).EvaluateDerivative(Time, Real.Cast(State), [1.7], reals);
        Lanes[] lanes = Evaluate<Lanes>(x => x, 1.7);
        Dual<Real>[] duals = Evaluate<Dual<Real>>(x => x, 1.7);

        Assert.That(lanes, Is.EqualTo(reals.Select(x => (Lanes)x.Value)));
        Assert.That(duals.Select(x => x.Value), Is.EqualTo(reals));
    }

    [Test]
    public void Its_doubles_differ_by_the_rounding_of_the_functions_of_the_platform()
    {
        double[] doubles = Evaluate<double>(x => x, 2);
        double[] ofSystem = new double[2];
        ((IDynamicsSystem)System).EvaluateDerivative(Time, State, ofSystem);
        Lanes[] lanes = Evaluate<Lanes>(x => x, 2);

        Assert.That(ofSystem, Is.EqualTo(doubles));
        Assert.That(lanes.Select(x => x[0]), Is.EqualTo(doubles).Within(1e-14));
    }

    [Test]
    public void Its_duals_of_lanes_carry_the_derivative_that_differences_show()
    {
        const double step = 1e-6;
        Dual<Lanes>[] duals = Evaluate<Dual<Lanes>>(x => x, 2, x => new(x, 1));
        double[] above = Evaluate(x => x, 2, x => x + step), below = Evaluate(x => x, 2, x => x - step);

        Assert.That(duals.Select(x => x.Derivative[3]), Is.EqualTo(above.Zip(below, (x, y) => (x - y) / (2 * step))).Within(1e-8));
    }

    private static TScalar[] Evaluate<TScalar>(Func<double, TScalar> constant, double parameter, Func<double, TScalar>? ofState = null)
        where TScalar : unmanaged
    {
        TScalar[] derivative = new TScalar[2];
        ((IParametricSystem<TScalar>)(object)System).EvaluateDerivative(constant(Time), [.. State.Select(ofState ?? constant)], [constant(parameter)], derivative);
        return derivative;
    }
}
