using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PluginLab.Host.Cli.Runs;

/// <summary>The options that give each run a process of its own.</summary>
internal sealed partial class IsolationOptions
{
    private const string ByProcess = "process";
    private const double ShareOfMemory = 0.75;
    private const long SmallestMemory = 64L << 20;

    private readonly Option<string?> isolate = new("--isolate")
    {
        Description = "process: carry out each run in a process of its own, so that a plugin that crashes, hangs or takes all memory fails its run alone.",
        HelpName = ByProcess,
    };

    private readonly Option<string?> memory = new("--memory")
    {
        Description = "With --isolate process: the most memory of a run, such as 2GiB or 500MiB; its share of three quarters of the machine's if not given.",
        HelpName = "SIZE",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        isolate.CompletionSources.Add(ByProcess);
        command.Options.Add(isolate);
        command.Options.Add(memory);
    }

    /// <summary>The most bytes of each run's process; null where runs have none of their own.</summary>
    /// <exception cref="UsageException">An option is malformed.</exception>
    public long? ReadMemory(ParseResult parsed, int jobs) => (parsed.GetValue(isolate), parsed.GetValue(memory)) switch
    {
        (null, null) => null,
        (null, _) => throw new UsageException("--memory holds for processes of runs; give --isolate process too."),
        (ByProcess, null) => Math.Max(SmallestMemory, (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * ShareOfMemory / jobs)),
        (ByProcess, { } size) => ReadSize(size),
        ({ } other, _) => throw new UsageException($"--isolate is \"{other}\"; it must be {ByProcess}."),
    };

    private static long ReadSize(string text) =>
        SizePattern().Match(text) is { Success: true } match
        && double.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
        && number * Unit(match.Groups["unit"].Value) is >= SmallestMemory and < long.MaxValue and double bytes
            ? (long)bytes
            : throw new UsageException($"--memory is \"{text}\"; it must be a size from 64MiB on, such as 500MiB or 2GiB.");

    private static double Unit(string unit) => unit[0] is 'M' ? 1 << 20 : 1 << 30;

    [GeneratedRegex("^(?<number>[0-9]+(\\.[0-9]+)?)(?<unit>MiB|GiB)$")]
    private static partial Regex SizePattern();
}
