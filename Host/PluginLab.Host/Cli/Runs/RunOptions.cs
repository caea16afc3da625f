using System.CommandLine;

namespace PluginLab.Host.Cli.Runs;

/// <summary>The options of <c>pluginlab run</c> besides those about the plan.</summary>
internal sealed class RunOptions
{
    private readonly Option<string> output = new("--out") { Description = "Where results go.", HelpName = "DIR", DefaultValueFactory = _ => "results" };
    private readonly Option<bool> failFast = new("--fail-fast") { Description = "Begin no more runs after one that failed or has an unexpected verdict." };
    private readonly Option<bool> strict = new("--strict") { Description = "Fail when a verdict is inconclusive." };
    private readonly Option<bool> json = new("--json") { Description = "Write the summary as JSON." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] all = [output, failFast, strict, json];
        foreach (Option option in all)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What they say, with how many runs go on at once.</summary>
    /// <exception cref="UsageException">An option is malformed.</exception>
    public RunRequest Read(ParseResult parsed, int jobs) => new(
        new(jobs, parsed.GetValue(failFast)),
        UsageException.RequirePath("--out", parsed.GetValue(output)!),
        parsed.GetValue(strict),
        parsed.GetValue(json));
}
