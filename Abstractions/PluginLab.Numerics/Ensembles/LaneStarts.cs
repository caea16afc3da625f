using System.Numerics;
using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Kernels;

namespace PluginLab.Numerics.Ensembles;

/// <summary>Trajectories that are ready to start, prepared as many at a time as there are lanes: a lane that falls free takes one over.</summary>
internal sealed class LaneStarts(EnsembleRecord record, TrajectoryQueue queue, LaneMethod method, ILaneController controller)
{
    private readonly Ensemble ensemble = record.Ensemble;
    private readonly LaneStep step = method.CreateStep();
    private readonly LaneProgress progress = new();
    private readonly int[] trajectories = new int[Lanes.Count];
    private Range block;
    private uint ready;

    /// <summary>Evaluations of the right-hand side that a start takes.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Moves the next start into a lane.</summary>
    /// <returns>Its trajectory; −1 if none is left.</returns>
    public int Take(LaneStep target, LaneProgress targetProgress, int lane)
    {
        while (ready == 0)
        {
            if (!Prepare())
            {
                return -1;
            }
        }

        int from = BitOperations.TrailingZeroCount(ready);
        ready &= ready - 1;
        target.TakeStart(step, from, lane);
        targetProgress.Take(progress, from, lane);
        return trajectories[from];
    }

    private bool Prepare()
    {
        block = block.Start.Value < block.End.Value ? block : queue.Take();
        int count = Math.Min(block.End.Value - block.Start.Value, Lanes.Count);
        if (count == 0)
        {
            return false;
        }

        for (int lane = 0; lane < Lanes.Count; lane++)
        {
            // Lanes without a trajectory of their own repeat the first.
            Place(block.Start.Value + (lane < count ? lane : 0), lane);
        }

        block = (block.Start.Value + count)..block.End;
        method.EvaluateStart(step);
        Evaluations = 1 + controller.Start(step, progress);
        ready = FindReady(count);
        return true;
    }

    private void Place(int trajectory, int lane)
    {
        trajectories[lane] = trajectory;
        step.Value(LaneStep.TimeRow, lane) = ensemble.StartTime;
        step.SetStart(lane, ensemble.InitialState(trajectory));
        step.SetParameters(lane, ensemble.ParameterCount == 0 ? method.DefaultParameters : ensemble.Parameters(trajectory));
        progress.Value(LaneProgress.IntervalEnd, lane) = ensemble.EndTime(trajectory);
    }

    /// <summary>The lanes from which a solve can go on; the others end here.</summary>
    private uint FindReady(int count)
    {
        uint finite = LaneMask.OfFinite(step.Slope(0));
        uint result = 0;
        for (int lane = 0; lane < count; lane++)
        {
            bool isEmpty = progress.Value(LaneProgress.IntervalEnd, lane) == ensemble.StartTime;
            uint bit = 1u << lane;
            if (!isEmpty && (finite & bit) != 0)
            {
                result |= bit;
                continue;
            }

            SolveStatistics work = new(0, 0, isEmpty ? 0 : 1);
            record.End(trajectories[lane], isEmpty ? SolveOutcome.Completed : SolveOutcome.NonFiniteState, ensemble.StartTime, ensemble.InitialState(trajectories[lane]), work);
            queue.Finish(1);
        }

        return result;
    }
}
