namespace PluginLab.Dynamics;

/// <summary>What became of every trajectory of an ensemble.</summary>
/// <remarks>For the sentence that explains a failure, solve <see cref="Ensemble.Problem"/> of that trajectory alone: it ends the same way.</remarks>
public sealed class EnsembleSolution
{
    private readonly EnsembleRecord record;
    private readonly Dictionary<string, int> eventIndices = [];

    internal EnsembleSolution(EnsembleRecord record)
    {
        this.record = record;
        for (int i = 0; i < record.Ensemble.Events.Count; i++)
        {
            eventIndices.TryAdd(record.Ensemble.Events[i].Name, i);
        }

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
    public SolveOutcome Outcome(int trajectory) => record.Outcomes[trajectory];

    /// <summary>Whether a trajectory reached the end of its interval or a terminal event.</summary>
    public bool IsSuccessful(int trajectory) => Outcome(trajectory) is SolveOutcome.Completed or SolveOutcome.StoppedByEvent;

    /// <summary>How many trajectories ended that way.</summary>
    public int CountOf(SolveOutcome outcome) => record.Outcomes.Count(candidate => candidate == outcome);

    /// <summary>The last time that a trajectory reached.</summary>
    public double FinalTime(int trajectory) => record.FinalTimes[trajectory];

    /// <summary>The state at <see cref="FinalTime"/>.</summary>
    public ReadOnlySpan<double> FinalState(int trajectory) =>
        record.FinalStates.AsSpan(trajectory * record.Ensemble.System.Dimension, record.Ensemble.System.Dimension);

    /// <summary>The work of one trajectory, as if it were solved alone.</summary>
    public SolveStatistics StatisticsOf(int trajectory) =>
        new(record.AcceptedSteps[trajectory], record.RejectedSteps[trajectory], record.DerivativeEvaluations[trajectory]);

    /// <summary>Time of the first event of that name on a trajectory; NaN if it did not happen.</summary>
    /// <exception cref="ArgumentException">The ensemble has no event of that name.</exception>
    public double EventTime(string name, int trajectory) => record.EventTimes[(IndexOfEvent(name) * Count) + trajectory];

    /// <summary>Time of the first event of that name on every trajectory; NaN where it did not happen.</summary>
    /// <exception cref="ArgumentException">The ensemble has no event of that name.</exception>
    public IReadOnlyList<double> EventTimes(string name) => new ArraySegment<double>(record.EventTimes, IndexOfEvent(name) * Count, Count);

    /// <summary>The values of an observable of <see cref="EnsembleOutput.Observables"/> at <see cref="EnsembleOutput.Times"/>; NaN at times that the trajectory did not reach.</summary>
    public ReadOnlySpan<double> Observed(int observable, int trajectory) => record.ObservedOf(observable, trajectory);

    /// <summary>The value of a reduction of <see cref="EnsembleOutput.Reductions"/>.</summary>
    public double Reduced(int reduction, int trajectory) => record.Reduced[(reduction * Count) + trajectory];

    private int IndexOfEvent(string name) => eventIndices.TryGetValue(name, out int index)
        ? index
        : throw new ArgumentException($"The ensemble has no event '{name}'; it has {(eventIndices.Count == 0 ? "none" : string.Join(", ", eventIndices.Keys))}.", nameof(name));
}
