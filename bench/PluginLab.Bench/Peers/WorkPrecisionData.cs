using PluginLab.Experiments;

namespace PluginLab.Bench.Peers;

/// <summary>The committed data of the figure: each method at each tolerance on one thread, medians over the rounds.</summary>
internal static class WorkPrecisionData
{
    private const string Header = "workload,peer,method,tolerance,seconds,right-hand-sides,max-error";

    /// <summary>The medians of lines that say the same.</summary>
    public static IReadOnlyList<Measurement> Medians(IEnumerable<Measurement> measurements) =>
    [
        .. measurements
            .Where(row => row.Threads == 1 && row.Workload != Measurement.Products)
            .GroupBy(row => (row.Workload, row.Peer, row.Method, row.Tolerance))
            .Select(group => group.First() with { Seconds = Statistics.Median(group.Select(row => row.Seconds)) }),
    ];

    /// <summary>Writes the data.</summary>
    public static void Write(string path, IEnumerable<Measurement> rows) => File.WriteAllText(
        path,
        string.Join('\n', rows.Select(row => string.Join(
            ',', row.Workload, row.Peer, row.Method, row.Tolerance, NumberText.Of(row.Seconds), NumberText.Of(row.RightHandSides), NumberText.Of(row.Error))).Prepend(Header)) + "\n");

    /// <summary>Reads the data.</summary>
    public static IReadOnlyList<Measurement> Read(string path) =>
    [
        .. File.ReadLines(path).Skip(1).Select(line => line.Split(',')).Select(cells => new Measurement
        {
            Workload = cells[0],
            Peer = cells[1],
            Method = cells[2],
            Tolerance = cells[3],
            Threads = 1,
            Seconds = Measurement.Number(cells[4]),
            ClockSeconds = double.NaN,
            RightHandSides = Measurement.Number(cells[5]),
            Error = Measurement.Number(cells[6]),
        }),
    ];
}
