using System.Numerics;
using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Ensembles.Methods;

namespace PluginLab.Numerics.Ensembles;

/// <summary>Trajectories that are ready to start, prepared as many at a time as there are lanes: a lane that falls free takes one over.</summary>
internal sealed class LaneStarts(EnsembleRun run)
{
    private readonly LaneTrajectories prepared = new(run);
    private Range block;
    private uint ready;

    /// <summary>Evaluations of the right-hand side that a start takes.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Moves the next start into a lane.</summary>
    /// <returns>Whether there was one left, and the solve is not cancelled.</returns>
    public bool TryMove(LaneTrajectories target, int lane)
    {
        while (ready == 0)
        {
            if (run.CancellationToken.IsCancellationRequested || !Prepare())
            {
                return false;
            }
        }

        int from = BitOperations.TrailingZeroCount(ready);
        ready &= ready - 1;
        target.TakeStart(prepared, from, lane);
        return true;
    }

    private bool Prepare()
    {
        block = block.Start.Value < block.End.Value ? block : run.Queue.Take();
        int first = block.Start.Value;
        int count = Math.Min(block.End.Value - first, Lanes.Count);
        if (count == 0)
        {
            return false;
        }

        for (int lane = 0; lane < Lanes.Count; lane++)
        {
            // Lanes without a trajectory of their own repeat the first.
            Place(first + (lane < count ? lane : 0), lane);
        }

        block = (first + count)..block.End;
        uint lanes = LaneMask.All >> (Lanes.Count - count);
        prepared.Observations.Start(lanes, prepared.Step, prepared.Numbers);
        prepared.Reductions.Start(lanes, prepared.Step);
        prepared.Events.Start(lanes, prepared.Step, prepared.Numbers);
        run.Method.EvaluateStart(prepared.Step);
        Evaluations = 1 + run.Controller.Start(prepared.Step);
        ready = KeepReady(lanes);
        return true;
    }

    private void Place(int trajectory, int lane)
    {
        Ensemble ensemble = run.Ensemble;
        prepared.Numbers[lane] = trajectory;
        prepared.Step[LaneLayout.Time, lane] = ensemble.StartTime;
        prepared.Step.Memory.SetLane(lane, prepared.Step.Layout.Start, ensemble.InitialState(trajectory));
        prepared.Step.Memory.SetLane(lane, LaneLayout.Parameters, ensemble.ParameterCount == 0 ? run.Method.DefaultParameters : ensemble.Parameters(trajectory));
        prepared.Step[LaneLayout.IntervalEnd, lane] = ensemble.EndTime(trajectory);
    }

    /// <summary>Ends the trajectories that have no length, or no finite derivative at their start; returns the others.</summary>
    private uint KeepReady(uint lanes)
    {
        uint finite = LaneMask.OfFinite(prepared.Step.FirstSlope);
        uint result = 0;
        for (; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            bool isEmpty = prepared.Step[LaneLayout.IntervalEnd, lane] == run.Ensemble.StartTime;
            if (!isEmpty && ((finite >> lane) & 1) != 0)
            {
                result |= 1u << lane;
                continue;
            }

            End(lane, isEmpty ? SolveOutcome.Completed : SolveOutcome.NonFiniteState, isEmpty ? 0 : 1);
        }

        return result;
    }

    private void End(int lane, SolveOutcome outcome, int evaluations)
    {
        int trajectory = prepared.Numbers[lane];
        run.Record.End(trajectory, outcome, run.Ensemble.StartTime, run.Ensemble.InitialState(trajectory), new SolveStatistics(0, 0, evaluations));
        prepared.Reductions.Write(lane, trajectory);
        run.Record.Finish(1);
    }
}
