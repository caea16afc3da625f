namespace PluginLab.Bench.Peers;

/// <summary>What <c>bench/peers/run.sh</c> asks for after it measured.</summary>
internal static class PerformancePage
{
    private const string Begin = "<!-- measured -->\n";
    private const string End = "<!-- /measured -->";
    private const string Figure = "![Seconds against error of W1P, W1Q and the networks, PluginLab and its peers](images/work-precision.svg)";

    /// <summary>Prints the tables of a folder of measurements.</summary>
    public static void Print(string folder) => Console.Write(RatioTable.Write(ReadRounds(folder), Machine.Read(folder)));

    /// <summary>Writes the tables of docs/performance.md, the data of the figure and the figure.</summary>
    public static void Write(string folder, string repository)
    {
        string page = Path.Combine(repository, "docs", "performance.md");
        Machine machine = Machine.Read(folder);
        File.WriteAllText(page, Replace(File.ReadAllText(page), $"{machine.Description}\n\n{RatioTable.Write(ReadRounds(folder), machine)}"));

        string data = DataFile(repository);
        Directory.CreateDirectory(Path.GetDirectoryName(data)!);
        WorkPrecisionData.Write(data, WorkPrecisionData.Medians(Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal).SelectMany(Measurement.ReadFile)));
        Draw(repository);
    }

    /// <summary>Puts what was measured, and the figure, between the two marks of a page.</summary>
    /// <exception cref="InvalidDataException">The page lacks a mark.</exception>
    public static string Replace(string page, string measured)
    {
        int begin = page.IndexOf(Begin, StringComparison.Ordinal);
        int end = page.IndexOf(End, Math.Max(begin, 0), StringComparison.Ordinal);
        return begin >= 0 && end >= 0
            ? $"{page[..(begin + Begin.Length)]}\n{measured}\n{Figure}\n\n{page[end..]}"
            : throw new InvalidDataException($"docs/performance.md has no lines \"{Begin.TrimEnd()}\" and \"{End}\", between which the tables go; write both.");
    }

    /// <summary>Draws the figure from the committed data.</summary>
    public static void Draw(string repository) =>
        WorkPrecisionFigure.Write(Path.Combine(repository, "docs", "images", "work-precision.svg"), WorkPrecisionData.Read(DataFile(repository)));

    private static string DataFile(string repository) => Path.Combine(repository, "bench", "peers", "results", "work-precision.csv");

    private static IReadOnlyList<IReadOnlyList<Measurement>> ReadRounds(string folder)
    {
        string[] rounds = Directory.GetFiles(folder, "round-*.csv");
        return rounds.Length > 0
            ? [.. rounds.Order(StringComparer.Ordinal).Select(Measurement.ReadFile)]
            : throw new InvalidDataException($"{folder} has no file round-1.csv; name a folder that bench/peers/run.sh wrote.");
    }
}
