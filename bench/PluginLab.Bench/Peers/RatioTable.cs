using System.Globalization;
using System.Text;

namespace PluginLab.Bench.Peers;

/// <summary>The tables of docs/performance.md: medians over the rounds, and of ratios also the ends.</summary>
internal static class RatioTable
{
    private static readonly string[] Forms = ["NN", "NT", "TN"];

    /// <summary>Writes both tables.</summary>
    public static string Write(IReadOnlyList<IReadOnlyList<Measurement>> rounds)
    {
        StringBuilder text = new();
        text.Append("| workload | max error | PluginLab | best packaged peer | at that error | ratio (range) | goal | |\n|---|---:|---:|---|---:|---:|---:|---|\n");
        foreach (Bar bar in Bar.All)
        {
            text.Append(Row(bar, [.. rounds.Select(bar.Compare).OfType<Comparison>()])).Append('\n');
        }

        text.Append("\n| product | PluginLab GFLOP/s | OpenBLAS GFLOP/s | ratio (range) | goal | |\n|---|---:|---:|---:|---:|---|\n");
        foreach (string product in rounds.SelectMany(ProductsOf).Distinct())
        {
            text.Append(ProductRow([.. rounds.Where(round => ProductsOf(round).Contains(product))], product)).Append('\n');
        }

        return text.ToString();
    }

    private static string Row(Bar bar, Comparison[] comparisons)
    {
        if (comparisons.Length == 0)
        {
            return $"| {bar.Label} | | not measured | {bar.PeerLabel} | | | | |";
        }

        double[] ratios = [.. comparisons.Select(comparison => comparison.Ratio)];
        double error = comparisons.Max(comparison => comparison.Error);
        string verdict = error > bar.MostError ? "error too large" : Verdict(Median(ratios) <= bar.Goal);
        return Invariant(
            $"| {bar.Label} | {error:0.0e-0} | {Seconds(Median([.. comparisons.Select(c => c.Seconds)]))} | {bar.PeerLabel} | {Seconds(Median([.. comparisons.Select(c => c.PeerSeconds)]))} | {Spread(ratios)} | ≤ {bar.Goal:0.###} | {verdict} |");
    }

    private static IEnumerable<string> ProductsOf(IReadOnlyList<Measurement> round) =>
        round.Where(row => row.Workload == Measurement.Products && row.Peer == Measurement.Ours && row.Threads == 1).Select(row => row.Method).Distinct();

    private static string ProductRow(IReadOnlyList<IReadOnlyList<Measurement>> rounds, string product)
    {
        double[] ours = [.. rounds.Select(round => Speed(round, Measurement.Ours, product))];
        double[] theirs = [.. rounds.Select(round => Speed(round, "openblas", product))];
        double[] ratios = [.. ours.Zip(theirs, (left, right) => left / right)];
        double goal = product.EndsWith(Forms[1], StringComparison.Ordinal) ? 0.85 : 1;
        bool counts = product is not ("n=32-NN" or "n=32-NT" or "n=32-TN") && !product.StartsWith("n=512", StringComparison.Ordinal);
        return Invariant(
            $"| {product} | {Median(ours):0.0} | {Median(theirs):0.0} | {Spread(ratios)} | {(counts ? Invariant($"≥ {goal:0.00}") : "")} | {(counts ? Verdict(Median(ratios) >= goal) : "")} |");
    }

    private static double Speed(IReadOnlyList<Measurement> round, string peer, string product) =>
        round.FirstOrDefault(row => row.Workload == Measurement.Products && row.Peer == peer && row.Method == product && row.Threads == 1)?.RightHandSides ?? double.NaN;

    private static string Verdict(bool isMet) => isMet ? "met" : "missed";

    private static string Spread(double[] ratios) => Invariant($"{Median(ratios):0.000} ({ratios.Min():0.000}–{ratios.Max():0.000})");

    private static string Seconds(double seconds) => seconds < 0.1 ? Invariant($"{seconds * 1e3:0.0} ms") : Invariant($"{seconds:0.00} s");

    /// <summary>The middle of an odd number of values, the mean of the two middle ones else.</summary>
    public static double Median(double[] values)
    {
        double[] ordered = [.. values.Order()];
        return 0.5 * (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
