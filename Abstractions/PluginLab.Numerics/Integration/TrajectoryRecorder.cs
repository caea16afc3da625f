using PluginLab.Dynamics;
using PluginLab.Numerics.Integration.Methods;

namespace PluginLab.Numerics.Integration;

/// <summary>Keeps what <see cref="SaveAt"/> asks for as the steps of one solve go by. Looks on, and never steers.</summary>
internal sealed class TrajectoryRecorder
{
    private readonly SaveMode mode;
    private readonly double[] requestedTimes;
    private readonly double direction;
    private readonly TrajectoryBuilder points;
    private int next;

    /// <summary>Creates a recorder.</summary>
    /// <exception cref="ArgumentException">The requested times run against the direction of integration.</exception>
    public TrajectoryRecorder(SaveAt saveAt, InitialValueProblem problem)
    {
        mode = saveAt.Mode;
        requestedTimes = [.. saveAt.RequestedTimes];
        direction = Math.Sign(problem.EndTime - problem.StartTime);
        points = new TrajectoryBuilder(problem.System.Dimension, requestedTimes.Length);
        if (requestedTimes.Length > 1 && direction * (requestedTimes[1] - requestedTimes[0]) < 0)
        {
            throw new ArgumentException("The times to save at run against the direction of integration.", nameof(saveAt));
        }
    }

    /// <summary>Begins with the initial knot; requested times before it are never reached.</summary>
    public void Start(Knot first)
    {
        if (mode == SaveMode.EveryStep)
        {
            Save(first.Time, first.State);
        }

        while (next < requestedTimes.Length && (direction * (requestedTimes[next] - first.Time) < 0 || (direction == 0 && requestedTimes[next] != first.Time)))
        {
            next++;
        }

        if (next < requestedTimes.Length && requestedTimes[next] == first.Time)
        {
            Save(requestedTimes[next++], first.State);
        }
    }

    /// <summary>Saves what was asked for of an accepted step, up to a time within it.</summary>
    /// <param name="stepper">Gives the dense output of the step.</param>
    /// <param name="start">The start of the step.</param>
    /// <param name="end">The end of the step.</param>
    /// <param name="until">The end of the step, or the time of a terminal event.</param>
    /// <param name="knotTolerance">A requested time this close to a knot means the knot.</param>
    public void Advance(IStepper stepper, Knot start, Knot end, double until, double knotTolerance)
    {
        if (mode == SaveMode.EveryStep && until == end.Time)
        {
            Save(end.Time, end.State);
        }

        double reach = until == end.Time ? knotTolerance : 0;
        SaveAt(start, knotTolerance, until, reach);
        int within = next;
        while (IsReached(within, until, reach) && Math.Abs(requestedTimes[within] - end.Time) > knotTolerance)
        {
            within++;
        }

        if (within > next)
        {
            ReadOnlySpan<double> times = requestedTimes.AsSpan(next..within);
            stepper.Interpolate(start, end, times, points.Append(times));
            next = within;
        }

        SaveAt(end, knotTolerance, until, reach);
    }

    /// <summary>Saves the last point that was reached, if nothing was saved there and it was asked for.</summary>
    /// <param name="time">Its time.</param>
    /// <param name="state">Its state.</param>
    /// <param name="isStop">Whether a terminal event happened there, which is saved in every mode.</param>
    public void End(double time, ReadOnlySpan<double> state, bool isStop)
    {
        if (mode == SaveMode.End || (isStop && points.LastTime != time))
        {
            Save(time, state);
        }
    }

    /// <summary>What was saved.</summary>
    public Trajectory ToTrajectory() => points.ToTrajectory();

    private bool IsReached(int index, double until, double reach) =>
        index < requestedTimes.Length && direction * (requestedTimes[index] - until) <= reach;

    /// <summary>Saves a knot at the next requested times that mean it.</summary>
    private void SaveAt(Knot knot, double knotTolerance, double until, double reach)
    {
        while (IsReached(next, until, reach) && Math.Abs(requestedTimes[next] - knot.Time) <= knotTolerance)
        {
            Save(requestedTimes[next++], knot.State);
        }
    }

    private void Save(double time, ReadOnlySpan<double> state) => state.CopyTo(points.Append(time));
}
