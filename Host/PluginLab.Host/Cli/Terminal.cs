using System.Text;
using Spectre.Console;

namespace PluginLab.Host.Cli;

/// <summary>The one owner of the console: results go to <see cref="Out"/>, progress and diagnostics to <see cref="Error"/>.</summary>
internal sealed class Terminal
{
    private const int WidthOfFiles = 160;

    private readonly TextWriter rawOutput;
    private readonly TextWriter rawError;

    /// <summary>Creates a terminal that writes to the given places.</summary>
    public Terminal(TextWriter output, TextWriter error, bool isOutputColoured = false, bool isErrorColoured = false)
    {
        (rawOutput, rawError) = (output, error);
        (Out, Error) = (new EscapingWriter(output), new EscapingWriter(error));
        (IsOutputColoured, IsErrorColoured) = (isOutputColoured, isErrorColoured);
    }

    /// <summary>Where results go; control characters are escaped.</summary>
    public TextWriter Out { get; }

    /// <summary>Where progress and diagnostics go; control characters are escaped.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether results are read by a person at a terminal who wants colour.</summary>
    public bool IsOutputColoured { get; }

    /// <summary>Whether diagnostics are read by a person at a terminal who wants colour; bars are drawn there only.</summary>
    public bool IsErrorColoured { get; }

    /// <summary>The terminal of this process: UTF-8, lines end with LF, no colour when redirected or where NO_COLOR is set.</summary>
    public static Terminal OfProcess()
    {
        bool wantsColour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        Terminal terminal = new(
            Writer(Console.OpenStandardOutput()),
            Writer(Console.OpenStandardError()),
            wantsColour && !Console.IsOutputRedirected,
            wantsColour && !Console.IsErrorRedirected);
        // What a plugin prints must not mix with results.
        Console.SetOut(terminal.Error);
        return terminal;
    }

    /// <summary>A console for tables on <see cref="Out"/>; writes plain text where there is no colour.</summary>
    public IAnsiConsole CreateOutputConsole() => CreateConsole(rawOutput, IsOutputColoured);

    /// <summary>A console for progress on <see cref="Error"/>; writes plain text where there is no colour.</summary>
    public IAnsiConsole CreateErrorConsole() => CreateConsole(rawError, IsErrorColoured);

    private static IAnsiConsole CreateConsole(TextWriter writer, bool isColoured)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isColoured ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isColoured ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isColoured ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!isColoured)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
}
