using System.Runtime.Intrinsics;
using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Ensembles.Methods;
using PluginLab.Numerics.Ensembles.Outputs;

namespace PluginLab.Numerics.Ensembles.Events;

/// <summary>Watches the event functions of the trajectories in all lanes for changes of sign, as <see cref="Integration.Events.EventLocator"/> does.</summary>
internal sealed class LaneEvents
{
    private readonly EnsembleEvent[] events;
    private readonly LaneFunction[] functions;
    private readonly uint[] crossed;

    // Lanes in which an event has happened: only its first time is asked for.
    private readonly uint[] seen;

    // The level of each event, its value before a step, and its value after it.
    private readonly LaneMemory memory;

    public LaneEvents(EnsembleRun run)
    {
        events = [.. run.Ensemble.Events];
        functions = [.. events.Select(happening => run.Bind(happening.Function))];
        (crossed, seen) = (new uint[events.Length], new uint[events.Length]);
        memory = new LaneMemory(3 * events.Length);
    }

    /// <summary>Number of events.</summary>
    public int Count => events.Length;

    /// <summary>The lanes in which the last step found an event that stops.</summary>
    public uint Stopping { get; private set; }

    /// <summary>The lanes in which the last step has an event between its ends, an earlier one or not.</summary>
    public uint Searched { get; private set; }

    /// <summary>The lanes in which the last step found an event.</summary>
    public uint Crossed(int index) => crossed[index];

    /// <summary>Whether an event stops.</summary>
    public bool IsTerminal(int index) => events[index].IsTerminal;

    /// <summary>The values g − level of an event before the last step.</summary>
    public Span<Vector512<double>> Before(int index) => memory.Vectors(events.Length + index);

    /// <summary>The values g − level of an event after the last step.</summary>
    public Span<Vector512<double>> After(int index) => memory.Vectors((2 * events.Length) + index);

    /// <summary>Begins with the states at the start of a step.</summary>
    public void Start(uint lanes, LaneStep step, ReadOnlySpan<int> trajectories)
    {
        for (int i = 0; i < events.Length; i++)
        {
            for (int lane = 0; lane < trajectories.Length; lane++)
            {
                memory.Values(i)[lane] = events[i].Level(trajectories[lane]);
            }

            functions[i].Evaluate(lanes, step, step.Time, step.Start, Before(i));
            SubtractLevel(i, Before(i));
        }
    }

    /// <summary>Finds the events of a step.</summary>
    /// <returns>The lanes in which one happened for the first time.</returns>
    public uint Advance(uint lanes, LaneStep step)
    {
        (Stopping, Searched) = (0, 0);
        uint any = 0;
        for (int i = 0; i < events.Length; i++)
        {
            functions[i].Evaluate(lanes, step, step.EndTime, step.End, After(i));
            SubtractLevel(i, After(i));
            uint happened = FindCrossed(i) & lanes;
            Searched |= happened & ~LaneMask.OfZero(After(i));
            crossed[i] = happened & ~seen[i];
            seen[i] |= crossed[i];
            Stopping |= events[i].IsTerminal ? crossed[i] : 0;
            any |= crossed[i];
        }

        Searched &= Searched == 0 ? 0 : step.FindDivisible();
        return any;
    }

    /// <summary>Evaluates g − level of an event at times within a step, for the states in <see cref="LaneStep.Work"/>.</summary>
    public void EvaluateWithin(int index, LaneStep step, ReadOnlySpan<Vector512<double>> times, Span<Vector512<double>> result)
    {
        functions[index].Evaluate(crossed[index], step, times, step.Work, result);
        SubtractLevel(index, result);
    }

    /// <summary>Makes the values after a step those before the next.</summary>
    public void Accept(uint lanes)
    {
        for (int i = 0; i < events.Length; i++)
        {
            LaneMask.Copy(lanes, After(i), Before(i));
        }
    }

    /// <summary>Takes over a lane that has not begun.</summary>
    public void TakeStart(LaneEvents source, int from, int to)
    {
        memory.TakeLane(source.memory, from, to, (0, 2 * events.Length));
        for (int i = 0; i < events.Length; i++)
        {
            seen[i] &= ~(1u << to);
        }
    }

    /// <summary>Takes over a lane with the events of its last step.</summary>
    public void TakeStep(LaneEvents source, int from, int to)
    {
        memory.TakeLane(source.memory, from, to, (0, 3 * events.Length));
        for (int i = 0; i < events.Length; i++)
        {
            crossed[i] |= ((source.crossed[i] >> from) & 1) << to;
        }
    }

    /// <summary>Forgets the events of the last step.</summary>
    public void Forget() => Array.Clear(crossed);

    private uint FindCrossed(int index)
    {
        Vector512<double> zero = Vector512<double>.Zero;
        uint lanes = 0;
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            (Vector512<double> before, Vector512<double> after) = (Before(index)[half], After(index)[half]);
            Vector512<double> isRising = Vector512.LessThan(before, zero) & Vector512.GreaterThanOrEqual(after, zero);
            Vector512<double> isFalling = Vector512.GreaterThan(before, zero) & Vector512.LessThanOrEqual(after, zero);
            lanes |= LaneMask.Of(half, events[index].Direction switch
            {
                EventDirection.Rising => isRising,
                EventDirection.Falling => isFalling,
                _ => isRising | isFalling,
            });
        }

        return lanes;
    }

    private void SubtractLevel(int index, Span<Vector512<double>> values)
    {
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            values[half] -= memory.Vectors(index)[half];
        }
    }
}
