using System.CommandLine;
using System.CommandLine.Parsing;

namespace PluginLab.Host.Cli.Runs.Watching;

/// <summary>The options that have a manifest carried out whenever something has changed.</summary>
internal sealed class WatchOptions
{
    private readonly Option<bool> watch = new("--watch") { Description = "Run again in a fresh process whenever the manifest, a table or a plugin changes; what did not change is reused." };

    // For processes that a watching one starts: where it is gone, or wants them to stop, their standard input ends.
    private readonly Option<bool> untilInputEnds = new("--until-input-ends") { Hidden = true };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(watch);
        command.Options.Add(untilInputEnds);
    }

    /// <summary>Whether to watch.</summary>
    public bool IsWatching(ParseResult parsed) => parsed.GetValue(watch);

    /// <summary>The command line of each process that a watching one starts.</summary>
    public IReadOnlyList<string> WordsOfEachRun(ParseResult parsed)
    {
        HashSet<Token> own = [.. new[] { watch.Name, RunOptions.ReuseName }.Select(parsed.GetResult).OfType<OptionResult>().SelectMany(WordsOf)];
        return [.. parsed.Tokens.Where(token => !own.Contains(token)).Select(token => token.Value), RunOptions.ReuseName, untilInputEnds.Name];
    }

    /// <summary>The option and, where one was written, its value: <c>--watch true</c>.</summary>
    private static IEnumerable<Token> WordsOf(OptionResult option) => option.IdentifierToken is { } name ? option.Tokens.Prepend(name) : option.Tokens;

    /// <summary>Cancelled when the command should stop.</summary>
    public CancellationTokenSource StopOf(ParseResult parsed, CancellationToken cancellationToken)
    {
        CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (parsed.GetValue(untilInputEnds))
        {
            _ = Task.Factory.StartNew(() => WaitForEnd(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        return stop;
    }

    private static void WaitForEnd(CancellationTokenSource stop)
    {
        Console.In.ReadToEnd();
        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The command has ended by itself.
        }
    }
}
