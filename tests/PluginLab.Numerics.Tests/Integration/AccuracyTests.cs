using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Integration;

public sealed class AccuracyTests
{
    private static IEnumerable<TestCaseData> Integrators()
    {
        AdaptiveStepSize stepSizes = new(new ErrorTolerance(1e-8, 1e-11));
        yield return Case(StepIntegrators.DormandPrince5(1e-8, 1e-11), SolveAccuracy.Within(1e-8, 1e-11));
        yield return Case(StepIntegrators.DormandPrince8(stepSizes), SolveAccuracy.Within(1e-8, 1e-11));
        yield return Case(StepIntegrators.RungeKuttaChebyshev2(stepSizes), SolveAccuracy.Within(1e-8, 1e-11));
        yield return Case(StepIntegrators.RungeKutta4(0.1), SolveAccuracy.OfConstantStep);
        yield return Case(StepIntegrators.GradientDescent(0.1), SolveAccuracy.OfTraining);
        yield return Case(StepIntegrators.HeavyBall(0.1, 0.9), SolveAccuracy.OfTraining);
        yield return Case(StepIntegrators.SignDescent(0.1), SolveAccuracy.OfTraining);
        yield return Case(new StepIntegrator(new ExplicitRungeKutta(Tableaus.Euler), new ConstantStepSize(0.1), 10), SolveAccuracy.OfConstantStep);
    }

    [TestCaseSource(nameof(Integrators))]
    public void An_integrator_says_what_governs_its_error(IIntegrator integrator, SolveAccuracy expected) =>
        Assert.That(((IStatesAccuracy)integrator).Accuracy, Is.EqualTo(expected));

    private static TestCaseData Case(IIntegrator integrator, SolveAccuracy expected) => new TestCaseData(integrator, expected).SetArgDisplayNames(integrator.Name);
}
