namespace PluginLab.Bench.Peers;

/// <summary>What accuracy costs: the lines of one peer for one workload, a curve of seconds against error for each method.</summary>
internal sealed class WorkPrecision
{
    private readonly Measurement[][] curves;

    /// <summary>Takes lines of one workload on one thread.</summary>
    public WorkPrecision(IEnumerable<Measurement> measurements) =>
        curves = [.. measurements.GroupBy(measurement => measurement.Method).Select(curve => curve.OrderBy(measurement => measurement.Error).ToArray())];

    /// <summary>
    /// The fewest seconds in which a method reaches an error: between two lines of a method a power law; beyond the ends of its lines the nearest one,
    /// and any line with a smaller error counts as it is.
    /// </summary>
    public double SecondsAt(double error) => curves.Min(curve => SecondsAt(curve, error));

    private static double SecondsAt(Measurement[] curve, double error)
    {
        int next = Array.FindIndex(curve, measurement => measurement.Error >= error);
        double between = next < 0 ? curve[^1].Seconds : next == 0 ? curve[0].Seconds : Interpolate(curve[next - 1], curve[next], error);
        return curve.Where(measurement => measurement.Error <= error).Select(measurement => measurement.Seconds).Append(between).Min();
    }

    private static double Interpolate(Measurement tight, Measurement loose, double error)
    {
        double part = Math.Log(error / tight.Error) / Math.Log(loose.Error / tight.Error);
        return tight.Seconds * Math.Pow(loose.Seconds / tight.Seconds, part);
    }
}
