namespace PluginLab.Bench.Peers;

/// <summary>What accuracy costs: the lines of one peer for one workload, a curve of seconds against error for each method.</summary>
internal sealed class WorkPrecision
{
    private readonly Measurement[][] curves;

    /// <summary>Takes lines of one workload on one thread; those without a positive error and positive seconds, both finite, say nothing and are left out.</summary>
    public WorkPrecision(IEnumerable<Measurement> measurements) => curves =
    [
        .. measurements
            .Where(line => IsPositive(line.Error) && IsPositive(line.Seconds))
            .GroupBy(line => line.Method)
            .Select(curve => curve.OrderBy(line => line.Error).ToArray()),
    ];

    /// <summary>
    /// The fewest seconds in which a method reaches an error: between two lines of a method by the power law through both, and any line with a smaller error counts as it is.
    /// Beyond the errors that were measured nothing is extrapolated: the seconds are a bound, and are marked as one.
    /// </summary>
    /// <returns>Null if there is no line that says something.</returns>
    public EqualErrorTime? SecondsAt(double error)
    {
        EqualErrorTime[] times = [.. curves.Select(curve => SecondsAt(curve, error))];
        return times.Where(time => time.Kind != TimeKind.AtLeast).MinBy(time => time.Seconds) ?? times.MinBy(time => time.Seconds);
    }

    private static EqualErrorTime SecondsAt(Measurement[] curve, double error)
    {
        Measurement[] accurate = [.. curve.TakeWhile(line => line.Error <= error)];
        if (accurate.Length == 0)
        {
            return new(curve[0].Seconds, TimeKind.AtLeast);
        }

        double enough = accurate.Min(line => line.Seconds);
        return accurate[^1].Error == error ? new(enough, TimeKind.Measured)
            : accurate.Length == curve.Length ? new(enough, TimeKind.AtMost)
            : new(Math.Min(enough, Interpolate(accurate[^1], curve[accurate.Length], error)), TimeKind.Measured);
    }

    private static double Interpolate(Measurement tight, Measurement loose, double error)
    {
        double part = Math.Log(error / tight.Error) / Math.Log(loose.Error / tight.Error);
        return tight.Seconds * Math.Pow(loose.Seconds / tight.Seconds, part);
    }

    private static bool IsPositive(double value) => value > 0 && double.IsFinite(value);
}

/// <summary>What a peer needs for an error.</summary>
/// <param name="Seconds">The seconds.</param>
/// <param name="Kind">What is known about them.</param>
internal sealed record EqualErrorTime(double Seconds, TimeKind Kind);

/// <summary>What is known about the seconds that an error takes.</summary>
internal enum TimeKind
{
    /// <summary>They lie at or between lines.</summary>
    Measured,

    /// <summary>All lines are more accurate: fewer seconds may do.</summary>
    AtMost,

    /// <summary>No line is so accurate: more seconds are needed.</summary>
    AtLeast,
}
