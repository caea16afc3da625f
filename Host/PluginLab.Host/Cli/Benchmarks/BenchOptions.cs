using System.CommandLine;
using System.Globalization;
using PluginLab.Host.Benchmarks;
using PluginLab.Host.Planning.Diagnoses;

namespace PluginLab.Host.Cli.Benchmarks;

/// <summary>The argument and options of <c>bench</c>.</summary>
internal sealed class BenchOptions
{
    private const int DefaultRepeats = 5;

    private readonly Argument<string> workload = new("WORKLOAD") { Description = $"What to measure: {string.Join(", ", Workloads.All.Select(known => known.Name))}." };

    private readonly Option<string?> integrator = new("--integrator") { Description = "The integrator; the workload's own if left out.", HelpName = "ID,OPTION=VALUE,…" };

    private readonly Option<string[]> values = new("--set") { Description = "Value of a parameter of the workload's system, such as size=64; see pluginlab describe.", HelpName = "NAME=VALUE" };

    private readonly Option<string> threads = CountOption("--threads", "How many threads may work at once, at most one for each processor.", 1);

    private readonly Option<string> repeats = CountOption("--repeat", "How many runs to measure, after those that warm up.", DefaultRepeats);

    private readonly Option<string?> trajectories = new("--trajectories") { Description = "How many trajectories of an ensemble to run; all if left out.", HelpName = "N" };

    private readonly Option<string?> reference = new("--reference")
    {
        Description = "Compare with the states in this file, 64-bit numbers with the lowest byte first; with a solve of tight tolerance if left out.",
        HelpName = "FILE",
    };

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(workload);
        foreach (Option option in new Option[] { integrator, values, threads, repeats, trajectories, reference })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="UsageException">There is no such workload, or a number is none.</exception>
    public BenchmarkRequest Request(ParseResult parsed) => new()
    {
        Workload = FindWorkload(parsed.GetRequiredValue(workload)),
        Integrator = parsed.GetValue(integrator),
        Values = parsed.GetValue(values) ?? [],
        Threads = ReadThreads(parsed.GetRequiredValue(threads)),
        Repeats = ReadCount(repeats, parsed.GetRequiredValue(repeats)),
        Trajectories = parsed.GetValue(trajectories) is { } count ? ReadCount(trajectories, count) : null,
        Reference = parsed.GetValue(reference),
    };

    private static Workload FindWorkload(string name) =>
        Workloads.All.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"there is no workload \"{name}\"; {Suggest(name.ToUpperInvariant(), [.. Workloads.All.Select(known => known.Name)])}");

    /// <summary>Names that begin with a word are nearer to it than those that are spelled alike: W2 means one of the W2-…, not W3.</summary>
    private static string Suggest(string word, string[] names)
    {
        string[] longer = [.. names.Where(name => name.StartsWith(word, StringComparison.Ordinal)).Select(name => $"\"{name}\"")];
        return longer.Length > 0 ? $"did you mean {string.Join(" or ", longer)}?" : Spelling.Suggest(word, names);
    }

    private static Option<string> CountOption(string name, string description, int defaultValue) =>
        new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => defaultValue.ToString(CultureInfo.InvariantCulture) };

    private static int ReadThreads(string text) => TryReadCount(text) is int count && count <= Environment.ProcessorCount
        ? count
        : throw new UsageException($"--threads is \"{text}\"; it must be a whole number from 1 to {Environment.ProcessorCount}, the number of processors here.");

    private static int ReadCount(Option option, string text) =>
        TryReadCount(text) ?? throw new UsageException($"{option.Name} is \"{text}\"; it must be a whole number from 1 on.");

    private static int? TryReadCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1 ? count : null;
}
