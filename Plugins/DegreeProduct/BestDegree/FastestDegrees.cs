namespace PluginLab.Plugins.DegreeProduct.BestDegree;

/// <summary>Which degree is there first, for many targets and starts.</summary>
/// <param name="Points">The targets and starts.</param>
/// <param name="Measured">The degree with the shortest measured time; NaN where a time could not be measured.</param>
/// <param name="Predicted">The degree with the shortest time by the closed forms.</param>
/// <param name="IsDecided">Whether these times tell the two fastest degrees apart by more than a solver's error.</param>
internal sealed record FastestDegrees(
    IReadOnlyList<TargetAndStart> Points, IReadOnlyList<double> Measured, IReadOnlyList<int> Predicted, IReadOnlyList<bool> IsDecided)
{
    /// <summary>Relative difference of two times that any solver in use resolves.</summary>
    private const double Resolution = 1e-4;

    /// <summary>Compares the degrees.</summary>
    /// <param name="points">The targets and starts.</param>
    /// <param name="times">The times of each degree at all of them.</param>
    public static FastestDegrees Of(IReadOnlyList<TargetAndStart> points, IReadOnlyList<TotalTimes> times) => new(
        points,
        [.. points.Select((_, i) => Fastest(times, i))],
        [.. points.Select((_, i) => times.MinBy(degree => degree.Predicted[i])!.Degree)],
        [.. points.Select((_, i) => AreApart([.. times.Select(degree => degree.Predicted[i]).Order().Take(2)]))]);

    /// <summary>Points at which the measured degree is not the predicted one, though they are decided; NaN if one could not be measured.</summary>
    public double CountDifferences()
    {
        int[] decided = [.. Enumerable.Range(0, Points.Count).Where(i => IsDecided[i])];
        return decided.Any(i => double.IsNaN(Measured[i])) ? double.NaN : decided.Count(i => Measured[i] != Predicted[i]);
    }

    private static double Fastest(IReadOnlyList<TotalTimes> times, int point)
    {
        // NaN comes before every number: what could not be measured is not passed over.
        TotalTimes fastest = times.MinBy(degree => degree.Measured[point])!;
        return double.IsFinite(fastest.Measured[point]) ? fastest.Degree : double.NaN;
    }

    private static bool AreApart(double[] ordered) => ordered.Length < 2 || ordered[1] - ordered[0] > Resolution * ordered[0];
}
