using MathNet.Numerics.Statistics;

namespace PluginLab.Numerics.Statistics;

/// <summary>Quantiles of samples, for bands that show where most of many runs lie.</summary>
public static class Quantiles
{
    /// <summary>The quantiles of a sample, linear between its order statistics: x_(k) stands at (k − 1)/(n − 1).</summary>
    /// <remarks>Definition 7 of Hyndman and Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996), 361–365.</remarks>
    /// <param name="sample">n ≥ 1 values, in any order; NaN among them makes every quantile NaN.</param>
    /// <param name="levels">Probabilities from 0 (the smallest value) to 1 (the largest).</param>
    /// <returns>A quantile for each level.</returns>
    /// <exception cref="ArgumentException">The sample is empty, or a level is not from 0 to 1.</exception>
    public static IReadOnlyList<double> Of(IEnumerable<double> sample, IEnumerable<double> levels)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(levels);
        double[] sorted = [.. sample.Order()];
        double[] probabilities = [.. levels];
        if (sorted.Length == 0)
        {
            throw new ArgumentException("A sample needs at least one value to have quantiles.", nameof(sample));
        }

        if (!probabilities.All(level => level >= 0 && level <= 1))
        {
            throw new ArgumentException("The level of a quantile must be a probability from 0 to 1.", nameof(levels));
        }

        // NaN sorts first.
        return [.. probabilities.Select(level => double.IsNaN(sorted[0]) ? double.NaN : SortedArrayStatistics.QuantileCustom(sorted, level, QuantileDefinition.R7))];
    }
}
