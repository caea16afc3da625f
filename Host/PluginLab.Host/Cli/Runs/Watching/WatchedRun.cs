using System.Diagnostics;
using PluginLab.Host.Execution;
using PluginLab.Host.Execution.Isolation;

namespace PluginLab.Host.Cli.Runs.Watching;

/// <summary>A fresh process that carries out the manifest; it writes to this terminal, and ends when its standard input does.</summary>
internal sealed class WatchedRun : IDisposable
{
    private readonly Process process;

    private WatchedRun(Process process) => this.process = process;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>How it ended.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>Starts the process with the words of a command line.</summary>
    public static WatchedRun Start(IEnumerable<string> words)
    {
        (string program, string[] own) = OwnProgram.Find();
        return new(Process.Start(new ProcessStartInfo(program, [.. own, .. words]) { RedirectStandardInput = true })!);
    }

    /// <summary>Asks it to stop, and waits for that, but not for ever.</summary>
    public void Stop()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(Patience.AfterInterruption + Patience.AfterInterruption))
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        process.Dispose();
    }
}
