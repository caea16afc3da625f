using System.CommandLine;

namespace PluginLab.Host.Cli.Runs;

/// <summary>The options of <c>pluginlab run</c> besides those about the plan.</summary>
internal sealed class RunOptions
{
    /// <summary>The option that takes what earlier runs found.</summary>
    public const string ReuseName = "--reuse";

    private const string Quick = "quick";
    private const string Full = "full";

    private readonly Option<string> output = new("--out") { Description = "Where results go.", HelpName = "DIR", DefaultValueFactory = _ => "results" };
    private readonly Option<bool> failFast = new("--fail-fast") { Description = "Begin no more runs after one that failed or has an unexpected verdict." };
    private readonly Option<bool> strict = new("--strict") { Description = "Fail when a verdict is inconclusive." };
    private readonly Option<bool> json = new("--json") { Description = "Write the summary as JSON." };

    private readonly Option<string> check = new("--check")
    {
        Description = "How much to check: full carries out each run again at tighter tolerance and with a second integrator, for the solver's error of each claim.",
        HelpName = $"{Quick}|{Full}",
        DefaultValueFactory = _ => Quick,
    };

    private readonly Option<bool> reuse = new(ReuseName) { Description = "Take what earlier runs found whose parameters, tables, plugins and integrators were the same, and keep what is found now." };

    private readonly IsolationOptions isolation = new();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        check.CompletionSources.Add(Quick, Full);
        check.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value is not (Quick or Full)) is { } other)
            {
                result.AddError($"--check is \"{other.Value}\"; it must be {Quick} or {Full}.");
            }
        });
        Option[] all = [output, check, reuse, failFast, strict, json];
        foreach (Option option in all)
        {
            command.Options.Add(option);
        }

        isolation.AddTo(command);
    }

    /// <summary>What they say, with how many runs go on at once.</summary>
    /// <exception cref="UsageException">An option is malformed.</exception>
    public RunRequest Read(ParseResult parsed, int jobs) => new(
        new(jobs, parsed.GetValue(failFast)),
        UsageException.RequirePath("--out", parsed.GetValue(output)!),
        parsed.GetValue(check) == Full,
        parsed.GetValue(strict),
        parsed.GetValue(json))
    {
        IsReusing = parsed.GetValue(reuse),
        MemoryPerProcess = isolation.ReadMemory(parsed, jobs),
    };
}
