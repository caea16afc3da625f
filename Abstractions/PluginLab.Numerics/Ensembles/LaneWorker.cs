using PluginLab.Numerics.Ensembles.Events;
using PluginLab.Numerics.Ensembles.Methods;

namespace PluginLab.Numerics.Ensembles;

/// <summary>Solves trajectories of an ensemble on one thread until none is left.</summary>
internal sealed class LaneWorker
{
    // Groups in turn hide each other's latency. A small ensemble is better spread over the threads.
    private const int LargestGroupCount = 3;
    private const int TrajectoriesPerGroup = 2048;
    private readonly LaneMethod method;
    private readonly LaneCrossings crossings;
    private LaneGroup[] groups;
    private LaneStep[] steps;

    public LaneWorker(EnsembleRun run)
    {
        method = run.Method;
        crossings = new LaneCrossings(run);
        LaneStarts starts = new(run);
        int count = Math.Clamp(run.Ensemble.Count / TrajectoriesPerGroup, 1, LargestGroupCount);
        groups = [.. Enumerable.Range(0, count).Select(_ => new LaneGroup(run, starts, crossings))];
        steps = [.. groups.Select(group => group.Step)];
    }

    /// <summary>Takes steps until no trajectory is left.</summary>
    /// <param name="isOver">Tells to leave all as it is.</param>
    /// <param name="cancellationToken">Ends all solves where they stand.</param>
    public void Run(Func<bool> isOver, CancellationToken cancellationToken)
    {
        while (groups.Length > 0 && !isOver())
        {
            if (cancellationToken.IsCancellationRequested)
            {
                Array.ForEach(groups, group => group.Cancel());
                break;
            }

            Advance();
            if (Array.Exists(groups, group => !group.IsActive))
            {
                groups = Array.FindAll(groups, group => group.IsActive);
                steps = [.. groups.Select(group => group.Step)];
            }
        }

        crossings.Locate();
    }

    private void Advance()
    {
        foreach (LaneGroup group in groups)
        {
            group.Plan();
        }

        method.Advance(steps);
        // Decisions first, then what depends on them: a branch that is mispredicted waits for the arithmetic of all groups once, not of each in turn.
        foreach (LaneGroup group in groups)
        {
            group.Decide();
        }

        foreach (LaneGroup group in groups)
        {
            group.Conclude();
        }
    }
}
