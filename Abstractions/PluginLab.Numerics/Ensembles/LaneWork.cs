using System.Numerics;
using PluginLab.Dynamics;

namespace PluginLab.Numerics.Ensembles;

/// <summary>Counts the work of the solves in all lanes, and holds it against their budget.</summary>
internal sealed class LaneWork(long maximumSteps, int evaluationsPerStep)
{
    private readonly long[] beginnings = new long[Lanes.Count];
    private readonly long[] evaluations = new long[Lanes.Count];

    // Every lane attempts a step in every turn: the turns since a solve began are its attempts.
    private long turn;
    private long nextCheck = long.MaxValue;

    /// <summary>Begins with a solve in a lane.</summary>
    /// <param name="lane">Which one.</param>
    /// <param name="evaluationsAtStart">Evaluations of the right-hand side so far.</param>
    public void Begin(int lane, int evaluationsAtStart)
    {
        (beginnings[lane], evaluations[lane]) = (turn, evaluationsAtStart);
        nextCheck = Math.Min(nextCheck, TurnAfter(maximumSteps));
    }

    /// <summary>Counts an attempt in every lane.</summary>
    public void Count() => turn++;

    /// <summary>Counts further evaluations of the right-hand side.</summary>
    public void AddEvaluations(uint lanes, int count)
    {
        for (uint rest = count == 0 ? 0 : lanes; rest != 0; rest &= rest - 1)
        {
            evaluations[BitOperations.TrailingZeroCount(rest)] += count;
        }
    }

    /// <summary>The work of the solve in a lane.</summary>
    /// <param name="lane">Which one.</param>
    /// <param name="rejected">How many of its attempts were rejected.</param>
    public SolveStatistics Of(int lane, long rejected)
    {
        long attempts = turn - beginnings[lane];
        return new(attempts - rejected, rejected, evaluations[lane] + (attempts * evaluationsPerStep));
    }

    /// <summary>Whether the solve in a lane has used up its steps.</summary>
    public bool IsExhausted(int lane) => turn - beginnings[lane] >= maximumSteps;

    /// <summary>Those of some lanes that have used up their steps.</summary>
    public uint FindExhausted(uint lanes)
    {
        if (turn < nextCheck)
        {
            return 0;
        }

        uint exhausted = 0;
        nextCheck = long.MaxValue;
        for (; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            exhausted |= IsExhausted(lane) ? 1u << lane : 0;
            nextCheck = IsExhausted(lane) ? nextCheck : Math.Min(nextCheck, TurnAfter(maximumSteps - (turn - beginnings[lane])));
        }

        return exhausted;
    }

    private long TurnAfter(long turns) => turns > long.MaxValue - turn ? long.MaxValue : turn + turns;
}
