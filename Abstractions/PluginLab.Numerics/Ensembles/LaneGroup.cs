using System.Numerics;
using System.Runtime.Intrinsics;
using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Kernels;

namespace PluginLab.Numerics.Ensembles;

/// <summary>As many solves side by side as there are lanes: each is that of <see cref="Integration.StepIntegrator"/>, with its own steps, and when one ends another takes its lane.</summary>
internal sealed class LaneGroup
{
    private const double SmallestStepInUlps = 10;
    private readonly EnsembleRecord record;
    private readonly TrajectoryQueue queue;
    private readonly LaneStarts starts;
    private readonly LaneMethod method;
    private readonly ILaneController controller;
    private readonly long maximumSteps;
    private readonly LaneStep step;
    private readonly LaneProgress progress = new();
    private readonly int[] trajectories = new int[Lanes.Count];
    private readonly long[] beginnings = new long[Lanes.Count];
    private readonly int[] rejections = new int[Lanes.Count];
    private readonly double[] state;
    private uint active = LaneMask.All;

    // Every lane attempts a step in every turn: the turns since a solve began are its attempts.
    private long turn;
    private long nextBudgetCheck = long.MaxValue;

    public LaneGroup(EnsembleRecord record, TrajectoryQueue queue, LaneStarts starts, LaneMethod method, ILaneController controller, long maximumSteps)
    {
        (this.record, this.queue, this.starts, this.method, this.controller, this.maximumSteps) = (record, queue, starts, method, controller, maximumSteps);
        step = method.CreateStep();
        state = new double[record.Ensemble.System.Dimension];
        for (int lane = 0; lane < Lanes.Count; lane++)
        {
            Refill(lane);
        }
    }

    /// <summary>Whether a lane still holds a trajectory.</summary>
    public bool IsActive => active != 0;

    /// <summary>Attempts one step in every lane that holds a trajectory.</summary>
    public void Step()
    {
        if (!IsActive)
        {
            return;
        }

        uint last = controller.Plan(step, progress);
        while (FindObstacles(last) is not 0 and uint stuck)
        {
            EndStuck(stuck);
            if (!IsActive)
            {
                return;
            }

            last = controller.Plan(step, progress);
        }

        method.Advance(step);
        uint accepted = controller.Decide(step, progress) & active;
        turn++;
        CountRejections(active & ~accepted);
        uint broken = controller.FindNonFinite(step, accepted);
        step.Accept(accepted & ~broken);
        End(broken, SolveOutcome.NonFiniteState);
        End(accepted & ~broken & last, SolveOutcome.Completed);
    }

    /// <summary>Ends all solves where they stand.</summary>
    public void Cancel()
    {
        for (uint lanes = active; lanes != 0; lanes &= lanes - 1)
        {
            Write(BitOperations.TrailingZeroCount(lanes), SolveOutcome.Cancelled);
        }

        active = 0;
    }

    /// <summary>The lanes whose planned step must not be attempted.</summary>
    private uint FindObstacles(uint last)
    {
        uint tooSmall = 0;
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            Vector512<double> smallest = Vector512.Create(SmallestStepInUlps) * LaneArithmetic.UnitInTheLastPlace(step.Vectors(LaneStep.TimeRow)[half]);
            tooSmall |= LaneMask.Of(half, ~Vector512.GreaterThanOrEqual(Vector512.Abs(step.Vectors(LaneStep.SizeRow)[half]), smallest));
        }

        return active & ((tooSmall & ~last) | (turn < nextBudgetCheck ? 0 : FindExhausted()));
    }

    /// <summary>The lanes that have used up their steps.</summary>
    private uint FindExhausted()
    {
        uint exhausted = 0;
        nextBudgetCheck = long.MaxValue;
        for (uint lanes = active; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            long attempts = turn - beginnings[lane];
            exhausted |= attempts >= maximumSteps ? 1u << lane : 0;
            nextBudgetCheck = Math.Min(nextBudgetCheck, attempts >= maximumSteps ? turn : turn + maximumSteps - attempts);
        }

        return exhausted;
    }

    private void EndStuck(uint lanes)
    {
        for (; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            End(1u << lane, turn - beginnings[lane] >= maximumSteps ? SolveOutcome.MaxStepsReached
                : double.IsFinite(progress.Value(LaneProgress.RejectedErrorRatio, lane)) ? SolveOutcome.StepSizeUnderflow
                : SolveOutcome.NonFiniteState);
        }
    }

    private void CountRejections(uint lanes)
    {
        for (; lanes != 0; lanes &= lanes - 1)
        {
            rejections[BitOperations.TrailingZeroCount(lanes)]++;
        }
    }

    /// <summary>Ends the solves in the given lanes, and refills these.</summary>
    private void End(uint lanes, SolveOutcome outcome)
    {
        for (; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            Write(lane, outcome);
            queue.Finish(1);
            Refill(lane);
        }
    }

    private void Write(int lane, SolveOutcome outcome)
    {
        long attempts = turn - beginnings[lane];
        step.CopyStart(lane, state);
        SolveStatistics work = new(attempts - rejections[lane], rejections[lane], starts.Evaluations + (attempts * method.EvaluationsPerStep));
        record.End(trajectories[lane], outcome, step.Value(LaneStep.TimeRow, lane), state, work);
    }

    private void Refill(int lane)
    {
        (beginnings[lane], rejections[lane]) = (turn, 0);
        trajectories[lane] = starts.Take(step, progress, lane);
        if (trajectories[lane] < 0)
        {
            active &= ~(1u << lane);
            return;
        }

        nextBudgetCheck = Math.Min(nextBudgetCheck, maximumSteps > long.MaxValue - turn ? long.MaxValue : turn + maximumSteps);
    }
}
