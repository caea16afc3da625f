using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;

namespace PluginLab.Numerics.Tests.Integration.Events;

public sealed class EventTests
{
    private static readonly IIntegrator Integrator = StepIntegrators.DormandPrince5(1e-12, 1e-14);
    private static readonly StateFunction Position = (_, x) => x[0];

    [Test]
    public void The_time_of_a_linear_event_is_exact_to_twelve_digits()
    {
        // x' = 1: the dense output is the solution, and the root finder alone decides.
        InitialValueProblem problem = TestProblems.Problem(new FunctionSystem(1, (_, _, dx) => dx[0] = 1), [0], 1e6);
        double[] levels = [1e-9, 0.1, 1 / 3.0, 7, 123456.789];

        Solution solution = Integrator.Solve(problem.WithEvents(levels.Select((level, i) => EventFunction.Crossing($"level-{i}", Position, level))), SaveAt.End);

        Assert.That(solution.Events.Select(located => located.Time), Is.EqualTo(levels).Using<double>((found, level) => Math.Abs(found - level) <= 1e-12 * level));
    }

    [Test]
    public void Hitting_times_of_a_curved_solution_are_as_good_as_the_tolerance()
    {
        // The logistic curve reaches 1/2 at t = log 9.
        Solution solution = Integrator.Solve(TestProblems.Logistic(10).WithEvent(EventFunction.Crossing("half", Position, 0.5)), SaveAt.End);

        Assert.That(solution.EventTime("half"), Is.EqualTo(Math.Log(9)).Within(1e-11));
        Assert.That(solution.Events[0].State[0], Is.EqualTo(0.5).Within(1e-14));
    }

    [TestCase(EventDirection.Any, new[] { 0.5, 1.5, 2.5, 3.5 })]
    [TestCase(EventDirection.Falling, new[] { 0.5, 2.5 })]
    [TestCase(EventDirection.Rising, new[] { 1.5, 3.5 })]
    public void The_direction_selects_crossings(EventDirection direction, double[] expectedOverPi)
    {
        EventFunction zero = new("zero", Position, direction, IsTerminal: false);

        Solution solution = Integrator.Solve(TestProblems.Oscillator(4 * Math.PI).WithEvent(zero), SaveAt.End);

        Assert.That(solution.Events.Select(located => located.Time / Math.PI), Is.EqualTo(expectedOverPi).Within(1e-10));
    }

    [Test]
    public void Rising_means_in_the_direction_of_integration()
    {
        EventFunction rising = new("zero", Position, EventDirection.Rising, IsTerminal: false);
        InitialValueProblem backward = new InitialValueProblem(TestProblems.Oscillator(1).System, [1, 0], 0, -2 * Math.PI).WithEvent(rising);

        // cos t read backward from 0 falls at −π/2 and rises at −3π/2.
        Assert.That(Integrator.Solve(backward, SaveAt.End).Events.Select(located => located.Time / Math.PI), Is.EqualTo([-1.5]).Within(1e-10));
    }

    [Test]
    public void A_terminal_event_ends_the_trajectory_with_its_time_and_state()
    {
        InitialValueProblem problem = TestProblems.Oscillator(10).WithEvent(EventFunction.Stop("zero", Position, 0));

        Solution atTimes = Integrator.Solve(problem, SaveAt.Times([0.5, 1, 1.6, 2]));
        Solution everyStep = Integrator.Solve(problem, SaveAt.EveryStep);
        Solution end = Integrator.Solve(problem, SaveAt.End);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(atTimes.Outcome, Is.EqualTo(SolveOutcome.StoppedByEvent));
            Assert.That(atTimes.Trajectory.Times, Is.EqualTo([0.5, 1, Math.PI / 2]).Within(1e-10));
            Assert.That(atTimes.Trajectory.LastState.ToArray(), Is.EqualTo([0.0, -1.0]).Within(1e-10));
            Assert.That(everyStep.Trajectory.Times, Is.Ordered.Ascending.And.Unique);
            Assert.That(everyStep.Trajectory.Times[^1], Is.EqualTo(atTimes.Trajectory.Times[^1]));
            Assert.That(end.Trajectory.Times, Is.EqualTo([everyStep.Trajectory.Times[^1]]));
        }
    }

    [Test]
    public void Events_of_one_step_come_in_the_order_of_time_and_a_terminal_one_cuts_off_the_later()
    {
        InitialValueProblem problem = TestProblems.Problem(new FunctionSystem(1, (_, _, dx) => dx[0] = 1), [0], 10)
            .WithEvent(EventFunction.Crossing("late", Position, 0.9))
            .WithEvent(EventFunction.Stop("stop", Position, 0.6))
            .WithEvent(EventFunction.Crossing("with-the-stop", Position, 0.6))
            .WithEvent(EventFunction.Crossing("early", Position, 0.3));

        Solution solution = StepIntegrators.RungeKutta4(1).Solve(problem, SaveAt.EveryStep);

        Assert.That(solution.Events.Select(located => located.Name), Is.EqualTo(["early", "stop", "with-the-stop"]));
        Assert.That(solution.Trajectory.Times, Is.EqualTo([0, 0.6]).Within(1e-15));
    }

    [Test]
    public void A_zero_at_the_start_is_no_event()
    {
        InitialValueProblem problem = TestProblems.Oscillator(4).WithEvent(EventFunction.Crossing("velocity", (_, x) => x[1], 0));

        Assert.That(Integrator.Solve(problem, SaveAt.End).Events.Select(located => located.Time), Is.EqualTo([Math.PI]).Within(1e-10));
    }

    [Test]
    public void A_zero_exactly_at_a_knot_is_one_event()
    {
        InitialValueProblem problem = TestProblems.Problem(new FunctionSystem(1, (_, _, dx) => dx[0] = 1), [0], 4)
            .WithEvent(EventFunction.Crossing("two", Position, 2))
            .WithEvent(EventFunction.Crossing("end", Position, 4));

        Solution solution = StepIntegrators.GradientDescent(1).Solve(problem, SaveAt.End);

        Assert.That(solution.Events.Select(located => (located.Name, located.Time)), Is.EqualTo([("two", 2.0), ("end", 4.0)]));
    }

    [Test]
    public void A_stop_at_a_saved_time_is_saved_once()
    {
        InitialValueProblem problem = TestProblems.Problem(new FunctionSystem(1, (_, _, dx) => dx[0] = 1), [0], 4)
            .WithEvent(EventFunction.Stop("two", Position, 2));

        Assert.That(StepIntegrators.GradientDescent(1).Solve(problem, SaveAt.Times([1, 2, 3])).Trajectory.Times, Is.EqualTo([1.0, 2.0]));
        Assert.That(StepIntegrators.GradientDescent(1).Solve(problem, SaveAt.EveryStep).Trajectory.Times, Is.EqualTo([0.0, 1.0, 2.0]));
    }

    [Test]
    public void An_event_function_that_is_NaN_has_no_events()
    {
        InitialValueProblem problem = TestProblems.Decay(3).WithEvent(new("nan", (_, x) => Math.Log(x[0] - 1), EventDirection.Any, IsTerminal: true));

        Assert.That(Integrator.Solve(problem, SaveAt.End).Outcome, Is.EqualTo(SolveOutcome.Completed));
    }

    [FsCheck.NUnit.Property(MaxTest = 50)]
    public bool Watching_events_never_changes_the_steps(byte level)
    {
        InitialValueProblem problem = TestProblems.Oscillator(7);
        Solution plain = Integrator.Solve(problem, SaveAt.End);
        Solution watched = Integrator.Solve(problem.WithEvent(EventFunction.Crossing("level", Position, (level / 128.0) - 1)), SaveAt.End);

        return watched.Statistics == plain.Statistics && watched.Trajectory.LastState.SequenceEqual(plain.Trajectory.LastState);
    }
}
