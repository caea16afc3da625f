namespace PluginLab.Host.Benchmarks;

/// <summary>States in order: those of one trajectory at its saved times, or the last one of each trajectory.</summary>
/// <param name="count">Number of states.</param>
/// <param name="state">Each of them; all have one length.</param>
internal sealed class ComputedStates(int count, StateAt state)
{
    /// <summary>Number of states.</summary>
    public int Count => count;

    /// <summary>Number of components of each; 0 if there is no state.</summary>
    public int Dimension => count == 0 ? 0 : state(0).Length;

    /// <summary>Takes states that lie one after another.</summary>
    /// <param name="values">The components of all states; their number is a multiple of <paramref name="dimension"/>.</param>
    /// <param name="dimension">Number of components of one state.</param>
    public static ComputedStates OfValues(double[] values, int dimension) =>
        new(values.Length / dimension, index => values.AsSpan(index * dimension, dimension));

    /// <summary>The largest difference of a component from that of a reference, over the states that both have; NaN if one is NaN.</summary>
    public double LargestDifference(ComputedStates reference)
    {
        double largest = 0;
        for (int i = 0; i < Math.Min(Count, reference.Count); i++)
        {
            largest = Math.Max(largest, LargestDifference(At(i), reference.At(i)));
        }

        return largest;
    }

    private ReadOnlySpan<double> At(int index) => state(index);

    private static double LargestDifference(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double largest = 0;
        for (int i = 0; i < left.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(left[i] - right[i]));
        }

        return largest;
    }
}

/// <summary>One state of several, counted from 0.</summary>
internal delegate ReadOnlySpan<double> StateAt(int index);
