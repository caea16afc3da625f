namespace PluginLab.Dynamics;

/// <summary>Collects what an ensemble integrator finds. Trajectories may be written from several threads, each from one at a time.</summary>
/// <remarks>A trajectory of which nothing is written counts as cancelled at its start.</remarks>
public sealed class EnsembleRecord
{
    /// <summary>Sets memory aside for all that an output asks for.</summary>
    /// <exception cref="ArgumentException">Observables are asked for without times, or the times are not finite and strictly monotone in the direction of integration.</exception>
    public EnsembleRecord(Ensemble ensemble, EnsembleOutput output)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(output);
        (Ensemble, Output) = (ensemble, output);
        CheckTimes();
        int count = ensemble.Count;
        Outcomes = new SolveOutcome[count];
        Array.Fill(Outcomes, SolveOutcome.Cancelled);
        FinalTimes = new double[count];
        Array.Fill(FinalTimes, ensemble.StartTime);
        FinalStates = new double[count * ensemble.System.Dimension];
        AcceptedSteps = new int[count];
        RejectedSteps = new int[count];
        DerivativeEvaluations = new int[count];
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

    internal int[] AcceptedSteps { get; }

    internal int[] RejectedSteps { get; }

    internal int[] DerivativeEvaluations { get; }

    internal double[] EventTimes { get; }

    internal double[] Reduced { get; }

    private double[] Observations { get; }

    /// <summary>Writes how a trajectory ended.</summary>
    public void End(int trajectory, SolveOutcome outcome, double time, ReadOnlySpan<double> state, SolveStatistics work)
    {
        (Outcomes[trajectory], FinalTimes[trajectory]) = (outcome, time);
        state.CopyTo(FinalStates.AsSpan(trajectory * state.Length, state.Length));
        AcceptedSteps[trajectory] = checked((int)work.AcceptedSteps);
        RejectedSteps[trajectory] = checked((int)work.RejectedSteps);
        DerivativeEvaluations[trajectory] = checked((int)work.DerivativeEvaluations);
    }

    /// <summary>Writes the time of an event, counted as in <see cref="Ensemble.Events"/>, unless an earlier one is there.</summary>
    public void Happened(int eventIndex, int trajectory, double time)
    {
        ref double first = ref EventTimes[(eventIndex * Ensemble.Count) + trajectory];
        first = double.IsNaN(first) ? time : first;
    }

    /// <summary>Where the values of an observable at the requested times belong.</summary>
    public Span<double> ObservedOf(int observable, int trajectory) =>
        Observations.AsSpan(((trajectory * Output.Observables.Count) + observable) * Output.Times.Count, Output.Times.Count);

    /// <summary>Writes the value of a reduction.</summary>
    public void Reduce(int reduction, int trajectory, double value) => Reduced[(reduction * Ensemble.Count) + trajectory] = value;

    /// <summary>The solution, when all is written.</summary>
    public EnsembleSolution ToSolution() => new(this);

    private static double[] CreateNaN(long length)
    {
        double[] values = new double[length];
        Array.Fill(values, double.NaN);
        return values;
    }

    private void CheckTimes()
    {
        if (Output.Observables.Count > 0 && Output.Times.Count == 0)
        {
            throw new ArgumentException("Observables are evaluated at times; none are given.", nameof(Output));
        }

        if (Output.Times.Count > 1)
        {
            bool isBackward = Enumerable.Range(0, Ensemble.Count).Any(i => Ensemble.EndTime(i) < Ensemble.StartTime);
            SaveAt times = SaveAt.Times(Output.Times);
            if (isBackward != (times.RequestedTimes[1] < times.RequestedTimes[0]))
            {
                throw new ArgumentException("The times to observe at run against the direction of integration.", nameof(Output));
            }
        }
    }
}
