using System.Numerics;
using System.Runtime.Intrinsics;
using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Events;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Ensembles.Methods;
using PluginLab.Numerics.Integration;

namespace PluginLab.Numerics.Ensembles;

/// <summary>As many solves side by side as there are lanes: each is that of <see cref="StepIntegrator"/>, with its own steps, and when one ends another takes its lane.</summary>
internal sealed class LaneGroup
{
    private readonly EnsembleRun run;
    private readonly LaneStarts starts;
    private readonly LaneCrossings crossings;
    private readonly LaneTrajectories trajectories;
    private readonly LaneWork work;
    private readonly double[] state;
    private readonly bool isWatched;
    private uint active;

    // The lanes whose step reaches the end of the interval.
    private uint last;

    // The lanes whose step is accepted.
    private uint decided;

    public LaneGroup(EnsembleRun run, LaneStarts starts, LaneCrossings crossings)
    {
        (this.run, this.starts, this.crossings) = (run, starts, crossings);
        trajectories = new LaneTrajectories(run);
        work = new LaneWork(run.MaximumSteps, run.Method.EvaluationsPerStep);
        state = new double[run.Ensemble.System.Dimension];
        isWatched = run.Ensemble.Events.Count + run.Record.Output.Observables.Count + run.Record.Output.Reductions.Count > 0;
        for (int lane = 0; lane < Lanes.Count; lane++)
        {
            Fill(lane);
        }
    }

    /// <summary>Whether a lane holds a trajectory.</summary>
    public bool IsActive => active != 0;

    /// <summary>The step in every lane.</summary>
    public LaneStep Step => trajectories.Step;

    /// <summary>Plans the next step in every lane that holds a trajectory, and ends those that cannot go on.</summary>
    public void Plan()
    {
        last = run.Controller.Plan(Step);
        while (FindObstacles() is not 0 and uint stuck)
        {
            EndStuck(stuck);
            last = run.Controller.Plan(Step);
        }
    }

    /// <summary>Accepts or rejects the step that was attempted, in every lane.</summary>
    public void Decide() => decided = run.Controller.Decide(Step);

    /// <summary>Goes on from the step that was decided on, and ends the solves that are through with it.</summary>
    public void Conclude()
    {
        uint accepted = decided & active;
        work.Count();
        uint broken = run.Controller.FindNonFinite(Step, accepted);
        uint going = accepted & ~broken;
        going &= isWatched ? ~Watch(going) : going;
        Step.Accept(going);
        End(broken, SolveOutcome.NonFiniteState);
        End(going & last, SolveOutcome.Completed);
    }

    /// <summary>Ends all solves where they stand.</summary>
    public void Cancel()
    {
        for (; active != 0; active &= active - 1)
        {
            int lane = BitOperations.TrailingZeroCount(active);
            Write(lane, SolveOutcome.Cancelled);
            trajectories.Reductions.Write(lane, trajectories.Numbers[lane]);
        }
    }

    /// <summary>Looks at what happened within an accepted step; returns the lanes whose solve it ended.</summary>
    private uint Watch(uint accepted)
    {
        uint happened = trajectories.Events.Advance(accepted, Step);
        uint stopping = trajectories.Events.Stopping;
        uint within = trajectories.Observations.Advance(accepted & ~stopping, Step, Step.EndTime, trajectories.Numbers);
        work.AddEvaluations(within | trajectories.Events.Searched, run.Method.EvaluationsWithin);
        trajectories.Reductions.Advance(accepted & ~stopping, Step);
        for (; happened != 0; happened &= happened - 1)
        {
            int lane = BitOperations.TrailingZeroCount(happened);
            crossings.Add(trajectories, lane, WorkOf(lane));
            if (((stopping >> lane) & 1) != 0)
            {
                Leave(lane);
            }
        }

        trajectories.Events.Accept(accepted & ~stopping);
        return stopping;
    }

    /// <summary>The lanes whose planned step must not be attempted.</summary>
    private uint FindObstacles()
    {
        Vector512<double> surelyEnough = Vector512.Create(run.SmallestStep);
        uint doubtful = (FindBelow(0, surelyEnough) | FindBelow(1, surelyEnough)) & active & ~last;
        return (doubtful == 0 ? 0 : doubtful & (FindBelow(0, SmallestStep(0)) | FindBelow(1, SmallestStep(1)))) | work.FindExhausted(active);
    }

    /// <summary>The lanes of one half whose planned step is smaller than a size, or no number.</summary>
    private uint FindBelow(int half, Vector512<double> size) =>
        LaneMask.Of(half, ~Vector512.GreaterThanOrEqual(Vector512.Abs(Step.Memory.Half(half)[LaneLayout.Size]), size));

    private Vector512<double> SmallestStep(int half) =>
        Vector512.Create(Solve.SmallestStepInUlps) * LaneArithmetic.UnitInTheLastPlace(Step.Memory.Half(half)[LaneLayout.Time]);

    private void EndStuck(uint lanes)
    {
        for (; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            End(1u << lane, work.IsExhausted(lane) ? SolveOutcome.MaxStepsReached
                : double.IsFinite(Step[LaneLayout.RejectedErrorRatio, lane]) ? SolveOutcome.StepSizeUnderflow
                : SolveOutcome.NonFiniteState);
        }
    }

    private void End(uint lanes, SolveOutcome outcome)
    {
        for (; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            Write(lane, outcome);
            Leave(lane);
        }
    }

    private void Write(int lane, SolveOutcome outcome)
    {
        LaneMemory.CopyLane(lane, Step.Start, state);
        run.Record.End(trajectories.Numbers[lane], outcome, Step[LaneLayout.Time, lane], state, WorkOf(lane));
    }

    private SolveStatistics WorkOf(int lane) => work.Of(lane, (long)Step[LaneLayout.RejectedSteps, lane]);

    private void Leave(int lane)
    {
        trajectories.Reductions.Write(lane, trajectories.Numbers[lane]);
        run.Record.Finish(1);
        Fill(lane);
    }

    private void Fill(int lane)
    {
        uint bit = 1u << lane;
        active = starts.TryMove(trajectories, lane) ? active | bit : active & ~bit;
        work.Begin(lane, starts.Evaluations);
    }
}
