using PluginLab.Host.Execution;

namespace PluginLab.Host.Cli.Runs;

/// <summary>Says so, and sees to the exit code, when a plugin ends the process while runs go on.</summary>
internal sealed class ExitGuard : IDisposable
{
    private readonly Terminal terminal;
    private readonly ProgressBoard board;

    /// <summary>Guards until it is disposed of.</summary>
    public ExitGuard(Terminal terminal, ProgressBoard board)
    {
        (this.terminal, this.board) = (terminal, board);
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
    }

    private string Running => string.Join(", ", board.Lines.Where(line => line.Stage == RunStage.Running).Select(line => line.Name));

    /// <summary>Ends the guard.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandled;
    }

    private void OnExit(object? sender, EventArgs arguments)
    {
        terminal.Error.WriteLine($"pluginlab: the process was ended while runs went on: {Running}. No report was written; a plugin must not end the process.");
        Environment.ExitCode = ExitCode.RunFailed;
    }

    private void OnUnhandled(object sender, UnhandledExceptionEventArgs arguments)
    {
        Dispose();
        string thrown = arguments.ExceptionObject is Exception exception ? $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}" : "an object";
        terminal.Error.WriteLine($"pluginlab: a thread of a plugin ended the process while runs went on: {Running}. No report was written. It threw {thrown}");
        Environment.Exit(ExitCode.RunFailed);
    }
}
