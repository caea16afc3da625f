using PluginLab.Dynamics;

namespace PluginLab.Numerics.Ensembles;

/// <summary>Hands out the trajectories of an ensemble in blocks, to however many threads, and reports how many are done.</summary>
internal sealed class TrajectoryQueue(int count, IProgress<double>? progress)
{
    private const int LargestBlock = 128;
    private const int Reports = 100;
    private readonly int block = Math.Clamp(count / (LargestBlock * Lanes.Count), 1, LargestBlock / Lanes.Count) * Lanes.Count;
    private int next;
    private int done;

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

    /// <summary>Counts trajectories as done.</summary>
    public void Finish(int trajectories)
    {
        int total = Interlocked.Add(ref done, trajectories);
        if (progress is not null && (long)total * Reports / count != (long)(total - trajectories) * Reports / count)
        {
            progress.Report((double)total / count);
        }
    }
}
