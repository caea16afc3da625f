using PluginLab.Dynamics;

namespace PluginLab.Abstractions.Tests.Dynamics.Ensembles;

/// <summary>What a record of results refuses, and what it holds before anything is written.</summary>
public sealed class EnsembleRecordTests
{
    private static readonly IDynamicsSystem Still = DynamicsSystem.FromFunction(2, (_, _) => [0, 0]);
    private static readonly IStateFunction<double> First = StateFormula.FromFunction((_, x) => x[0]);
    private static readonly EnsembleOutput Everything = new() { Times = [0.5, 1], Observables = [First], Reductions = [new(First, ReductionKind.Maximum)] };

    [Test]
    public void A_trajectory_of_which_nothing_is_written_counts_as_cancelled_at_its_start()
    {
        EnsembleSolution solution = Record().ToSolution();

        Assert.That((solution.Outcome(1), solution.FinalTime(1), solution.IsSuccessful(1)), Is.EqualTo((SolveOutcome.Cancelled, 0.25, false)));
        Assert.That(solution.FinalState(1).ToArray(), Is.EqualTo([3.0, 4.0]));
        Assert.That(solution.StatisticsOf(1), Is.EqualTo(new SolveStatistics(0, 0, 0)));
        Assert.That(solution.Observed(0, 1).ToArray(), Is.EqualTo([double.NaN, double.NaN]));
        Assert.That((solution.Reduced(0, 1), solution.EventTime("half", 1)), Is.EqualTo((double.NaN, double.NaN)));
    }

    [Test]
    public void Of_two_times_of_an_event_the_first_that_is_written_counts()
    {
        EnsembleRecord record = Record();
        record.Happened(0, 1, 0.5);
        record.Happened(0, 1, 0.75);

        Assert.That(record.ToSolution().EventTimes("half"), Is.EqualTo([double.NaN, 0.5]));
    }

    [Test]
    public void Work_beyond_the_range_of_small_whole_numbers_adds_up()
    {
        const long Many = 3_000_000_000;
        EnsembleRecord record = Record();
        record.End(0, SolveOutcome.Completed, 1, [0, 0], new SolveStatistics(Many, Many + 1, 7 * Many));
        record.End(1, SolveOutcome.Completed, 1, [0, 0], new SolveStatistics(1, 2, 3));

        Assert.That(record.ToSolution().StatisticsOf(0), Is.EqualTo(new SolveStatistics(Many, Many + 1, 7 * Many)));
        Assert.That(record.ToSolution().Statistics, Is.EqualTo(new SolveStatistics(Many + 1, Many + 3, (7 * Many) + 3)));
    }

    [TestCase(new[] { 0.5, double.NaN }, "The time to observe at with index 1 is NaN; it must be finite.")]
    [TestCase(new[] { double.PositiveInfinity }, "The time to observe at with index 0 is Infinity; it must be finite.")]
    [TestCase(new[] { 0.5, 0.5 }, "The times to observe at must strictly grow, as time runs forward; 0.5 is followed by 0.5.")]
    [TestCase(new[] { 0.5, 1, 0.7 }, "The times to observe at must strictly grow, as time runs forward; 1 is followed by 0.7.")]
    [TestCase(new double[0], "Observables are evaluated at times, and there are none: set the times of the output.")]
    public void Times_out_of_order_are_refused(double[] times, string sentence) => Assert.That(
        () => new EnsembleRecord(Two(), Everything with { Times = times }),
        Throws.ArgumentException.With.Property("ParamName").EqualTo("output").And.Message.StartsWith(sentence));

    [Test]
    public void Times_that_grow_are_refused_where_time_runs_backward() => Assert.That(
        () => new EnsembleRecord(new(Still, [1, 2], 1, 0), Everything),
        Throws.ArgumentException.With.Message.StartsWith("The times to observe at must strictly fall, as time runs backward; 0.5 is followed by 1."));

    [Test]
    public void A_negative_number_of_threads_is_refused() => Assert.That(
        () => new EnsembleOutput { MaximumThreads = -1 },
        Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("The number of threads must be positive, or 0 for one per processor."));

    [Test]
    public void A_state_of_another_dimension_is_refused() => Assert.That(
        () => Record().End(1, SolveOutcome.Completed, 1, [1, 2, 3], default),
        Throws.ArgumentException.With.Message.StartsWith("The state of trajectory 1 has 3 components; the system has dimension 2."));

    [Test]
    public void What_is_not_there_cannot_be_written()
    {
        EnsembleRecord record = Record();
        (Action Write, string Sentence)[] cases =
        [
            (() => record.End(2, SolveOutcome.Completed, 1, [1, 2], default), "There is no such trajectory; the ensemble has 2, counted from 0."),
            (() => record.Happened(0, 2, 1), "There is no such trajectory; the ensemble has 2, counted from 0."),
            (() => record.Happened(1, 0, 1), "There is no such event; there are 1, counted from 0."),
            (() => record.Reduce(1, 0, 1), "There is no such reduction; there are 1, counted from 0."),
            (() => record.ObservedOf(1, 0), "There is no such observable; there are 1, counted from 0."),
        ];
        foreach ((Action write, string sentence) in cases)
        {
            Assert.That(write, Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith(sentence));
        }
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(250)]
    public void Progress_is_reported_as_another_hundredth_is_done_and_last_as_one(int count)
    {
        Fractions fractions = new();
        EnsembleRecord record = new(new(Still, new double[2 * count], 0, 1), new EnsembleOutput { Progress = fractions });
        for (int i = 0; i < count; i++)
        {
            record.Finish(1);
        }

        Assert.That(fractions.Reported, Is.Ordered.Ascending.And.Unique);
        Assert.That((fractions.Reported.Count, fractions.Reported[^1]), Is.EqualTo((Math.Min(count, 100), 1.0)));
    }

    private static Ensemble Two() => new Ensemble(Still, [1, 2, 3, 4], 0.25, 1).WithEvent(EnsembleEvent.Crossing("half", First, 0.5));

    private static EnsembleRecord Record() => new(Two(), Everything);

    private sealed class Fractions : IProgress<double>
    {
        public List<double> Reported { get; } = [];

        public void Report(double value) => Reported.Add(value);
    }
}
