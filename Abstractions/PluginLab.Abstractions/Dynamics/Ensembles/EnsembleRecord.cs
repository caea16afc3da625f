namespace PluginLab.Dynamics;

/// <summary>Collects what an ensemble integrator finds. Trajectories may be written from several threads, each from one at a time.</summary>
/// <remarks>A trajectory of which nothing is written counts as cancelled at its start. Indices that are not there are refused with an <see cref="ArgumentOutOfRangeException"/>.</remarks>
public sealed class EnsembleRecord
{
    private const int ReportsOfProgress = 100;
    private readonly Lock reporting = new();
    private int done;
    private int reported;

    /// <summary>Sets memory aside for all that an output asks for.</summary>
    /// <exception cref="ArgumentException">Observables are asked for without times, or the times are not finite and strictly monotone in the direction of integration.</exception>
    public EnsembleRecord(Ensemble ensemble, EnsembleOutput output)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(output);
        (Ensemble, Output) = (ensemble, output);
        ObservationTimes.Require(ensemble, output);
        int count = ensemble.Count;
        Outcomes = new SolveOutcome[count];
        Array.Fill(Outcomes, SolveOutcome.Cancelled);
        FinalTimes = new double[count];
        Array.Fill(FinalTimes, ensemble.StartTime);
        FinalStates = new double[count * ensemble.System.Dimension];
        AcceptedSteps = new long[count];
        RejectedSteps = new long[count];
        DerivativeEvaluations = new long[count];
        EventTimes = CreateNaN(ensemble.Events.Count * (long)count);
        Observations = CreateNaN((long)output.Observables.Count * output.Times.Count * count);
        Reduced = CreateNaN(output.Reductions.Count * (long)count);
        for (int i = 0; i < count; i++)
        {
            ensemble.InitialState(i).CopyTo(FinalStates.AsSpan(i * ensemble.System.Dimension));
        }
    }

    /// <summary>What is solved.</summary>
    public Ensemble Ensemble { get; }

    /// <summary>What is kept.</summary>
    public EnsembleOutput Output { get; }

    internal SolveOutcome[] Outcomes { get; }

    internal double[] FinalTimes { get; }

    internal double[] FinalStates { get; }

    internal long[] AcceptedSteps { get; }

    internal long[] RejectedSteps { get; }

    internal long[] DerivativeEvaluations { get; }

    internal double[] EventTimes { get; }

    private double[] Observations { get; }

    private double[] Reduced { get; }

    /// <summary>Writes how a trajectory ended.</summary>
    /// <exception cref="ArgumentException">The state has another number of components than the system.</exception>
    public void End(int trajectory, SolveOutcome outcome, double time, ReadOnlySpan<double> state, SolveStatistics work)
    {
        int dimension = Ensemble.System.Dimension;
        if (state.Length != dimension)
        {
            throw new ArgumentException($"The state of trajectory {trajectory} has {state.Length} components; the system has dimension {dimension}.", nameof(state));
        }

        (Outcomes[Ensemble.Require(trajectory)], FinalTimes[trajectory]) = (outcome, time);
        state.CopyTo(FinalStates.AsSpan(trajectory * dimension, dimension));
        AcceptedSteps[trajectory] = work.AcceptedSteps;
        RejectedSteps[trajectory] = work.RejectedSteps;
        DerivativeEvaluations[trajectory] = work.DerivativeEvaluations;
    }

    /// <summary>Writes the time of an event, counted as in <see cref="Ensemble.Events"/>, unless an earlier one is there.</summary>
    public void Happened(int eventIndex, int trajectory, double time)
    {
        ref double first = ref EventTimes[(Require(eventIndex, Ensemble.Events.Count, "event") * Ensemble.Count) + Ensemble.Require(trajectory)];
        first = double.IsNaN(first) ? time : first;
    }

    /// <summary>Where the values of an observable at the requested times belong.</summary>
    public Span<double> ObservedOf(int observable, int trajectory)
    {
        int count = Output.Observables.Count;
        return Observations.AsSpan(((Ensemble.Require(trajectory) * count) + Require(observable, count, "observable")) * Output.Times.Count, Output.Times.Count);
    }

    /// <summary>Writes the value of a reduction.</summary>
    public void Reduce(int reduction, int trajectory, double value) => ReducedOf(reduction, trajectory) = value;

    /// <summary>Counts trajectories as done, and reports progress each time another hundredth of them is.</summary>
    public void Finish(int trajectories)
    {
        if (Output.Progress is null)
        {
            return;
        }

        int total = Interlocked.Add(ref done, trajectories);
        if ((long)total * ReportsOfProgress / Ensemble.Count != (long)(total - trajectories) * ReportsOfProgress / Ensemble.Count)
        {
            Report(total);
        }
    }

    /// <summary>The solution, when all is written.</summary>
    public EnsembleSolution ToSolution() => new(this);

    /// <summary>Index of the event of a name; −1 if there is none.</summary>
    internal int IndexOfEvent(string name)
    {
        int index = Ensemble.Events.Count - 1;
        while (index >= 0 && Ensemble.Events[index].Name != name)
        {
            index--;
        }

        return index;
    }

    /// <summary>The value of a reduction.</summary>
    internal ref double ReducedOf(int reduction, int trajectory) =>
        ref Reduced[(Require(reduction, Output.Reductions.Count, "reduction") * Ensemble.Count) + Ensemble.Require(trajectory)];

    private static double[] CreateNaN(long length)
    {
        double[] values = new double[length];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static int Require(int index, int count, string what) => (uint)index < (uint)count
        ? index
        : throw new ArgumentOutOfRangeException(what, index, $"There is no such {what}; there are {count}, counted from 0.");

    private void Report(int total)
    {
        lock (reporting)
        {
            if (total > reported)
            {
                reported = total;
                Output.Progress?.Report((double)total / Ensemble.Count);
            }
        }
    }
}
