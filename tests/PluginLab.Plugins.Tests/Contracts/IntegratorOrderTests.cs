using PluginLab.Dynamics;
using PluginLab.Extensibility;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>The order of every method that follows a flow, as it shows on every bundled system; exactly, it shows on simpler problems elsewhere.</summary>
public sealed class IntegratorOrderTests
{
    // Where the learning is slow, then fast, then over: the leading term of the error may vanish at a single time.
    private const double EndTime = 4;
    private const double Spacing = 0.25;
    private const double OrderTolerance = 0.2;

    // An error of a few roundings of states near 1 has nowhere to fall: the eighth order is there at once where a flow is as slow as that of the toy model.
    private const double Rounding = 1e-15;

    private static readonly (IStepMethod Method, int Order, double Step)[] Methods =
    [
        (new ExplicitRungeKutta(Tableaus.Euler), 1, 1 / 512.0),
        (DescentMethod.HeavyBall(0), 1, 1 / 512.0),
        (new ExplicitRungeKutta(Plugins.FSharpSample.BogackiShampine.tableau), 3, 1 / 64.0),
        (new ExplicitRungeKutta(Tableaus.RungeKutta4), 4, 1 / 64.0),
        (new ExplicitRungeKutta(Tableaus.DormandPrince5), 5, 1 / 16.0),
        (new ExplicitRungeKutta(Tableaus.DormandPrince8), 8, 1 / 4.0),
        (new RungeKuttaChebyshev2(), 2, 1 / 256.0),
    ];

    private static IEnumerable<TestCaseData> Cases =>
        from entry in Methods
        from system in BundledSystems.All
        select new TestCaseData(entry.Method, entry.Order, entry.Step, system).SetArgDisplayNames(entry.Method.Name, system.Id);

    private static IEnumerable<Component<ObservedSystem>> Systems => BundledSystems.All;

    [TestCaseSource(nameof(Cases))]
    public void The_error_falls_at_least_with_the_order_of_the_method_or_is_rounding_already(IStepMethod method, int order, double step, Component<ObservedSystem> system)
    {
        Trajectory exact = Solve(new ExplicitRungeKutta(Tableaus.DormandPrince8), 1 / 256.0, system);
        double Error(double size)
        {
            Trajectory found = Solve(method, size, system);
            return Enumerable.Range(0, exact.Count).Max(i => Enumerable.Range(0, exact.State(i).Length).Max(k => Math.Abs(found.State(i)[k] - exact.State(i)[k])));
        }

        (double coarse, double fine) = (Error(step), Error(step / 2));

        Assert.That(coarse <= Rounding ? order : Math.Log2(coarse / fine), Is.GreaterThan(order - OrderTolerance), $"errors {coarse:R} and {fine:R}");
    }

    [TestCaseSource(nameof(Systems))]
    public void Without_momentum_the_heavy_ball_is_gradient_descent_bit_for_bit(Component<ObservedSystem> system) => Assert.That(
        Solve(DescentMethod.HeavyBall(0), Spacing / 16, system).LastState.ToArray(),
        Is.EqualTo(Solve(new ExplicitRungeKutta(Tableaus.Euler), Spacing / 16, system).LastState.ToArray()));

    [TestCaseSource(nameof(Systems))]
    public void Signs_move_each_component_by_the_learning_rate(Component<ObservedSystem> system)
    {
        ObservedSystem observed = BundledIntegrators.Create(system);
        double[] derivative = new double[observed.System.Dimension];
        observed.System.EvaluateDerivative(0, [.. observed.DefaultInitialState], derivative);

        Trajectory trajectory = Solve(DescentMethod.Signs, Spacing, system);

        Assert.That(trajectory.State(1).ToArray(), Is.EqualTo(observed.DefaultInitialState.Zip(derivative, (x, slope) => x + (Spacing * Math.Sign(slope)))));
    }

    private static Trajectory Solve(IStepMethod method, double step, Component<ObservedSystem> system)
    {
        ObservedSystem observed = BundledIntegrators.Create(system);
        InitialValueProblem problem = new(observed.System, observed.DefaultInitialState, 0, EndTime);
        SaveAt knots = SaveAt.EquallySpaced(0, EndTime, 1 + (int)(EndTime / Spacing));
        return new StepIntegrator(method, new ConstantStepSize(step), 100_000).Integrate(problem, knots, CancellationToken.None).Trajectory;
    }
}
