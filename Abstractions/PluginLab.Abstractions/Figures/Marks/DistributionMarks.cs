namespace PluginLab.Figures;

/// <summary>Nested bands between quantiles of many runs, with their median as a line; the legend names the share of runs in each band.</summary>
public sealed record QuantileFan : Mark
{
    /// <summary>Abscissae.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Probabilities of the quantiles: strictly between 0 and 1, increasing, symmetric about 0.5, such as 0.05, 0.25, 0.5, 0.75, 0.95.</summary>
    public required IReadOnlyList<double> Levels { get; init; }

    /// <summary>For each level the quantile at each abscissa; a higher level has no lower quantile; NaN interrupts band or line.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Quantiles { get; init; }
}

/// <summary>Bars that show how often values fall into bins.</summary>
public sealed record Histogram : Mark
{
    /// <summary>Edges of the bins: one more than there are; strictly increasing.</summary>
    public required IReadOnlyList<double> Edges { get; init; }

    /// <summary>Number of values in each bin; not negative.</summary>
    public required IReadOnlyList<double> Counts { get; init; }

    /// <summary>What the height of a bar is.</summary>
    public HistogramHeight Height { get; init; }

    /// <summary>Number of values outside all bins; said on the figure, and part of the total that shares and densities refer to.</summary>
    public int Outside { get; init; }

    /// <summary>Counts samples: a bin holds its lower edge and not its upper one, the last bin both.</summary>
    /// <param name="id">Id of the mark.</param>
    /// <param name="samples">The samples; finite.</param>
    /// <param name="edges">Edges of the bins: at least two, strictly increasing.</param>
    /// <exception cref="ArgumentException">A sample is not finite, or the edges are no bins.</exception>
    public static Histogram OfSamples(string id, IReadOnlyList<double> samples, IReadOnlyList<double> edges)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(edges);
        if (edges.Count < 2 || edges.Zip(edges.Skip(1), (lower, upper) => lower < upper).Contains(false) || !samples.All(double.IsFinite))
        {
            throw new ArgumentException("A histogram needs finite samples and at least two edges in increasing order.", nameof(edges));
        }

        double[] counts = new double[edges.Count - 1];
        int outside = 0;
        foreach (double sample in samples)
        {
            if (sample < edges[0] || sample > edges[^1])
            {
                outside++;
                continue;
            }

            int bin = 0;
            while (bin < counts.Length - 1 && sample >= edges[bin + 1])
            {
                bin++;
            }

            counts[bin]++;
        }

        return new() { Id = id, Edges = [.. edges], Counts = counts, Outside = outside };
    }
}

/// <summary>What the height of a bar of a histogram is.</summary>
public enum HistogramHeight
{
    /// <summary>The number of values in the bin.</summary>
    Count,

    /// <summary>The share of all values: count / total.</summary>
    Share,

    /// <summary>The density of probability: count / (total · width of the bin); the area of all bars is the share within the bins.</summary>
    Density,
}
