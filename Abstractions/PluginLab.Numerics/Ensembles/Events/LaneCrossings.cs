using System.Numerics;
using System.Runtime.Intrinsics;
using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Ensembles.Methods;

namespace PluginLab.Numerics.Ensembles.Events;

/// <summary>Steps with events that wait until there is one for each lane: then all are located at once.</summary>
/// <remarks>A trajectory that an event stops is done with them; any other goes on meanwhile, since where an event lies does not change its course.</remarks>
internal sealed class LaneCrossings
{
    private readonly EnsembleRun run;
    private readonly LaneTrajectories waiting;
    private readonly LaneDenseOutput denseOutput;
    private readonly LaneRootFinder rootFinder = new();
    private readonly SolveStatistics[] work = new SolveStatistics[Lanes.Count];
    private readonly double[] state;

    // The time of each event, and after them when a trajectory stops.
    private readonly LaneMemory times;
    private int count;
    private uint stopping;
    private uint searched;

    public LaneCrossings(EnsembleRun run)
    {
        this.run = run;
        waiting = new LaneTrajectories(run);
        denseOutput = run.Method.CreateDenseOutput();
        state = new double[run.Ensemble.System.Dimension];
        times = new LaneMemory(waiting.Events.Count + 1);
    }

    private Span<Vector512<double>> StopTimes => times.Vectors(waiting.Events.Count);

    /// <summary>Takes over the last step of a trajectory.</summary>
    /// <param name="trajectories">Where it is.</param>
    /// <param name="lane">Its lane.</param>
    /// <param name="solved">The work of its solve so far.</param>
    public void Add(LaneTrajectories trajectories, int lane, SolveStatistics solved)
    {
        waiting.TakeStep(trajectories, lane, count);
        work[count] = solved;
        stopping |= ((trajectories.Events.Stopping >> lane) & 1) << count;
        searched |= ((trajectories.Events.Searched >> lane) & 1) << count;
        count++;
        if (count == Lanes.Count)
        {
            Locate();
        }
    }

    /// <summary>Locates the events of all steps that wait, and ends the trajectories that they stop.</summary>
    public void Locate()
    {
        denseOutput.Start(waiting.Step);
        for (int i = 0; i < waiting.Events.Count; i++)
        {
            if (waiting.Events.Crossed(i) != 0)
            {
                Locate(i);
            }
        }

        for (int slot = 0; slot < count; slot++)
        {
            Report(slot, run.Direction);
        }

        if (stopping != 0)
        {
            Stop();
        }

        (count, stopping, searched) = (0, 0, 0);
        waiting.Events.Forget();
    }

    private void Locate(int index)
    {
        (LaneStep step, LaneEvents events) = (waiting.Step, waiting.Events);
        uint between = events.Crossed(index) & ~LaneMask.OfZero(events.After(index));
        rootFinder.Start(between, step.Time, events.Before(index), step.EndTime, events.After(index));
        while (rootFinder.IsSearching)
        {
            denseOutput.Interpolate(step, rootFinder.Next);
            events.EvaluateWithin(index, step, rootFinder.Next, rootFinder.NextValue);
            rootFinder.Narrow();
        }

        step.EndTime.CopyTo(times.Vectors(index));
        LaneMask.Copy(between, rootFinder.Next, times.Vectors(index));
    }

    /// <summary>Records the events of a step that are not later than the first that stops.</summary>
    private void Report(int slot, double direction)
    {
        double stop = direction * double.PositiveInfinity;
        for (int i = 0; i < waiting.Events.Count; i++)
        {
            double time = times.Values(i)[slot];
            stop = waiting.Events.IsTerminal(i) && Happened(i, slot) && direction * time < direction * stop ? time : stop;
        }

        for (int i = 0; i < waiting.Events.Count; i++)
        {
            double time = times.Values(i)[slot];
            if (Happened(i, slot) && direction * time <= direction * stop)
            {
                run.Record.Happened(i, waiting.Numbers[slot], time);
            }
        }

        times.Values(waiting.Events.Count)[slot] = stop;
    }

    private bool Happened(int index, int slot) => ((waiting.Events.Crossed(index) >> slot) & 1) != 0;

    private void Stop()
    {
        LaneStep step = waiting.Step;
        uint within = waiting.Observations.Advance(stopping, step, StopTimes, waiting.Numbers) & ~searched;
        denseOutput.Interpolate(step, StopTimes);
        for (; stopping != 0; stopping &= stopping - 1)
        {
            int slot = BitOperations.TrailingZeroCount(stopping);
            LaneMemory.CopyLane(slot, step.Work, state);
            run.Record.End(waiting.Numbers[slot], SolveOutcome.StoppedByEvent, times.Values(waiting.Events.Count)[slot], state, Count(within >> slot, work[slot]));
        }
    }

    private SolveStatistics Count(uint isWithin, SolveStatistics solved) =>
        (isWithin & 1) == 0 ? solved : solved with { DerivativeEvaluations = solved.DerivativeEvaluations + run.Method.EvaluationsWithin };
}
