using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Events;
using PluginLab.Numerics.Ensembles.Methods;
using PluginLab.Numerics.Ensembles.Outputs;

namespace PluginLab.Numerics.Ensembles;

/// <summary>As many trajectories as there are lanes, with all that belongs to each.</summary>
internal sealed class LaneTrajectories(EnsembleRun run)
{
    /// <summary>Their current step.</summary>
    public LaneStep Step { get; } = run.Method.CreateStep();

    /// <summary>Their event functions.</summary>
    public LaneEvents Events { get; } = new(run);

    /// <summary>What is observed of them.</summary>
    public LaneObservations Observations { get; } = new(run);

    /// <summary>Their extremes so far.</summary>
    public LaneReductions Reductions { get; } = new(run);

    /// <summary>Their numbers in the ensemble.</summary>
    public int[] Numbers { get; } = new int[Lanes.Count];

    /// <summary>Takes over a trajectory that has not begun.</summary>
    public void TakeStart(LaneTrajectories source, int from, int to)
    {
        Numbers[to] = source.Numbers[from];
        Step.TakeStart(source.Step, from, to);
        Events.TakeStart(source.Events, from, to);
        Observations.Take(source.Observations, from, to);
        Reductions.Take(source.Reductions, from, to);
    }

    /// <summary>Takes over what is needed to find out what happened within the last step of a trajectory.</summary>
    public void TakeStep(LaneTrajectories source, int from, int to)
    {
        Numbers[to] = source.Numbers[from];
        Step.TakeStep(source.Step, from, to);
        Events.TakeStep(source.Events, from, to);
        Observations.Take(source.Observations, from, to);
    }
}
