using static PluginLab.Bench.Peers.Statistics;

namespace PluginLab.Bench.Peers;

/// <summary>The tables of docs/performance.md: medians over the rounds, and of ratios also the ends.</summary>
internal static class RatioTable
{
    /// <summary>What stands in place of a verdict where no goal is judged.</summary>
    public const string ReportedOnly = "reported only";

    /// <summary>Writes all tables.</summary>
    /// <param name="rounds">The lines of each round.</param>
    /// <param name="machine">Where they were measured: without AVX-512 ratios are reported, not judged.</param>
    public static string Write(IReadOnlyList<IReadOnlyList<Measurement>> rounds, Machine machine)
    {
        string[][] tables =
        [
            ["| workload | max error | PluginLab | best packaged peer | at that error | ratio (range) | goal | |\n|---|---:|---:|---|---:|---:|---:|---|", .. Bar.All.Select(bar => Row(bar, rounds, machine))],
            ["| product | PluginLab GFLOP/s | OpenBLAS GFLOP/s | ratio (range) | goal | |\n|---|---:|---:|---:|---:|---|", .. ProductRatios.Rows(rounds, machine)],
            ["| PluginLab, by the clock | one thread | two threads | ratio (range) |\n|---|---:|---:|---:|", .. ThreadRatios.Rows(rounds)],
        ];
        return string.Join("\n\n", tables.Where(table => table.Length > 1).Select(table => string.Join('\n', table))) + "\n";
    }

    private static string Row(Bar bar, IReadOnlyList<IReadOnlyList<Measurement>> rounds, Machine machine)
    {
        Comparison[] comparisons = [.. rounds.Select(bar.Compare).OfType<Comparison>()];
        if (comparisons.Length == 0)
        {
            return RowWithoutRatio(bar, [.. rounds.Select(bar.FindOurs).OfType<Measurement>()], rounds.Any(bar.HasPeer));
        }

        double[] ratios = [.. comparisons.Select(comparison => comparison.Ratio)];
        string ours = Seconds(Median(comparisons.Select(comparison => comparison.Seconds)));
        string theirs = BoundOf(comparisons) + Seconds(Median(comparisons.Select(comparison => comparison.Peer.Seconds)));
        string verdict = machine.HasAvx512 ? bar.Judge(comparisons) : ReportedOnly;
        return Invariant(
            $"| {bar.Label} | {comparisons.Max(comparison => comparison.Error):0.0e-0} | {ours} | {bar.PeerLabel} | {theirs} | {Spread(ratios)} | ≤ {bar.Goal:0.###} | {verdict} |");
    }

    private static string RowWithoutRatio(Bar bar, Measurement[] ours, bool hasPeer)
    {
        string measured = ours.Length == 0
            ? "| not measured"
            : Invariant($"{ours.Max(row => row.Error):0.0e-0} | {Seconds(Median(ours.Select(row => row.Seconds)))}");
        return Invariant($"| {bar.Label} | {measured} | {bar.PeerLabel} | {(hasPeer ? "" : "not measured")} | | ≤ {bar.Goal:0.###} | |");
    }

    private static string BoundOf(Comparison[] comparisons) =>
        Array.Exists(comparisons, comparison => comparison.Peer.Kind == TimeKind.AtMost) ? "at most "
        : Array.Exists(comparisons, comparison => comparison.Peer.Kind == TimeKind.AtLeast) ? "at least "
        : "";
}
