using System.CommandLine;
using System.IO.Enumeration;
using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Storage;

namespace PluginLab.Host.Cli.Figures;

/// <summary>The argument and the option that say which stored figures a command is about.</summary>
internal sealed class FigureSelection
{
    private readonly Argument<string> results = new("RESULTS")
    {
        Description = "The results folder; ./results if none is named.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => "results",
    };

    private readonly Option<string[]> filters = new("--filter")
    {
        Description = "Only figures whose run, or RUN/FIGURE where the pattern has a slash, matches one of the patterns; * stands for any characters, ? for one.",
        HelpName = "GLOB",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Adds both to a command.</summary>
    public void AddTo(Command command)
    {
        // The parser takes an unknown option for the folder.
        results.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } option)
            {
                result.AddError(CommandLine.UnknownOption(option.Value, command));
            }
        });
        command.Arguments.Add(results);
        command.Options.Add(filters);
    }

    /// <summary>The results folder.</summary>
    public string Folder(ParseResult parsed) => UsageException.RequirePath("RESULTS", parsed.GetValue(results)!);

    /// <summary>Whether only some figures are chosen.</summary>
    public bool IsPartial(ParseResult parsed) => Patterns(parsed).Length > 0;

    /// <summary>Reads the chosen figures.</summary>
    /// <exception cref="UsageException">The folder holds no figures, or a pattern fits none.</exception>
    public IReadOnlyList<FigureFiles> Read(ParseResult parsed)
    {
        IReadOnlyList<FigureFiles> all = ReadAll(Folder(parsed));
        string[] patterns = Patterns(parsed);
        foreach (string pattern in patterns.Where(pattern => !all.Any(figure => Matches(figure, pattern))))
        {
            IEnumerable<string> names = pattern.Contains('/', StringComparison.Ordinal) ? all.Select(figure => figure.Stored.Name()) : all.Select(figure => figure.Stored.Run).Distinct();
            throw new UsageException($"--filter {pattern}: no figure has such a name; {Spelling.Suggest(pattern, names)}");
        }

        return patterns.Length == 0 ? all : [.. all.Where(figure => patterns.Any(pattern => Matches(figure, pattern)))];
    }

    /// <summary>Reads the figures of a folder.</summary>
    /// <exception cref="UsageException">It holds none.</exception>
    public static IReadOnlyList<FigureFiles> ReadAll(string folder)
    {
        try
        {
            return StoredFigures.Read(folder);
        }
        catch (ResultsFolderException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    private string[] Patterns(ParseResult parsed) => parsed.GetValue(filters) ?? [];

    private static bool Matches(FigureFiles figure, string pattern) => FileSystemName.MatchesSimpleExpression(
        pattern, pattern.Contains('/', StringComparison.Ordinal) ? figure.Stored.Name() : figure.Stored.Run, ignoreCase: false);
}
