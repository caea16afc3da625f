using System.CommandLine;
using System.Globalization;
using PluginLab.Host.Execution;
using PluginLab.Host.Planning;
using PluginLab.Host.Planning.Parameters;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Cli.Runs;

/// <summary>The options of <c>pluginlab run</c>.</summary>
internal sealed class RunOptions
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
    private readonly Option<string> output = new("--out") { Description = "Where results go.", HelpName = "DIR", DefaultValueFactory = _ => "results" };
    private readonly Option<string?> timeout = new("--timeout") { Description = "The longest time that a run may take, such as 90s, 2m or 1.5h.", HelpName = "TIME" };
    private readonly Option<bool> failFast = new("--fail-fast") { Description = "Begin no more runs after one that failed or has an unexpected verdict." };
    private readonly Option<bool> strict = new("--strict") { Description = "Fail when a verdict is inconclusive." };
    private readonly Option<bool> json = new("--json") { Description = "Write the summary as JSON." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] all = [filters, tags, overrides, integrator, seed, jobs, output, timeout, failFast, strict, json];
        foreach (Option option in all)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Where results go.</summary>
    /// <exception cref="UsageException">No folder is named.</exception>
    public string Output(ParseResult parsed) => UsageException.RequirePath("--out", parsed.GetValue(output)!);

    /// <summary>Whether an inconclusive verdict is a failure.</summary>
    public bool IsStrict(ParseResult parsed) => parsed.GetValue(strict);

    /// <summary>Whether the summary is written as JSON.</summary>
    public bool IsJson(ParseResult parsed) => parsed.GetValue(json);

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

    /// <summary>What they say about carrying it out.</summary>
    /// <exception cref="UsageException">An option is malformed.</exception>
    public ExecutionOptions ReadExecution(ParseResult parsed)
    {
        int count = parsed.GetValue(jobs) is { } text ? ReadJobs(text) : Environment.ProcessorCount;
        return new ExecutionOptions(count, parsed.GetValue(failFast));
    }

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
