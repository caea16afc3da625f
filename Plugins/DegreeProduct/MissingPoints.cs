using PluginLab.Dynamics;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>Says which points of a sweep are missing and why, so that a figure with gaps is not taken for a whole one.</summary>
internal static class MissingPoints
{
    /// <summary>One sentence on the trajectories without an event; none if all have it.</summary>
    /// <param name="solution">The sweep.</param>
    /// <param name="eventName">The event.</param>
    /// <param name="degree">d.</param>
    /// <param name="points">What there is a trajectory for each of, such as <c>starts</c>.</param>
    /// <param name="level">The product at the event, as a formula.</param>
    public static IEnumerable<string> Describe(EnsembleSolution solution, string eventName, int degree, string points, string level)
    {
        List<IGrouping<SolveOutcome, int>> missing =
        [
            .. Enumerable.Range(0, solution.Count).Where(i => double.IsNaN(solution.EventTime(eventName, i))).GroupBy(solution.Outcome).OrderBy(group => group.Key),
        ];
        if (missing.Count > 0)
        {
            yield return $"At $d = {degree}$ the product did not reach ${level}$ for {missing.Sum(group => group.Count())} of {solution.Count} {points}: "
                + $"{string.Join(", ", missing.Select(group => $"{group.Count()} {Reason(group.Key)}"))}. Figures leave them out, and claims that need them are inconclusive.";
        }
    }

    /// <summary>A sentence to end a caption on the degrees of which there is no point at all; empty if all have one.</summary>
    public static string Caption(IReadOnlyList<DegreeMeasurement> measurements, Func<DegreeMeasurement, IReadOnlyList<double>> values)
    {
        List<int> degrees = [.. measurements.Where(measurement => !values(measurement).Any(double.IsFinite)).Select(measurement => measurement.Degree)];
        return degrees.Count == 0 ? "" : $" At $d = {string.Join(", ", degrees)}$ no point could be measured.";
    }

    /// <summary>What became of a trajectory, to follow its number.</summary>
    public static string Reason(SolveOutcome outcome) => outcome switch
    {
        SolveOutcome.MaxStepsReached => "ran out of steps",
        SolveOutcome.StepSizeUnderflow => "needed smaller steps than time can resolve",
        SolveOutcome.NonFiniteState => "ended in numbers that are not finite",
        SolveOutcome.Cancelled => "cancelled",
        _ => "not there long after the predicted time",
    };
}
