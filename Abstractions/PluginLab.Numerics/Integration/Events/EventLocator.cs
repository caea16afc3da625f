using PluginLab.Dynamics;
using PluginLab.Numerics.Integration.Methods;

namespace PluginLab.Numerics.Integration.Events;

/// <summary>Watches the events of one solve and locates them on the dense output of each step.</summary>
/// <remarks>
/// An event function that is exactly zero, or NaN, at a knot has no sign there: the zero was an event if the sign before it says so, and no
/// change of sign can be seen in the step after it.
/// </remarks>
internal sealed class EventLocator(InitialValueProblem problem)
{
    private readonly EventFunction[] events = [.. problem.Events];
    private readonly double[] values = new double[problem.Events.Count];
    private readonly double[] workState = new double[problem.Events.Count == 0 ? 0 : problem.System.Dimension];
    private readonly List<(double Time, int Index)> crossings = [];
    private readonly List<LocatedEvent> located = [];

    /// <summary>The events that happened, in the order of integration.</summary>
    public IReadOnlyList<LocatedEvent> Located => located;

    /// <summary>Evaluates the event functions at the initial knot.</summary>
    public void Start(Knot first)
    {
        for (int i = 0; i < events.Length; i++)
        {
            values[i] = events[i].Function(first.Time, first.State);
        }
    }

    /// <summary>Locates the events of an accepted step.</summary>
    /// <returns>The terminal event that ends the solve, or null.</returns>
    public LocatedEvent? Advance(IStepper stepper, Knot start, Knot end)
    {
        crossings.Clear();
        for (int i = 0; i < events.Length; i++)
        {
            double before = values[i];
            values[i] = events[i].Function(end.Time, end.State);
            if (IsCrossing(before, values[i], events[i].Direction))
            {
                crossings.Add((Locate(stepper, start, end, before, i), i));
            }
        }

        return crossings.Count == 0 ? null : Report(stepper, start, end);
    }

    private static bool IsCrossing(double before, double after, EventDirection direction) => direction switch
    {
        EventDirection.Rising => before < 0 && after >= 0,
        EventDirection.Falling => before > 0 && after <= 0,
        _ => (before < 0 && after >= 0) || (before > 0 && after <= 0),
    };

    private double Locate(IStepper stepper, Knot start, Knot end, double before, int index)
    {
        return values[index] == 0 ? end.Time : RootFinder.Find(Evaluate, start.Time, before, end.Time, values[index]);

        double Evaluate(double time)
        {
            stepper.Interpolate(start, end, time, workState);
            return events[index].Function(time, workState);
        }
    }

    /// <summary>Reports the crossings of a step in the order of integration, without those later than the first terminal one.</summary>
    private LocatedEvent? Report(IStepper stepper, Knot start, Knot end)
    {
        double direction = end.Time > start.Time ? 1 : -1;
        crossings.Sort((left, right) => (direction * left.Time, left.Index).CompareTo((direction * right.Time, right.Index)));
        LocatedEvent? stop = null;
        foreach ((double time, int index) in crossings.TakeWhile(crossing => stop is null || crossing.Time == stop.Time))
        {
            stepper.Interpolate(start, end, time, workState);
            LocatedEvent happened = new(events[index].Name, time, workState.ToArray());
            located.Add(happened);
            stop ??= events[index].IsTerminal ? happened : null;
        }

        return stop;
    }
}
