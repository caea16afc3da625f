using static PluginLab.Bench.Peers.Statistics;

namespace PluginLab.Bench.Peers;

/// <summary>The table of what a second thread brings, by the clock: of what PluginLab ran on both one and two threads in a round. No goal: cores that others use say little.</summary>
internal static class ThreadRatios
{
    /// <summary>A row for each workload and product that ran on two threads.</summary>
    public static IEnumerable<string> Rows(IReadOnlyList<IReadOnlyList<Measurement>> rounds) => rounds
        .SelectMany(Pairs)
        .GroupBy(pair => Label(pair.One))
        .Select(pairs => Row(pairs.Key, [.. pairs]));

    private static IEnumerable<(Measurement One, Measurement Two)> Pairs(IReadOnlyList<Measurement> round) => Ours(round, threads: 2)
        .Join(Ours(round, threads: 1), What, What, (two, one) => (one, two));

    private static IEnumerable<Measurement> Ours(IReadOnlyList<Measurement> round, int threads) =>
        round.Where(row => row.Peer == Measurement.Ours && row.Threads == threads);

    private static (string, string, string) What(Measurement row) => (row.Workload, row.Method, row.Tolerance);

    private static string Row(string label, (Measurement One, Measurement Two)[] pairs)
    {
        string one = Seconds(Median(pairs.Select(pair => pair.One.ClockSeconds)));
        string two = Seconds(Median(pairs.Select(pair => pair.Two.ClockSeconds)));
        return $"| {label} | {one} | {two} | {Spread([.. pairs.Select(pair => pair.Two.ClockSeconds / pair.One.ClockSeconds)])} |";
    }

    private static string Label(Measurement row) =>
        Bar.All.FirstOrDefault(bar => bar.Workload == row.Workload)?.Label ?? $"product {row.Method}";
}
