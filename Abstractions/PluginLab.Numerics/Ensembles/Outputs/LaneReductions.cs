using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Ensembles.Methods;

namespace PluginLab.Numerics.Ensembles.Outputs;

/// <summary>The extremes so far along the trajectories of all lanes.</summary>
internal sealed class LaneReductions
{
    private readonly EnsembleRecord record;
    private readonly IReadOnlyList<Reduction> reductions;
    private readonly LaneFunction[] functions;
    private readonly LaneMemory extremes;
    private readonly LaneMemory value = new(1);

    public LaneReductions(EnsembleRun run)
    {
        (record, reductions) = (run.Record, run.Record.Output.Reductions);
        functions = [.. reductions.Select(reduction => run.Bind(reduction.Function))];
        extremes = new LaneMemory(functions.Length);
    }

    /// <summary>Begins with the state at the start of a step.</summary>
    public void Start(uint lanes, LaneStep step)
    {
        for (int i = 0; i < functions.Length; i++)
        {
            functions[i].Evaluate(lanes, step, step.Time, step.Start, extremes.Vectors(i));
        }
    }

    /// <summary>Takes in the state at the end of a step.</summary>
    public void Advance(uint lanes, LaneStep step)
    {
        for (int i = 0; i < functions.Length; i++)
        {
            functions[i].Evaluate(lanes, step, step.EndTime, step.End, value.Vectors(0));
            Lanes extreme = extremes.Row(i);
            value.Row(0) = reductions[i].Kind == ReductionKind.Minimum ? Lanes.Min(extreme, value.Row(0)) : Lanes.Max(extreme, value.Row(0));
            LaneMask.Copy(lanes, value.Vectors(0), extremes.Vectors(i));
        }
    }

    /// <summary>Takes over a lane.</summary>
    public void Take(LaneReductions source, int from, int to) => extremes.TakeLane(source.extremes, from, to, (0, functions.Length));

    /// <summary>Writes what came of the trajectory in a lane.</summary>
    public void Write(int lane, int trajectory)
    {
        for (int i = 0; i < functions.Length; i++)
        {
            record.Reduce(i, trajectory, extremes.Values(i)[lane]);
        }
    }
}
