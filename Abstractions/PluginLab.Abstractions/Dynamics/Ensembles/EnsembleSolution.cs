namespace PluginLab.Dynamics;

/// <summary>What became of every trajectory of an ensemble.</summary>
/// <remarks>For the sentence that explains a failure, solve <see cref="Ensemble.Problem"/> of that trajectory alone: it ends the same way.</remarks>
public sealed class EnsembleSolution
{
    private readonly EnsembleRecord record;

    internal EnsembleSolution(EnsembleRecord record)
    {
        this.record = record;
        for (int i = 0; i < Count; i++)
        {
            SolveStatistics work = StatisticsOf(i);
            Statistics = new(
                Statistics.AcceptedSteps + work.AcceptedSteps, Statistics.RejectedSteps + work.RejectedSteps, Statistics.DerivativeEvaluations + work.DerivativeEvaluations);
        }
    }

    /// <summary>Number of trajectories.</summary>
    public int Count => record.Ensemble.Count;

    /// <summary>The work of all trajectories, each counted as if it were solved alone.</summary>
    public SolveStatistics Statistics { get; } = new(0, 0, 0);

    /// <summary>How a trajectory ended.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trajectory.</exception>
    public SolveOutcome Outcome(int trajectory) => record.Outcomes[record.Ensemble.Require(trajectory)];

    /// <summary>Whether a trajectory reached the end of its interval or a terminal event.</summary>
    /// <inheritdoc cref="Outcome"/>
    public bool IsSuccessful(int trajectory) => Outcome(trajectory) is SolveOutcome.Completed or SolveOutcome.StoppedByEvent;

    /// <summary>How many trajectories ended that way.</summary>
    public int CountOf(SolveOutcome outcome) => record.Outcomes.Count(candidate => candidate == outcome);

    /// <summary>The last time that a trajectory reached.</summary>
    /// <inheritdoc cref="Outcome"/>
    public double FinalTime(int trajectory) => record.FinalTimes[record.Ensemble.Require(trajectory)];

    /// <summary>The state at <see cref="FinalTime"/>.</summary>
    /// <inheritdoc cref="Outcome"/>
    public ReadOnlySpan<double> FinalState(int trajectory) =>
        record.FinalStates.AsSpan(record.Ensemble.Require(trajectory) * record.Ensemble.System.Dimension, record.Ensemble.System.Dimension);

    /// <summary>The work of one trajectory, as if it were solved alone.</summary>
    /// <inheritdoc cref="Outcome"/>
    public SolveStatistics StatisticsOf(int trajectory) =>
        new(record.AcceptedSteps[record.Ensemble.Require(trajectory)], record.RejectedSteps[trajectory], record.DerivativeEvaluations[trajectory]);

    /// <summary>Time of the first event of that name on a trajectory; NaN if it did not happen.</summary>
    /// <exception cref="ArgumentException">The ensemble has no event of that name, or no such trajectory.</exception>
    public double EventTime(string name, int trajectory) => record.EventTimes[(IndexOfEvent(name) * Count) + record.Ensemble.Require(trajectory)];

    /// <summary>Time of the first event of that name on every trajectory; NaN where it did not happen.</summary>
    /// <exception cref="ArgumentException">The ensemble has no event of that name.</exception>
    public IReadOnlyList<double> EventTimes(string name) => new ArraySegment<double>(record.EventTimes, IndexOfEvent(name) * Count, Count);

    /// <summary>The values of an observable of <see cref="EnsembleOutput.Observables"/> at <see cref="EnsembleOutput.Times"/>; NaN at times that the trajectory did not reach.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such observable or trajectory.</exception>
    public ReadOnlySpan<double> Observed(int observable, int trajectory) => record.ObservedOf(observable, trajectory);

    /// <summary>The value of a reduction of <see cref="EnsembleOutput.Reductions"/>; NaN for a trajectory that was cancelled at its start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such reduction or trajectory.</exception>
    public double Reduced(int reduction, int trajectory) => record.ReducedOf(reduction, trajectory);

    private int IndexOfEvent(string name) => record.IndexOfEvent(name) is >= 0 and int index
        ? index
        : throw new ArgumentException(
            $"The ensemble has no event '{name}'; it has {(record.Ensemble.Events.Count == 0 ? "none" : string.Join(", ", record.Ensemble.Events.Select(known => $"'{known.Name}'")))}.",
            nameof(name));
}
