namespace PluginLab.GradientFlows.Evidence;

/// <summary>Until when a figure shows a flow, so that its transitions fill the axis however long the run goes on.</summary>
public static class ShownTime
{
    private const double HalfTimes = 3;

    /// <summary>Three times the last half-time, and not beyond the end; the end itself where no half-time is positive and finite.</summary>
    /// <param name="endTime">Where the run ends.</param>
    /// <param name="halfTimes">When modes are predicted to be half learned; others than positive finite ones are passed over.</param>
    public static double Of(double endTime, IEnumerable<double> halfTimes) =>
        halfTimes.Where(time => time > 0 && time < endTime).Select(time => Math.Min(HalfTimes * time, endTime)).DefaultIfEmpty(endTime).Max();
}
