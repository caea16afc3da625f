namespace PluginLab.GradientFlows.Products;

/// <summary>Roots of functions that change sign once in an interval.</summary>
internal static class MonotoneRoot
{
    private const int MostHalvings = 200;

    /// <summary>Bisects until the interval no longer shrinks: the root to the last bit, whatever the shape of the function.</summary>
    public static double Bisect(Func<double, double> function, double lower, double upper)
    {
        int signAtLower = Math.Sign(function(lower));
        for (int i = 0; i < MostHalvings; i++)
        {
            double middle = lower + ((upper - lower) / 2);
            if (middle <= lower || middle >= upper)
            {
                return middle;
            }

            (lower, upper) = Math.Sign(function(middle)) == signAtLower ? (middle, upper) : (lower, middle);
        }

        return lower + ((upper - lower) / 2);
    }
}
