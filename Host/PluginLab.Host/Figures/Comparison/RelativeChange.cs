namespace PluginLab.Host.Figures.Comparison;

/// <summary>How far numbers moved, as a reader of the axis sees it.</summary>
internal static class RelativeChange
{
    /// <summary>
    /// The largest change between two lists: on a logarithmic axis |b − a| / max(|a|, |b|) for each pair, else |b − a| over the largest magnitude
    /// in both lists. Numbers that are the same, NaN included, change by 0; infinite where lengths differ, or one of a pair is not finite.
    /// </summary>
    public static double Largest(IReadOnlyList<double> before, IReadOnlyList<double> after, bool isLogarithmic)
    {
        if (before.Count != after.Count)
        {
            return double.PositiveInfinity;
        }

        double scale = before.Concat(after).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        double largest = 0;
        for (int i = 0; i < before.Count; i++)
        {
            largest = Math.Max(largest, Of(before[i], after[i], isLogarithmic ? Math.Max(Math.Abs(before[i]), Math.Abs(after[i])) : scale));
        }

        return largest;
    }

    private static double Of(double before, double after, double scale) =>
        before.Equals(after) ? 0
        : double.IsFinite(before) && double.IsFinite(after) ? Math.Abs((after / scale) - (before / scale))
        : double.PositiveInfinity;
}
