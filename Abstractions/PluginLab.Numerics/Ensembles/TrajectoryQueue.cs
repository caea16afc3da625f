using PluginLab.Dynamics;

namespace PluginLab.Numerics.Ensembles;

/// <summary>Hands out the trajectories of an ensemble in blocks, to however many threads.</summary>
internal sealed class TrajectoryQueue(int count)
{
    private const int LargestBlock = 128;
    private readonly int block = Math.Clamp(count / (LargestBlock * Lanes.Count), 1, LargestBlock / Lanes.Count) * Lanes.Count;
    private int next;

    /// <summary>How many blocks there are.</summary>
    public int BlockCount => (count + block - 1) / block;

    /// <summary>Whether all blocks are taken.</summary>
    public bool IsEmpty => Volatile.Read(ref next) >= count;

    /// <summary>Takes the next block: empty when all are taken.</summary>
    public Range Take()
    {
        if (IsEmpty)
        {
            return count..count;
        }

        int end = Interlocked.Add(ref next, block);
        return Math.Min(end - block, count)..Math.Min(end, count);
    }
}
