using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Integration.Methods;

/// <summary>Orders as they show in errors: over an interval on x' = cos t · x, within a step on x' = −x, with steps whose errors are far above rounding.</summary>
public sealed class OrderTests
{
    private static readonly (IStepMethod Method, int Order, int DenseOutputOrder, double Step)[] Methods =
    [
        .. new[] { (Tableaus.Euler, 1 / 256.0), (Tableaus.RungeKutta4, 1 / 32.0), (Tableaus.DormandPrince5, 1 / 16.0), (Tableaus.DormandPrince8, 1 / 4.0) }
            .Select(entry => ((IStepMethod)new ExplicitRungeKutta(entry.Item1), entry.Item1.Order, entry.Item1.DenseOutputOrder, entry.Item2)),

        // Within a step its own error hides that of its output, which is of order 3.
        (new RungeKuttaChebyshev2(), 2, 2, 1 / 64.0),
    ];

    private static IEnumerable<TestCaseData> All() => Methods.Select(entry => new TestCaseData(entry.Method, entry.Order, entry.Step).SetArgDisplayNames(entry.Method.Name));

    private static IEnumerable<TestCaseData> DenseOutputs() =>
        Methods.Select(entry => new TestCaseData(entry.Method, entry.DenseOutputOrder, entry.Step).SetArgDisplayNames(entry.Method.Name));

    private static IEnumerable<TestCaseData> Estimates() => Methods.Where(entry => entry.Method.ErrorOrder > 0)
        .Select(entry => new TestCaseData(entry.Method, entry.Step).SetArgDisplayNames(entry.Method.Name));

    [TestCaseSource(nameof(All))]
    public void The_error_at_the_end_falls_with_the_order_of_the_method(IStepMethod method, int order, double step)
    {
        double ErrorAtEnd(double size) => Math.Abs(Integrator(method, size).SolveToEnd(TestProblems.Driven(2))[0] - Math.Exp(Math.Sin(2)));

        Assert.That(Math.Log2(ErrorAtEnd(step) / ErrorAtEnd(step / 2)), Is.EqualTo(order).Within(0.2));
    }

    [TestCaseSource(nameof(DenseOutputs))]
    public void The_error_of_the_dense_output_within_a_step_falls_with_its_order_plus_one(IStepMethod method, int order, double step) =>
        Assert.That(Math.Log2(ErrorWithinAStep(method, 2 * step) / ErrorWithinAStep(method, step)), Is.EqualTo(order + 1).Within(0.2));

    [TestCaseSource(nameof(Estimates))]
    public void The_error_estimate_falls_with_its_order_plus_one(IStepMethod method, double step) =>
        Assert.That(Math.Log2(EstimatedError(method, step) / EstimatedError(method, step / 2)), Is.EqualTo(method.ErrorOrder + 1).Within(0.2));

    /// <summary>Largest error along one step from the exact state: the local error, in which the order of the output shows undisturbed.</summary>
    private static double ErrorWithinAStep(IStepMethod method, double step)
    {
        SaveAt inner = SaveAt.Times(Enumerable.Range(1, 63).Select(i => i * step / 64));
        Trajectory trajectory = Integrator(method, step).Solve(TestProblems.Decay(step), inner).Trajectory;
        return trajectory.Times.Select((time, i) => Math.Abs(trajectory.State(i)[0] - Math.Exp(-time))).Max();
    }

    private static double EstimatedError(IStepMethod method, double step)
    {
        InitialValueProblem problem = TestProblems.Decay(step);
        IStepper stepper = method.CreateStepper(problem.System, CancellationToken.None);
        (Knot start, Knot end) = (new Knot(1), new Knot(1) { Time = step });
        start.State[0] = 1;
        stepper.EvaluateDerivative(start);
        stepper.Advance(start, step, end);
        return stepper.EstimateError(start, end, step, new ErrorTolerance(0, 1));
    }

    private static StepIntegrator Integrator(IStepMethod method, double step) => new(method, new ConstantStepSize(step), maximumSteps: 10_000);
}
