using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Integration;

/// <summary>Every way in which a solve ends, in full sentences.</summary>
public sealed class OutcomeTests
{
    private static IEnumerable<TestCaseData> Endings()
    {
        IIntegrator descent = StepIntegrators.GradientDescent(0.25);
        IIntegrator constant = StepIntegrators.RungeKutta4(0.25, maximumSteps: 100);
        IIntegrator adaptive = StepIntegrators.DormandPrince5(1e-6, 1e-9, maximumSteps: 1000);
        yield return Ending(constant, TestProblems.Decay(1), SolveOutcome.Completed, "Runge–Kutta 4 reached t = 1 after 4 steps.");
        yield return Ending(constant, TestProblems.Decay(0.1), SolveOutcome.Completed, "Runge–Kutta 4 reached t = 0.1 after 1 step.");
        yield return Ending(
            descent, TestProblems.Decay(5).WithEvent(EventFunction.Stop("half-way", (_, x) => x[0], 0.75)), SolveOutcome.StoppedByEvent,
            "Gradient descent stopped at t = 0.25 after 1 step: the event 'half-way' happened there.");
        yield return Ending(
            constant, TestProblems.Decay(30), SolveOutcome.MaxStepsReached,
            "Runge–Kutta 4 stopped at t = 25 after 100 steps: maximum-steps was reached before t = 30. Raise maximum-steps or take a larger step.");
        yield return Ending(
            adaptive, TestProblems.Stiff(30), SolveOutcome.MaxStepsReached,
            "maximum-steps was reached before t = 30. Most steps were stability bound: try runge-kutta-chebyshev-2, or raise maximum-steps.");
        yield return Ending(
            adaptive, TestProblems.Oscillator(1e6), SolveOutcome.MaxStepsReached,
            "maximum-steps was reached before t = 1000000. Raise maximum-steps or loosen the tolerance.");
        yield return Ending(
            StepIntegrators.DormandPrince5(1e-6, 1e-9), TestProblems.Stiff(30), SolveOutcome.Completed,
            "steps. Most steps were stability bound: try runge-kutta-chebyshev-2.");
        yield return Ending(
            adaptive, TestProblems.BlowUp(2), SolveOutcome.StepSizeUnderflow,
            "is below what the time can resolve. The solution probably blows up there, or its right-hand side jumps: end the interval earlier.");
        yield return Ending(
            StepIntegrators.RungeKutta4(1e-9), new(TestProblems.Decay(1).System, [1], 1e8, 2e8), SolveOutcome.StepSizeUnderflow,
            "Runge–Kutta 4 stopped at t = 100000000 after 0 steps: the step size 1e-9 is below what the time can resolve. "
            + "To go on from such a time, take a larger step.");
        yield return Ending(
            descent, TestProblems.BlowUp(20), SolveOutcome.NonFiniteState,
            "in the next step the state becomes NaN or infinite. The solution blows up, or the method is unstable: take a smaller learning rate, or end the interval earlier.");
        yield return Ending(
            adaptive, TestProblems.EdgeOfDomain(2), SolveOutcome.NonFiniteState,
            "the right-hand side is NaN or infinite after however small a step. End the interval earlier or mend the right-hand side.");
    }

    [TestCaseSource(nameof(Endings))]
    public void An_ending_is_told_in_full_sentences_with_a_remedy(IIntegrator integrator, InitialValueProblem problem, SolveOutcome outcome, string sentence)
    {
        Solution solution = integrator.Solve(problem, SaveAt.End);

        Assert.That(solution.Outcome, Is.EqualTo(outcome));
        Assert.That(solution.Diagnostic, Does.EndWith(sentence));
    }

    [Test]
    public void The_step_budget_counts_rejected_steps_too()
    {
        IIntegrator integrator = StepIntegrators.DormandPrince5(1e-9, 1e-12, maximumSteps: 200);

        SolveStatistics work = integrator.Solve(TestProblems.Stiff(10), SaveAt.End).Statistics;

        Assert.That(work.RejectedSteps, Is.Positive);
        Assert.That(work.AcceptedSteps + work.RejectedSteps, Is.EqualTo(200));
    }

    [Test]
    public void Names_state_the_settings()
    {
        AdaptiveStepSize limited = new(new ErrorTolerance(1e-9, 1e-12), ControlGains.Integral) { LargestStep = 0.5 };
        Assert.That(StepIntegrators.HeavyBall(0.05, 0.9).Name, Is.EqualTo("Heavy ball, momentum 0.9, learning rate 0.05"));
        Assert.That(StepIntegrators.SignDescent(0.05).Name, Is.EqualTo("Sign descent, learning rate 0.05"));
        Assert.That(
            StepIntegrators.DormandPrince5(limited).Name, Is.EqualTo("Dormand–Prince 5(4), relative tolerance 1e-9, absolute tolerance 1e-12, integral control, steps up to 0.5"));
        Assert.That(StepIntegrators.GradientDescent(0.05).Name, Is.EqualTo("Gradient descent, learning rate 0.05"));
        Assert.That(StepIntegrators.RungeKutta4(0.001).Name, Is.EqualTo("Runge–Kutta 4, step 0.001"));
        Assert.That(StepIntegrators.DormandPrince5(1e-9, 1e-12).Name, Is.EqualTo("Dormand–Prince 5(4), relative tolerance 1e-9, absolute tolerance 1e-12"));
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void A_step_budget_below_one_is_refused(long maximumSteps) =>
        Assert.That(() => StepIntegrators.RungeKutta4(0.1, maximumSteps), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static TestCaseData Ending(IIntegrator integrator, InitialValueProblem problem, SolveOutcome outcome, string sentence) =>
        new TestCaseData(integrator, problem, outcome, sentence).SetArgDisplayNames(integrator.Name, outcome.ToString());
}
