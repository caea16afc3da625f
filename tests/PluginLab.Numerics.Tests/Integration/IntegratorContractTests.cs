using PluginLab.Dynamics;

namespace PluginLab.Numerics.Tests.Integration;

/// <summary>What holds for every integrator.</summary>
[TestFixtureSource(typeof(AllIntegrators), nameof(AllIntegrators.Each))]
public sealed class IntegratorContractTests(IIntegrator integrator)
{
    [Test]
    public void Nothing_happens_on_an_interval_of_length_zero()
    {
        InitialValueProblem problem = new(TestProblems.Oscillator(1).System, [1, 0], startTime: 2, endTime: 2);

        Solution solution = integrator.Solve(problem, SaveAt.Times([1, 2, 3]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(solution.Outcome, Is.EqualTo(SolveOutcome.Completed));
            Assert.That(solution.Trajectory.Times, Is.EqualTo([2.0]));
            Assert.That(solution.Trajectory.LastState.ToArray(), Is.EqualTo([1.0, 0.0]));
            Assert.That(solution.Statistics, Is.EqualTo(new SolveStatistics(0, 0, 0)));
        }
    }

    [Test]
    public void What_is_saved_never_changes_the_steps()
    {
        InitialValueProblem problem = TestProblems.Logistic(3);
        Solution everyStep = integrator.Solve(problem, SaveAt.EveryStep);
        Solution atTimes = integrator.Solve(problem, SaveAt.EquallySpaced(0, 3, 100));
        Solution end = integrator.Solve(problem, SaveAt.End);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(everyStep.Trajectory.Count, Is.EqualTo(everyStep.Statistics.AcceptedSteps + 1));
            Assert.That(end.Statistics, Is.EqualTo(everyStep.Statistics));
            Assert.That(atTimes.Statistics with { DerivativeEvaluations = 0 }, Is.EqualTo(end.Statistics with { DerivativeEvaluations = 0 }), "but stages of the dense output");
            Assert.That(atTimes.Trajectory.LastState[0], Is.EqualTo(everyStep.Trajectory.LastState[0]));
            Assert.That(end.Trajectory.Times, Is.EqualTo([3.0]));
            Assert.That(end.Trajectory.LastState[0], Is.EqualTo(everyStep.Trajectory.LastState[0]));
        }
    }

    [Test]
    public void Requested_knots_are_the_states_that_steps_ended_with()
    {
        Trajectory steps = integrator.Solve(TestProblems.Driven(1), SaveAt.EveryStep).Trajectory;

        Trajectory requested = integrator.Solve(TestProblems.Driven(1), SaveAt.Times(steps.Times)).Trajectory;

        Assert.That(requested.Component(0), Is.EqualTo(steps.Component(0)));
    }

    [Test]
    public void Times_outside_the_interval_are_not_reached() =>
        Assert.That(integrator.Solve(TestProblems.Decay(1), SaveAt.Times([-1, 0.5, 2])).Trajectory.Times, Is.EqualTo([0.5]));

    [Test]
    public void Times_against_the_direction_of_integration_are_refused() =>
        Assert.That(() => integrator.Solve(TestProblems.Decay(1), SaveAt.Times([0.6, 0.5])), Throws.ArgumentException.With.Message.Contains("direction"));

    [Test]
    public void The_statistics_are_exact()
    {
        FunctionSystem counting = new(1, (_, x, dx) => dx[0] = x[0] * (1 - x[0]));

        Solution solution = integrator.Solve(TestProblems.Problem(counting, [0.1], 5), SaveAt.EquallySpaced(0, 5, 50));

        Assert.That(solution.Statistics.DerivativeEvaluations, Is.EqualTo(counting.Evaluations));
    }

    [Test]
    public void A_right_hand_side_that_is_NaN_is_an_outcome()
    {
        Solution solution = integrator.Solve(TestProblems.NotANumber(1), SaveAt.EveryStep);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(solution.Outcome, Is.EqualTo(SolveOutcome.NonFiniteState));
            Assert.That(solution.Diagnostic, Does.Contain("could not leave t = 0: component 0 of the right-hand side is NaN or infinite there."));
            Assert.That(solution.PartialTrajectory.Times, Is.EqualTo([0.0]));
            Assert.That(() => solution.Trajectory, Throws.TypeOf<IntegrationFailedException>());
        }
    }

    [Test]
    public void Cancellation_is_an_outcome_at_the_next_step()
    {
        using CancellationTokenSource source = new();
        FunctionSystem cancelling = new(1, (t, _, dx) =>
        {
            dx[0] = 1;
            if (t > 0.5)
            {
                source.Cancel();
            }
        });

        Solution solution = integrator.Integrate(TestProblems.Problem(cancelling, [0], 1e6), SaveAt.End, source.Token);

        Assert.That(solution.Outcome, Is.EqualTo(SolveOutcome.Cancelled));
        Assert.That(solution.Diagnostic, Does.EndWith("it was cancelled. Run it again for the rest."));
    }

    [Test]
    public void A_solve_that_is_cancelled_before_it_starts_keeps_its_start()
    {
        Solution solution = integrator.Integrate(TestProblems.Decay(1), SaveAt.End, new CancellationToken(canceled: true));

        Assert.That((solution.Outcome, solution.PartialTrajectory.LastState[0]), Is.EqualTo((SolveOutcome.Cancelled, 1.0)));
    }

    [Test]
    public void One_instance_gives_the_same_bits_on_many_threads_at_once()
    {
        Trajectory reference = integrator.Solve(TestProblems.Oscillator(3), SaveAt.EveryStep).Trajectory;

        Trajectory[] others = [.. ParallelEnumerable.Range(0, 16).WithDegreeOfParallelism(8)
            .Select(_ => integrator.Solve(TestProblems.Oscillator(3), SaveAt.EveryStep).Trajectory)];

        foreach (Trajectory other in others)
        {
            Assert.That(other.Times, Is.EqualTo(reference.Times));
            Assert.That(other.Component(1), Is.EqualTo(reference.Component(1)));
        }
    }

    [Test]
    public void Steps_allocate_nothing()
    {
        static long AllocatedBy(Action action)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        EventFunction never = EventFunction.Crossing("never", (_, x) => x[0], 1e9);
        InitialValueProblem shorter = TestProblems.Driven(10).WithEvent(never);
        InitialValueProblem longer = TestProblems.Driven(100).WithEvent(never);
        integrator.Solve(shorter, SaveAt.End); // Compiles what both solves run.

        long ofShorter = AllocatedBy(() => integrator.Solve(shorter, SaveAt.End));
        long ofLonger = AllocatedBy(() => integrator.Solve(longer, SaveAt.End));

        // The diagnostics differ by a few characters; ninety time units are hundreds of steps at least.
        Assert.That(ofLonger - ofShorter, Is.LessThan(100));
    }
}
