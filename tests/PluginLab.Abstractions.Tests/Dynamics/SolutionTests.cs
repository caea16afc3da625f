using PluginLab.Dynamics;

namespace PluginLab.Abstractions.Tests.Dynamics;

public sealed class SolutionTests
{
    [TestCase(SolveOutcome.Completed, true)]
    [TestCase(SolveOutcome.StoppedByEvent, true)]
    [TestCase(SolveOutcome.MaxStepsReached, false)]
    [TestCase(SolveOutcome.StepSizeUnderflow, false)]
    [TestCase(SolveOutcome.NonFiniteState, false)]
    [TestCase(SolveOutcome.Cancelled, false)]
    public void Only_the_trajectory_of_a_success_can_be_had_without_asking(SolveOutcome outcome, bool isSuccessful)
    {
        Solution solution = Ended(outcome);

        Assert.That(solution.IsSuccessful, Is.EqualTo(isSuccessful));
        Assert.That(
            () => solution.Trajectory,
            isSuccessful ? Is.SameAs(solution.PartialTrajectory) : Throws.TypeOf<IntegrationFailedException>().With.Message.EqualTo("Why.").And.Property("Outcome").EqualTo(outcome));
    }

    [Test]
    public void The_first_event_of_a_name_counts_and_a_missing_one_is_NaN()
    {
        Solution solution = Ended(SolveOutcome.Completed) with { Events = [new("a", 1, [0]), new("b", 2, [0]), new("b", 3, [0])] };

        Assert.That(solution.EventTime("b"), Is.EqualTo(2));
        Assert.That(solution.EventTime("c"), Is.NaN);
    }

    [Test]
    public void A_trajectory_with_more_times_than_states_is_refused() =>
        Assert.That(() => new Trajectory([0, 1], [[1.0]]), Throws.ArgumentException.With.Message.StartsWith("2 times but 1 states."));

    [Test]
    public void An_empty_trajectory_has_no_last_state() =>
        Assert.That(() => new Trajectory([], []).LastState.Length, Throws.InvalidOperationException.With.Message.EqualTo("The trajectory is empty."));

    [Test]
    public void Observables_are_evaluated_at_times_and_states() =>
        Assert.That(new Trajectory([1, 2], [[10.0], [20.0]]).Observe((time, state) => time + state[0]), Is.EqualTo([11.0, 22.0]));

    private static Solution Ended(SolveOutcome outcome) => new()
    {
        Outcome = outcome,
        Diagnostic = "Why.",
        PartialTrajectory = new Trajectory([0], [[1.0]]),
        Statistics = new SolveStatistics(0, 0, 0),
    };
}
