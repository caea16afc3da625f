using System.CommandLine;
using System.Globalization;
using PluginLab.Host.Planning;
using PluginLab.Host.Planning.Parameters;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Cli.Runs;

/// <summary>The options that say which runs are carried out, with which values, and how many at once.</summary>
internal sealed class PlanningOptions
{
    private readonly Option<string[]> filters = new("--filter")
    {
        Description = "Run only runs whose name matches one of the patterns; * stands for any characters, ? for one.",
        HelpName = "GLOB",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> tags = new("--tag") { Description = "Run only runs with this tag; may be given several times.", HelpName = "TAG" };

    private readonly Option<string[]> overrides = new("--set")
    {
        Description = "Set a parameter of a run, such as diagonal.hidden-width=8; the value is JSON, 2,1 for a list, 2,1;0,3 for a matrix.",
        HelpName = "RUN.PARAMETER=VALUE",
    };

    private readonly Option<string?> integrator = new("--integrator")
    {
        Description = "Use this integrator in all runs: an id or a name of the manifest, with options, such as runge-kutta-4,step=0.01.",
        HelpName = "ID[,OPTION=VALUE]",
    };

    private readonly Option<string?> seed = new("--seed") { Description = "Derive the seeds of all runs from this one.", HelpName = "NUMBER" };
    private readonly Option<string?> jobs = new("--jobs") { Description = "How many runs go on at once; as many as there are cores if not given.", HelpName = "N" };
    private readonly Option<string?> timeout = new("--timeout") { Description = "The longest time that a run may take, such as 90s, 2m or 1.5h.", HelpName = "TIME" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] all = [filters, tags, overrides, integrator, seed, jobs, timeout];
        foreach (Option option in all)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What they say about the plan.</summary>
    /// <exception cref="UsageException">An option is malformed.</exception>
    public PlanOptions ReadPlan(ParseResult parsed) => new()
    {
        Filters = parsed.GetValue(filters) ?? [],
        Tags = parsed.GetValue(tags) ?? [],
        Overrides = [.. (parsed.GetValue(overrides) ?? []).Select(ReadOverride)],
        Integrator = parsed.GetValue(integrator) is { } choice ? ReadIntegrator(choice) : null,
        Seed = parsed.GetValue(seed) is { } number ? ReadSeed(number) : null,
        Timeout = parsed.GetValue(timeout) is { } limit ? ReadTimeout(limit) : null,
    };

    /// <summary>How many runs go on at once.</summary>
    /// <exception cref="UsageException">The option is malformed.</exception>
    public int ReadJobs(ParseResult parsed) => parsed.GetValue(jobs) is { } text ? ReadJobs(text) : Environment.ProcessorCount;

    private static ParameterOverride ReadOverride(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        int dot = equals < 0 ? -1 : text[..equals].IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            ? new ParameterOverride(text[..dot], GivenValue.OfText(text[(dot + 1)..equals], text[(equals + 1)..], Place.OfOption($"--set {text}")))
            : throw new UsageException($"--set is '{text}'; it must be RUN.PARAMETER=VALUE, such as diagonal.hidden-width=8.");
    }

    private static ComponentChoice ReadIntegrator(string text)
    {
        try
        {
            return ParameterText.ReadComponent(text, Place.OfOption($"--integrator {text}"));
        }
        catch (FormatException exception)
        {
            throw new UsageException($"--integrator: {exception.Message}.");
        }
    }

    private static int ReadJobs(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1
            ? count
            : throw new UsageException($"--jobs is \"{text}\"; it must be a whole number from 1 on.");

    private static ulong ReadSeed(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) && value <= ObjectReader.LargestSeed
            ? value
            : throw new UsageException($"--seed is '{text}'; it must be a whole number from 0 to {ObjectReader.LargestSeed}.");

    private static TimeSpan ReadTimeout(string text) => ObjectReader.ParseDuration(text)
        ?? throw new UsageException($"--timeout is '{text}'; it must be a time such as 90s, 2m or 1.5h.");
}
