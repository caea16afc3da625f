using PluginLab.Dynamics;

namespace PluginLab.Abstractions.Tests.Dynamics.Ensembles;

public sealed class EnsembleSolutionTests
{
    private static readonly IDynamicsSystem Still = DynamicsSystem.FromFunction(1, (_, _) => [0]);
    private static readonly IStateFunction<double> First = StateFormula.FromFunction((_, x) => x[0]);

    [Test]
    public void The_solution_is_what_was_written()
    {
        EnsembleRecord record = new(Three(), Output);
        record.End(2, SolveOutcome.StoppedByEvent, 0.75, [8], new(5, 2, 40));
        record.End(0, SolveOutcome.Completed, 1, [9], new(3, 0, 20));
        record.Happened(1, 2, 0.75);
        record.Reduce(1, 2, -4);
        record.ObservedOf(1, 2)[0] = 6;
        EnsembleSolution solution = record.ToSolution();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((solution.Count, solution.Outcome(2), solution.FinalTime(2), solution.FinalState(2)[0]), Is.EqualTo((3, SolveOutcome.StoppedByEvent, 0.75, 8.0)));
            Assert.That((solution.StatisticsOf(2), solution.Statistics), Is.EqualTo((new SolveStatistics(5, 2, 40), new SolveStatistics(8, 2, 60))));
            Assert.That(Enumerable.Range(0, 3).Select(solution.IsSuccessful), Is.EqualTo([true, false, true]));
            Assert.That(Enum.GetValues<SolveOutcome>().ToDictionary(outcome => outcome, solution.CountOf)[SolveOutcome.Cancelled], Is.EqualTo(1));
            Assert.That((solution.EventTime("stop", 2), solution.Reduced(1, 2), solution.Observed(1, 2)[0]), Is.EqualTo((0.75, -4.0, 6.0)));
            Assert.That(solution.EventTimes("stop"), Is.EqualTo([double.NaN, double.NaN, 0.75]));
        }
    }

    [Test]
    public void An_event_that_is_not_there_is_refused_and_those_that_are_named() => Assert.That(
        () => new EnsembleRecord(Three(), Output).ToSolution().EventTimes("halt"),
        Throws.ArgumentException.With.Message.StartsWith("The ensemble has no event 'halt'; it has 'half', 'stop'."));

    [Test]
    public void An_event_of_an_ensemble_without_events_is_refused() => Assert.That(
        () => new EnsembleRecord(new(Still, [1], 0, 1), Output).ToSolution().EventTime("halt", 0),
        Throws.ArgumentException.With.Message.StartsWith("The ensemble has no event 'halt'; it has none."));

    [TestCase(-1)]
    [TestCase(3)]
    public void A_trajectory_that_is_not_there_is_refused(int trajectory)
    {
        EnsembleSolution solution = new EnsembleRecord(Three(), Output).ToSolution();
        Action[] questions =
        [
            () => solution.Outcome(trajectory), () => solution.IsSuccessful(trajectory), () => solution.FinalTime(trajectory), () => solution.FinalState(trajectory),
            () => solution.StatisticsOf(trajectory), () => solution.EventTime("half", trajectory), () => solution.Observed(0, trajectory), () => solution.Reduced(0, trajectory),
        ];
        foreach (Action question in questions)
        {
            Assert.That(question, Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("There is no such trajectory; the ensemble has 3, counted from 0."));
        }
    }

    [TestCase(-1)]
    [TestCase(2)]
    public void An_observable_or_a_reduction_that_is_not_there_is_refused(int index)
    {
        EnsembleSolution solution = new EnsembleRecord(Three(), Output).ToSolution();

        Assert.That(() => solution.Observed(index, 0), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("There is no such observable; there are 2, counted from 0."));
        Assert.That(() => solution.Reduced(index, 0), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("There is no such reduction; there are 2, counted from 0."));
    }

    private static EnsembleOutput Output => new()
    {
        Times = [0.5],
        Observables = [First, First],
        Reductions = [new(First, ReductionKind.Minimum), new(First, ReductionKind.Maximum)],
    };

    private static Ensemble Three() => new Ensemble(Still, [1, 2, 3], 0, 1)
        .WithEvent(EnsembleEvent.Crossing("half", First, 0.5)).WithEvent(EnsembleEvent.Stop("stop", First, 0.75));
}
