namespace PluginLab.GradientFlows.Evidence;

/// <summary>The largest of many measured numbers, as the evidence of a claim that all are small.</summary>
public static class Largest
{
    /// <summary>The largest value; NaN if one is NaN, so that what could not be measured is not passed over, and if there is none.</summary>
    public static double Of(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double largest = double.NegativeInfinity;
        bool isEmpty = true;
        foreach (double value in values)
        {
            isEmpty = false;
            largest = Math.Max(largest, value);
        }

        return isEmpty ? double.NaN : largest;
    }
}
