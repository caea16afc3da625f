using PluginLab.Dynamics;

namespace PluginLab.Numerics.Tests.Integration;

/// <summary>What holds for every integrator that follows the flow: descent with momentum or along signs goes another way.</summary>
[TestFixtureSource(nameof(Fixtures))]
public sealed class FlowContractTests(IIntegrator integrator, double errorBound)
{
    private static IEnumerable<TestFixtureData> Fixtures() => AllIntegrators.OfTheFlow.Select(
        entry => new TestFixtureData(entry.Integrator, entry.ErrorBound).SetArgDisplayNames(entry.Integrator.Name));

    [Test]
    public void The_oscillator_returns_after_a_period()
    {
        double[] end = integrator.SolveToEnd(TestProblems.Oscillator(2 * Math.PI));

        Assert.That(end, Is.EqualTo([1.0, 0.0]).Within(errorBound));
    }

    [Test]
    public void The_logistic_curve_is_followed_at_requested_times()
    {
        Trajectory trajectory = integrator.Solve(TestProblems.Logistic(8), SaveAt.EquallySpaced(0, 8, 23)).Trajectory;

        double[] exact = [.. trajectory.Times.Select(t => 1 / (1 + (9 * Math.Exp(-t))))];
        Assert.That(trajectory.Component(0), Is.EqualTo(exact).Within(errorBound));
    }

    [Test]
    public void Time_may_run_backward()
    {
        InitialValueProblem problem = new(TestProblems.Oscillator(1).System, [1, 0], startTime: 1, endTime: -1);

        Trajectory trajectory = integrator.Solve(problem, SaveAt.Times([0.5, 0, -1])).Trajectory;

        Assert.That(trajectory.Times, Is.EqualTo([0.5, 0, -1]));
        Assert.That(trajectory.Component(0), Is.EqualTo([Math.Cos(0.5), Math.Cos(1), Math.Cos(2)]).Within(errorBound));
    }

    [Test]
    public void The_edge_of_the_domain_is_an_outcome()
    {
        Solution solution = integrator.Solve(TestProblems.EdgeOfDomain(2), SaveAt.EveryStep);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(solution.Outcome, Is.EqualTo(SolveOutcome.NonFiniteState));
            Assert.That(solution.PartialTrajectory.Times[^1], Is.EqualTo(1).Within(0.02));
        }
    }

    [Test]
    public void A_solution_that_blows_up_ends_in_a_failure()
    {
        Solution solution = integrator.Solve(TestProblems.BlowUp(2), SaveAt.End);

        Assert.That(solution.Outcome, Is.AnyOf(SolveOutcome.NonFiniteState, SolveOutcome.StepSizeUnderflow));
        Assert.That(solution.PartialTrajectory.Times[0], Is.EqualTo(1).Within(0.05));
    }
}
