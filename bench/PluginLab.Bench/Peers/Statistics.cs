using System.Globalization;

namespace PluginLab.Bench.Peers;

/// <summary>How the tables sum rounds up.</summary>
internal static class Statistics
{
    /// <summary>The middle of an odd number of values, the mean of the two middle ones else; NaN if a value is.</summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered.Length == 0 ? throw new ArgumentException("There is no value to take the median of.", nameof(values))
            : double.IsNaN(ordered[0]) ? double.NaN
            : 0.5 * (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]);
    }

    /// <summary>Median, least and largest ratio, such as <c>0.965 (0.729–1.202)</c>.</summary>
    public static string Spread(IReadOnlyCollection<double> ratios) => Invariant($"{Median(ratios):0.000} ({ratios.Min():0.000}–{ratios.Max():0.000})");

    /// <summary>Seconds, or milliseconds below a tenth of one.</summary>
    public static string Seconds(double seconds) => seconds < 0.1 ? Invariant($"{seconds * 1e3:0.0} ms") : Invariant($"{seconds:0.00} s");

    /// <summary>Numbers with a point whatever the machine's language.</summary>
    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
