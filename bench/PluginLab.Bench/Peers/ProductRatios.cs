using static PluginLab.Bench.Peers.Statistics;

namespace PluginLab.Bench.Peers;

/// <summary>The table of matrix products: speed against OpenBLAS on one thread, over the rounds that measured both.</summary>
internal static class ProductRatios
{
    private const string Peer = "openblas";
    private const string RightTransposed = "-NT";
    private const double Goal = 1;
    private const double GoalOfRightTransposed = 0.85;

    // Goals are about sizes from 64 to 256.
    private static readonly string[] SizesWithGoal = ["n=64-", "n=128-", "n=256-"];

    /// <summary>A row for each product that PluginLab computed.</summary>
    public static IEnumerable<string> Rows(IReadOnlyList<IReadOnlyList<Measurement>> rounds, Machine machine) => rounds
        .SelectMany(round => round)
        .Where(row => row.Workload == Measurement.Products && row.Peer == Measurement.Ours && row.Threads == 1)
        .Select(row => row.Method)
        .Distinct()
        .Select(product => Row([.. rounds.Select(round => (Speed(round, Measurement.Ours, product), Speed(round, Peer, product)))], product, machine));

    private static string Row((double Ours, double Theirs)[] speeds, string product, Machine machine)
    {
        (double Ours, double Theirs)[] both = [.. speeds.Where(pair => pair.Ours > 0 && pair.Theirs > 0)];
        if (both.Length == 0)
        {
            return Invariant($"| {product} | {Median(speeds.Select(pair => pair.Ours).Where(double.IsFinite).DefaultIfEmpty(double.NaN)):0.0} | not measured | | | |");
        }

        double[] ratios = [.. both.Select(pair => pair.Ours / pair.Theirs)];
        double goal = product.EndsWith(RightTransposed, StringComparison.Ordinal) ? GoalOfRightTransposed : Goal;
        string judged = !Array.Exists(SizesWithGoal, size => product.StartsWith(size, StringComparison.Ordinal)) ? " | "
            : Invariant($"≥ {goal:0.00} | {(!machine.HasAvx512 ? RatioTable.ReportedOnly : Median(ratios) >= goal ? "met" : "missed")}");
        return Invariant($"| {product} | {Median(both.Select(pair => pair.Ours)):0.0} | {Median(both.Select(pair => pair.Theirs)):0.0} | {Spread(ratios)} | {judged} |");
    }

    private static double Speed(IReadOnlyList<Measurement> round, string peer, string product) =>
        round.FirstOrDefault(row => row.Workload == Measurement.Products && row.Peer == peer && row.Method == product && row.Threads == 1)?.RightHandSides ?? double.NaN;
}
