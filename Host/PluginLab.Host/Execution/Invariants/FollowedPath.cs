using PluginLab.Dynamics;

namespace PluginLab.Host.Execution.Invariants;

/// <summary>The points at which a solve is looked at, by rising time: what never grows must not seem to where time runs backward.</summary>
internal static class FollowedPath
{
    private const int MostSavedPoints = 256;

    /// <summary>The start and the saved points; where they are many, the first, the last and as many between as show a drift.</summary>
    public static void Along(DriftMeter meter, InitialValueProblem problem, Trajectory trajectory, ReadOnlySpan<double> parameters)
    {
        int saved = Math.Min(trajectory.Count, MostSavedPoints);
        bool isBackward = problem.EndTime < problem.StartTime;
        for (int k = 0; k <= saved; k++)
        {
            int point = isBackward ? saved - k : k;
            int index = saved < 2 || point == 0 ? 0 : (int)((point - 1L) * (trajectory.Count - 1) / (saved - 1));
            double time = point == 0 ? problem.StartTime : trajectory.Times[index];
            ReadOnlySpan<double> state = point == 0 ? problem.InitialState : trajectory.State(index);
            Visit(meter, k == 0, time, state, parameters);
        }
    }

    /// <summary>The start and the final state of a trajectory of an ensemble.</summary>
    public static void BetweenEnds(DriftMeter meter, Ensemble ensemble, EnsembleSolution solution, int trajectory, ReadOnlySpan<double> parameters)
    {
        bool isBackward = ensemble.EndTime(trajectory) < ensemble.StartTime;
        for (int k = 0; k < 2; k++)
        {
            bool isStart = k == 0 != isBackward;
            double time = isStart ? ensemble.StartTime : solution.FinalTime(trajectory);
            ReadOnlySpan<double> state = isStart ? ensemble.InitialState(trajectory) : solution.FinalState(trajectory);
            Visit(meter, k == 0, time, state, parameters);
        }
    }

    private static void Visit(DriftMeter meter, bool isFirst, double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters)
    {
        if (isFirst)
        {
            meter.Begin(time, state, parameters);
        }
        else
        {
            meter.Follow(time, state, parameters);
        }
    }
}
