using System.CommandLine;
using System.CommandLine.Parsing;
using PluginLab.Host.Cli.Benchmarks;
using PluginLab.Host.Cli.Claims;
using PluginLab.Host.Cli.Components;
using PluginLab.Host.Cli.Figures;
using PluginLab.Host.Cli.Figures.Comparison;
using PluginLab.Host.Cli.Runs;
using PluginLab.Host.Cli.Runs.Workers;
using PluginLab.Host.Cli.Simulations;
using PluginLab.Host.Cli.Templates;
using PluginLab.Host.Planning.Diagnoses;

namespace PluginLab.Host.Cli;

/// <summary>The command line: parses, runs a command, and turns what comes of it into an exit code.</summary>
internal static class CommandLine
{
    private const string NoOption = "there is no option";

    private static readonly TimeSpan TimeToFinishWriting = TimeSpan.FromSeconds(25);

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public static int Invoke(IReadOnlyList<string> arguments, Terminal terminal)
    {
        using HostServices services = new(terminal);
        // A word that begins with @ is a value here, such as --initial @start.json, never a file with further arguments.
        ParserConfiguration parser = new() { ResponseFileTokenReplacer = null };
        ParseResult parsed = CreateRoot(services).Parse(arguments, parser);
        if (parsed.Errors.Count > 0)
        {
            return ReportUsage(parsed, terminal);
        }

        InvocationConfiguration configuration = new()
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeToFinishWriting,
        };
        try
        {
            return parsed.InvokeAsync(configuration).GetAwaiter().GetResult();
        }
        catch (UsageException exception)
        {
            terminal.Error.WriteLine($"pluginlab: {exception.Message}");
            return ExitCode.Usage;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"pluginlab: a file or stream cannot be used: {exception.Message.ReplaceLineEndings(" ")}");
            return ExitCode.Usage;
        }
        catch (Exception exception)
        {
            terminal.Error.WriteLine($"pluginlab: internal error; please report it with these lines:\n{exception}");
            return ExitCode.InternalError;
        }
    }

    private static RootCommand CreateRoot(IHostServices services)
    {
        Command[] commands =
        [
            RunCommand.Create(services),
            ClaimsCommand.Create(services),
            ListCommand.Create(services),
            SchemaCommand.Create(services),
            DescribeCommand.Create(services),
            SimulateCommand.Create(services),
            BenchCommand.Create(services),
            FiguresCommand.Create(services),
            CompareCommand.Create(services),
            ValidateCommand.Create(services),
            PluginsCommand.Create(services),
            NewCommand.Create(services),
            WorkerCommand.Create(services),
        ];
        RootCommand root = new("Runs experiments on gradient flows from a manifest and writes verified claims and figures.");
        foreach (Command command in commands)
        {
            root.Add(command);
        }

        return root;
    }

    private static int ReportUsage(ParseResult parsed, Terminal terminal)
    {
        Command command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith('-')) is { } unknown)
        {
            terminal.Error.WriteLine($"pluginlab: there is no command \"{unknown}\"; {Spelling.Suggest(unknown, command.Subcommands.Where(known => !known.Hidden).Select(known => known.Name))}");
        }
        else
        {
            foreach (string message in MessagesOf(parsed))
            {
                terminal.Error.WriteLine($"pluginlab: {message}");
            }
        }

        terminal.Error.WriteLine($"See {NameOf(parsed.CommandResult)} --help.");
        return ExitCode.Usage;
    }

    /// <summary>Unknown options with what was probably meant, in place of the parser's words about them and what followed; else its words.</summary>
    private static IEnumerable<string> MessagesOf(ParseResult parsed)
    {
        string[] unknown = [.. parsed.UnmatchedTokens.Where(token => token.StartsWith('-'))];
        bool isKnown = unknown.Length == 0 && !parsed.Errors.Any(error => error.Message.StartsWith(NoOption, StringComparison.Ordinal));
        IEnumerable<string> others = parsed.Errors
            .Select(MessageOf)
            .Where(message => isKnown || !parsed.UnmatchedTokens.Any(token => message.Contains($"'{token}'", StringComparison.Ordinal)));
        return unknown.Select(option => UnknownOption(option, parsed.CommandResult.Command)).Concat(others);
    }

    /// <summary>The parser's words; where a required argument is missing, also what it can be.</summary>
    private static string MessageOf(ParseError error) =>
        error.SymbolResult is ArgumentResult { Tokens.Count: 0, Argument.Description: { } description } ? $"{error.Message} {description}" : error.Message;

    /// <summary>The sentence about an option that a command does not have.</summary>
    public static string UnknownOption(string option, Command command) =>
        $"{NoOption} \"{option}\"; {Spelling.Suggest(option, command.Options.Select(known => known.Name))}";

    /// <summary>The words that name a command, such as <c>pluginlab plugins check</c>.</summary>
    private static string NameOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{NameOf(parent)} {result.Command.Name}" : "pluginlab";
}
