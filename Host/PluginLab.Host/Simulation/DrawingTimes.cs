namespace PluginLab.Host.Simulation;

/// <summary>The times between which a drawing has straight lines: close enough to look like curves.</summary>
internal static class DrawingTimes
{
    private const int Intervals = 400;

    /// <summary>Times from 0 to the last requested one, with all requested ones.</summary>
    /// <param name="requested">The requested times, increasing; the last is positive.</param>
    /// <param name="step">The constant step of the integrator, between whose multiples nothing is computed; null if its steps adapt.</param>
    public static IReadOnlyList<double> Fill(IReadOnlyList<double> requested, double? step)
    {
        double end = requested[^1];
        IEnumerable<double> spaced = Enumerable.Range(0, Intervals).Select(i => Snap(end * i / Intervals, step)).Where(time => time < end);
        return [.. spaced.Concat(requested).Distinct().Order()];
    }

    private static double Snap(double time, double? step) => step is { } size ? Math.Round(time / size) * size : time;
}
