using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Integration;

public sealed class CoarserIntegratorTests
{
    private static readonly IIntegrator[] Approximations =
    [
        StepIntegrators.DormandPrince5(1e-7, 1e-10),
        StepIntegrators.DormandPrince8(new AdaptiveStepSize(new ErrorTolerance(1e-7, 1e-10))),
        StepIntegrators.RungeKuttaChebyshev2(new AdaptiveStepSize(new ErrorTolerance(1e-7, 1e-10), ControlGains.Predictive)),
        StepIntegrators.RungeKutta4(0.05),
    ];

    [TestCaseSource(nameof(Approximations))]
    public void The_change_to_the_coarser_integrator_bounds_the_error_of_a_located_time(IIntegrator integrator)
    {
        double change = Math.Abs(HalfTime(((IAdjustableIntegrator)integrator).Coarsen()!) - HalfTime(integrator));

        Assert.That(change, Is.GreaterThan(Math.Abs(HalfTime(integrator) - Math.Log(2))).And.LessThan(1e-4));
    }

    [Test]
    public void Ten_times_the_tolerances_keep_the_kind_of_control_and_the_largest_step()
    {
        AdaptiveStepSize stepSizes = new(new ErrorTolerance(1e-9, 1e-12), ControlGains.Predictive) { LargestStep = 0.5 };

        IIntegrator coarser = ((IAdjustableIntegrator)StepIntegrators.DormandPrince5(stepSizes)).Coarsen()!;

        Assert.That(coarser.Name, Is.EqualTo("Dormand–Prince 5(4), relative tolerance 1e-8, absolute tolerance 1e-11, predictive control, steps up to 0.5"));
    }

    [Test]
    public void A_step_is_doubled() =>
        Assert.That(((IAdjustableIntegrator)StepIntegrators.RungeKutta4(0.05)).Coarsen()!.Name, Does.EndWith("step 0.1"));

    [Test]
    public void A_learning_rate_is_no_approximation_and_has_none_coarser()
    {
        IIntegrator[] descents = [StepIntegrators.GradientDescent(0.1), StepIntegrators.HeavyBall(0.1, 0.9), StepIntegrators.SignDescent(0.1)];

        Assert.That(descents.Select(descent => ((IAdjustableIntegrator)descent).Coarsen()), Is.All.Null);
    }

    [Test]
    public void The_budget_of_steps_is_kept()
    {
        IIntegrator coarser = ((IAdjustableIntegrator)StepIntegrators.RungeKutta4(0.05, maximumSteps: 3)).Coarsen()!;

        Assert.That(coarser.Integrate(Decay, SaveAt.End, CancellationToken.None).Outcome, Is.EqualTo(SolveOutcome.MaxStepsReached));
    }

    private static InitialValueProblem Decay => new InitialValueProblem(DynamicsSystem.FromFunction(1, (_, x) => [-x[0]]), [1], 0, 2)
        .WithEvent(EventFunction.Crossing("half", (_, x) => x[0], 0.5));

    private static double HalfTime(IIntegrator integrator) => integrator.Integrate(Decay, SaveAt.End, CancellationToken.None).EventTime("half");
}
