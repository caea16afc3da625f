namespace PluginLab.Bench.Peers;

/// <summary>What <c>bench/peers/run.sh</c> asks for after it measured.</summary>
internal static class PerformancePage
{
    private const string Begin = "<!-- measured -->\n";
    private const string End = "<!-- /measured -->";

    /// <summary>Prints the tables of a folder of measurements.</summary>
    public static void Print(string folder) => Console.Write(RatioTable.Write(ReadRounds(folder)));

    /// <summary>Writes the tables of docs/performance.md, the data of the figure and the figure.</summary>
    public static void Write(string folder, string repository)
    {
        string page = Path.Combine(repository, "docs", "performance.md");
        string text = File.ReadAllText(page);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        string machine = string.Join(", ", File.ReadLines(Path.Combine(folder, "machine.txt")).Zip(["", " cores", " kernels of OpenBLAS"], (line, unit) => line + unit));
        File.WriteAllText(page, $"{text[..begin]}\n{machine}.\n\n{RatioTable.Write(ReadRounds(folder))}\n{text[end..]}");

        string data = DataFile(repository);
        Directory.CreateDirectory(Path.GetDirectoryName(data)!);
        WorkPrecisionData.Write(data, WorkPrecisionData.Medians(Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal).SelectMany(Measurement.ReadFile)));
        Draw(repository);
    }

    /// <summary>Draws the figure from the committed data.</summary>
    public static void Draw(string repository) =>
        WorkPrecisionFigure.Write(Path.Combine(repository, "docs", "images", "work-precision.svg"), WorkPrecisionData.Read(DataFile(repository)));

    private static string DataFile(string repository) => Path.Combine(repository, "bench", "peers", "results", "work-precision.csv");

    private static IReadOnlyList<IReadOnlyList<Measurement>> ReadRounds(string folder) =>
        [.. Directory.GetFiles(folder, "round-*.csv").Order(StringComparer.Ordinal).Select(Measurement.ReadFile)];
}
