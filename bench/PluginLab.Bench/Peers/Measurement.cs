using System.Globalization;

namespace PluginLab.Bench.Peers;

/// <summary>One line of a peer's program, or of PluginLab in the same form.</summary>
internal sealed record Measurement
{
    /// <summary>Name of our own lines.</summary>
    public const string Ours = "pluginlab";

    /// <summary>Name of the lines about matrix products.</summary>
    public const string Products = "GEMM";

    /// <summary>The tolerance of our lines with the workload's own integrator.</summary>
    public const string Nominal = "default";

    private const int Cells = 12;

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

    /// <summary>Seconds by the clock.</summary>
    public required double ClockSeconds { get; init; }

    /// <summary>Evaluations of the right-hand side; for matrix products 10⁹ operations a second.</summary>
    public required double RightHandSides { get; init; }

    /// <summary>The largest error of all compared numbers.</summary>
    public required double Error { get; init; }

    /// <summary>Reads <c>workload,peer,method,tolerance,threads,units,wall,processor,evaluations,error,error,rms</c>.</summary>
    /// <exception cref="InvalidDataException">A cell is missing, or none that it should be.</exception>
    public static Measurement Parse(string line)
    {
        string[] cells = line.Split(',');
        if (cells.Length != Cells || !int.TryParse(cells[4], NumberStyles.None, CultureInfo.InvariantCulture, out int threads))
        {
            throw new InvalidDataException($"\"{line}\" is no measurement: it must have {Cells} cells, the fifth a number of threads");
        }

        double clock = Number(cells[6]);
        return new()
        {
            Workload = cells[0],
            Peer = cells[1],
            Method = cells[2],
            Tolerance = cells[3],
            Threads = threads,
            Seconds = threads == 1 ? Number(cells[7]) : clock,
            ClockSeconds = clock,
            RightHandSides = Number(cells[8]),
            Error = Math.Max(Number(cells[9]), Number(cells[10])),
        };
    }

    /// <summary>The lines of a file; empty ones are left out.</summary>
    /// <exception cref="InvalidDataException">A line is no measurement.</exception>
    public static IReadOnlyList<Measurement> ReadFile(string path) =>
        [.. File.ReadLines(path).Index().Where(line => line.Item.Length > 0).Select(line => Parse(path, line.Index + 1, line.Item))];

    /// <summary>A number of a file, with a point whatever the machine's language; C writes infinity as inf.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static double Number(string text) =>
        double.TryParse(text.Replace("inf", "Infinity", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw new InvalidDataException($"\"{text}\" is no number");

    private static Measurement Parse(string path, int number, string line)
    {
        try
        {
            return Parse(line);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path}, line {number}: {exception.Message}. Measure again, or take the line out.", exception);
        }
    }
}
