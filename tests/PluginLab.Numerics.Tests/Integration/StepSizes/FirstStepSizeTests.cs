using PluginLab.Dynamics;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Integration.StepSizes;

public sealed class FirstStepSizeTests
{
    private static readonly ErrorTolerance Tolerance = new(relative: 1e-6, absolute: 1e-6);

    [Test]
    public void The_rule_of_Hairer_Norsett_and_Wanner_gives_its_value_on_the_decay()
    {
        // x' = −x from 1: scale 2e-6, |x| = |f| = 5e5, guess 0.01; curvature |f₁ − f₀|/guess = 5e5; h = min(1, (0.01 / 5e5)^{1/5}).
        Assert.That(Choose(TestProblems.Decay(10)), Is.EqualTo(Math.Pow(2e-8, 0.2)).Within(0.02).Percent);
    }

    [Test]
    public void It_never_exceeds_the_interval() => Assert.That(Choose(TestProblems.Decay(1e-3)), Is.EqualTo(1e-3));

    [Test]
    public void A_resting_start_gets_a_thousandth_of_a_guess_or_a_millionth() =>
        Assert.That(Choose(TestProblems.Problem(new FunctionSystem(1, (_, _, dx) => dx[0] = 0), [0], 10)), Is.EqualTo(1e-6));

    [Test]
    public void A_trial_step_out_of_the_domain_gets_a_millionth() =>
        Assert.That(Choose(TestProblems.Problem(new FunctionSystem(1, (_, x, dx) => dx[0] = x[0] >= 1 ? -1 : double.NaN), [1], 10)), Is.EqualTo(1e-6));

    private static double Choose(InitialValueProblem problem)
    {
        IStepper stepper = new ExplicitRungeKutta(Tableaus.DormandPrince5).CreateStepper(problem.System, CancellationToken.None);
        Knot start = new(1) { Time = problem.StartTime };
        problem.InitialState.CopyTo(start.State);
        stepper.EvaluateDerivative(start);
        return FirstStepSize.Choose(stepper, Tolerance, errorOrder: 4, start, new Knot(1), problem.EndTime);
    }
}
