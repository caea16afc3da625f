using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Integration.Methods;

public sealed class OrderTests
{
    private static IEnumerable<TestCaseData> AllTableaus() =>
        new[] { Tableaus.Euler, Tableaus.RungeKutta4, Tableaus.DormandPrince5 }.Select(tableau => new TestCaseData(tableau).SetArgDisplayNames(tableau.Name));

    [TestCaseSource(nameof(AllTableaus))]
    public void The_error_at_the_end_falls_with_the_order_of_the_method(ButcherTableau tableau)
    {
        double observed = Math.Log2(ErrorAtEnd(tableau, Step(tableau)) / ErrorAtEnd(tableau, Step(tableau) / 2));

        Assert.That(observed, Is.EqualTo(tableau.Order).Within(0.2));
    }

    [TestCaseSource(nameof(AllTableaus))]
    public void The_error_of_the_dense_output_within_a_step_falls_with_its_order_plus_one(ButcherTableau tableau)
    {
        double observed = Math.Log2(ErrorWithinAStep(tableau, 0.2) / ErrorWithinAStep(tableau, 0.1));

        Assert.That(observed, Is.EqualTo(tableau.DenseOutputOrder + 1).Within(0.2));
    }

    private static double Step(ButcherTableau tableau) => tableau.Order == 1 ? 1 / 256.0 : 1 / 32.0;

    private static double ErrorAtEnd(ButcherTableau tableau, double step) =>
        Math.Abs(Integrator(tableau, step).SolveToEnd(TestProblems.Driven(2))[0] - Math.Exp(Math.Sin(2)));

    /// <summary>Largest error along one step from the exact state: the local error, in which the order of the output shows undisturbed.</summary>
    private static double ErrorWithinAStep(ButcherTableau tableau, double step)
    {
        SaveAt inner = SaveAt.Times(Enumerable.Range(1, 63).Select(i => i * step / 64));
        Trajectory trajectory = Integrator(tableau, step).Solve(TestProblems.Driven(step), inner).Trajectory;
        return trajectory.Times.Select((time, i) => Math.Abs(trajectory.State(i)[0] - Math.Exp(Math.Sin(time)))).Max();
    }

    private static StepIntegrator Integrator(ButcherTableau tableau, double step) =>
        new(new ExplicitRungeKutta(tableau), new ConstantStepSize(step), maximumSteps: 10_000);
}
