using PluginLab.Bench.Peers;

namespace PluginLab.Bench.Tests.Peers;

/// <summary>Lines as <c>bench/peers/run.sh</c> writes them, with round numbers.</summary>
internal static class Lines
{
    /// <summary>A machine that meets the goals' premises.</summary>
    public static Machine Machine { get; } = new("Processor", 2, HasAvx512: true, "SkylakeX");

    /// <summary>A line of a peer.</summary>
    public static Measurement Of(string workload, string peer, double error, double seconds, string method = "method", string tolerance = "1e-06") => new()
    {
        Workload = workload,
        Peer = peer,
        Method = method,
        Tolerance = tolerance,
        Threads = 1,
        Seconds = seconds,
        ClockSeconds = seconds,
        RightHandSides = 100,
        Error = error,
    };

    /// <summary>The line of PluginLab that a goal is about.</summary>
    public static Measurement Ours(string workload, double error, double seconds) => Of(workload, Measurement.Ours, error, seconds, "default", Measurement.Nominal);

    /// <summary>A matrix product.</summary>
    public static Measurement Product(string peer, string product, double speed) => Of(Measurement.Products, peer, 0, 1, product) with { RightHandSides = speed };

    /// <summary>The rows of a page whose first cell is a name.</summary>
    public static string Row(string table, string name) => table.Split('\n').Single(line => line.StartsWith($"| {name} |", StringComparison.Ordinal));
}
