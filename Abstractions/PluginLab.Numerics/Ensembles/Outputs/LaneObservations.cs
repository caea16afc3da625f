using System.Numerics;
using System.Runtime.Intrinsics;
using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Ensembles.Methods;

namespace PluginLab.Numerics.Ensembles.Outputs;

/// <summary>Evaluates observables at the requested times as the steps of all lanes go by.</summary>
internal sealed class LaneObservations
{
    private const int DueRow = 0;
    private const int NearestRow = 1;
    private const int ValueRow = 2;
    private readonly EnsembleRun run;
    private readonly LaneDenseOutput denseOutput;
    private readonly LaneFunction[] functions;
    private readonly double[] times;
    private readonly int first;
    private readonly int[] next = new int[Lanes.Count];

    // For each lane the next requested time, the time within the step that it means, and a value.
    private readonly LaneMemory memory = new(3);

    public LaneObservations(EnsembleRun run)
    {
        this.run = run;
        denseOutput = run.Method.CreateDenseOutput();
        functions = [.. run.Record.Output.Observables.Select(run.Bind)];
        times = functions.Length == 0 ? [] : [.. run.Record.Output.Times];
        first = times.TakeWhile(time => run.Direction * (time - run.Ensemble.StartTime) < 0).Count();
    }

    /// <summary>Begins with the states at the start of a step.</summary>
    public void Start(uint lanes, LaneStep step, ReadOnlySpan<int> trajectories)
    {
        for (int lane = 0; lane < next.Length; lane++)
        {
            MoveTo(lane, first);
        }

        if (first < times.Length && times[first] == run.Ensemble.StartTime)
        {
            Observe(lanes, step, step.Start, trajectories);
        }
    }

    /// <summary>Takes over a lane.</summary>
    public void Take(LaneObservations source, int from, int to) => MoveTo(to, source.next[from]);

    /// <summary>Observes what was asked for of a step, up to a time within it.</summary>
    /// <param name="lanes">Where.</param>
    /// <param name="step">The step.</param>
    /// <param name="until">For each lane the end of the step, or the time of a terminal event.</param>
    /// <param name="trajectories">The trajectory in each lane.</param>
    /// <returns>The lanes that needed dense output.</returns>
    public uint Advance(uint lanes, LaneStep step, ReadOnlySpan<Vector512<double>> until, ReadOnlySpan<int> trajectories)
    {
        uint within = 0;
        if (times.Length == 0 || (lanes & FindDue(step, until)) is 0)
        {
            return within;
        }

        denseOutput.Start(step);
        for (uint due = lanes & FindDue(step, until); due != 0; due = lanes & FindDue(step, until))
        {
            denseOutput.Interpolate(step, memory.Vectors(NearestRow));
            Observe(due, step, step.Work, trajectories);
            within |= due & FindWithin(step);
        }

        return within;
    }

    /// <summary>The lanes whose next requested time was reached; and sets what these times mean within the step.</summary>
    private uint FindDue(LaneStep step, ReadOnlySpan<Vector512<double>> until)
    {
        Vector512<double> tolerance = Vector512.Create(run.Controller.KnotTolerance);
        uint lanes = 0;
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            Vector512<double> time = memory.Vectors(DueRow)[half];
            (Vector512<double> start, Vector512<double> end) = (step.Time[half], step.EndTime[half]);
            Vector512<double> reach = Vector512.ConditionalSelect(Vector512.Equals(until[half], end), tolerance, Vector512<double>.Zero);
            lanes |= LaneMask.Of(half, Vector512.LessThanOrEqual(Vector512.Create(run.Direction) * (time - until[half]), reach));
            Vector512<double> isStart = Vector512.LessThanOrEqual(Vector512.Abs(time - start), tolerance);
            Vector512<double> isEnd = Vector512.LessThanOrEqual(Vector512.Abs(time - end), tolerance);
            memory.Vectors(NearestRow)[half] = Vector512.ConditionalSelect(isStart, start, Vector512.ConditionalSelect(isEnd, end, time));
        }

        return lanes;
    }

    private uint FindWithin(LaneStep step)
    {
        uint lanes = 0;
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            Vector512<double> time = memory.Vectors(NearestRow)[half];
            lanes |= LaneMask.Of(
                half, ~(Vector512.Equals(time, step.Time[half]) | Vector512.Equals(time, step.EndTime[half])));
        }

        return lanes;
    }

    /// <summary>Evaluates the observables at the next requested time of the given lanes, and moves these on.</summary>
    private void Observe(uint lanes, LaneStep step, Span<Vector512<double>> states, ReadOnlySpan<int> trajectories)
    {
        for (int i = 0; i < functions.Length; i++)
        {
            functions[i].Evaluate(lanes, step, memory.Vectors(DueRow), states, memory.Vectors(ValueRow));
            for (uint rest = lanes; rest != 0; rest &= rest - 1)
            {
                int lane = BitOperations.TrailingZeroCount(rest);
                run.Record.ObservedOf(i, trajectories[lane])[next[lane]] = memory.Values(ValueRow)[lane];
            }
        }

        for (; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            MoveTo(lane, next[lane] + 1);
        }
    }

    private void MoveTo(int lane, int index)
    {
        next[lane] = index;
        memory.Values(DueRow)[lane] = index < times.Length ? times[index] : run.Direction * double.PositiveInfinity;
    }
}
