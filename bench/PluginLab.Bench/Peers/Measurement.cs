using System.Globalization;

namespace PluginLab.Bench.Peers;

/// <summary>One line of a peer's program, or of PluginLab in the same form.</summary>
internal sealed record Measurement
{
    /// <summary>Name of our own lines.</summary>
    public const string Ours = "pluginlab";

    /// <summary>Name of the lines about matrix products.</summary>
    public const string Products = "GEMM";

    /// <summary>The workload, such as <c>W2_64</c>.</summary>
    public required string Workload { get; init; }

    /// <summary>Who solved it.</summary>
    public required string Peer { get; init; }

    /// <summary>By which method; for matrix products size and form.</summary>
    public required string Method { get; init; }

    /// <summary>The relative tolerance, as it was written; <c>default</c> for that of the workload.</summary>
    public required string Tolerance { get; init; }

    /// <summary>Number of threads.</summary>
    public required int Threads { get; init; }

    /// <summary>Processor seconds for one thread, else seconds by the clock: others may use the machine.</summary>
    public required double Seconds { get; init; }

    /// <summary>Evaluations of the right-hand side; for matrix products 10⁹ operations a second.</summary>
    public required double RightHandSides { get; init; }

    /// <summary>The largest error of all compared numbers.</summary>
    public required double Error { get; init; }

    /// <summary>Reads <c>workload,peer,method,tolerance,threads,units,wall,processor,evaluations,error,error,rms</c>.</summary>
    public static Measurement Parse(string line)
    {
        string[] cells = line.Split(',');
        int threads = int.Parse(cells[4], CultureInfo.InvariantCulture);
        return new()
        {
            Workload = cells[0],
            Peer = cells[1],
            Method = cells[2],
            Tolerance = cells[3],
            Threads = threads,
            Seconds = Number(cells[threads == 1 ? 7 : 6]),
            RightHandSides = Number(cells[8]),
            Error = Math.Max(Number(cells[9]), Number(cells[10])),
        };
    }

    /// <summary>The lines of a file.</summary>
    public static IReadOnlyList<Measurement> ReadFile(string path) =>
        [.. File.ReadLines(path).Where(line => line.Split(',').Length == 12).Select(Parse)];

    /// <summary>A number of a file, with a point whatever the machine's language.</summary>
    public static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
