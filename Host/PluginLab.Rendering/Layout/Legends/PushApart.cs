namespace PluginLab.Rendering.Layout.Legends;

/// <summary>Moves intervals on a line as little as possible, in the sense of least squares, so that they no longer overlap.</summary>
/// <remarks>Isotonic regression by pooling adjacent violators, then held between two ends.</remarks>
internal static class PushApart
{
    /// <summary>Centres for intervals of given sizes, near the wanted centres and between two ends; in the order given.</summary>
    public static double[] Place(IReadOnlyList<double> wanted, IReadOnlyList<double> sizes, double lower, double upper)
    {
        int[] order = [.. Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ThenBy(i => i)];
        double[] offsets = new double[order.Length];
        double total = 0;
        for (int i = 0; i < order.Length; i++)
        {
            offsets[i] = total + (sizes[order[i]] / 2);
            total += sizes[order[i]];
        }

        double[] starts = Pool([.. order.Select((index, i) => wanted[index] - offsets[i])]);
        double[] centres = new double[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            centres[order[i]] = Math.Clamp(starts[i], lower, Math.Max(lower, upper - total)) + offsets[i];
        }

        return centres;
    }

    /// <summary>The nondecreasing sequence nearest to a sequence.</summary>
    private static double[] Pool(double[] values)
    {
        List<(double Sum, int Count)> blocks = [];
        foreach (double value in values)
        {
            (double sum, int count) = (value, 1);
            while (blocks.Count > 0 && blocks[^1].Sum / blocks[^1].Count > sum / count)
            {
                sum += blocks[^1].Sum;
                count += blocks[^1].Count;
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add((sum, count));
        }

        return [.. blocks.SelectMany(block => Enumerable.Repeat(block.Sum / block.Count, block.Count))];
    }
}
