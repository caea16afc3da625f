using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PluginLab.Host.Execution.Isolation;

/// <summary>A process of this program that carries out one run. What it starts itself ends with it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>The name of the command that the other end answers to.</summary>
    public const string WorkerCommandName = "worker";

    /// <summary>How long is waited for what should come at once when it has ended.</summary>
    public static readonly TimeSpan ForEnding = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly ErrorLines errors;

    private WorkerProcess(Process process, Action<string> say) => (this.process, errors) = (process, new ErrorLines(process.StandardError, say));

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Where its messages come from.</summary>
    public Stream Messages => process.StandardOutput.BaseStream;

    /// <summary>The last lines that it wrote to its error stream.</summary>
    public IReadOnlyList<string> LastLines => errors.Last;

    /// <summary>Starts a process and gives it a request.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="memory">The most bytes that its managed memory may take.</param>
    /// <param name="say">Receives the lines that it writes to its error stream.</param>
    public static WorkerProcess Start(WorkerRequest request, long memory, Action<string> say)
    {
        (string program, string[] words) = OwnProgram.Find();
        ProcessStartInfo start = new(program, [.. words, WorkerCommandName])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = memory.ToString("x", CultureInfo.InvariantCulture);
        WorkerProcess worker = new(Process.Start(start)!, say);
        worker.Tell(request.ToLine());
        return worker;
    }

    /// <summary>Asks the run to stop.</summary>
    public void AskToStop()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is gone already.
        }
    }

    /// <summary>Waits for the end of the process, for which all is done, and kills it where it does not come.</summary>
    /// <returns>Its exit code.</returns>
    public int End()
    {
        if (!process.WaitForExit(ForEnding))
        {
            Kill();
        }

        errors.Wait(ForEnding);
        return process.ExitCode;
    }

    /// <summary>Kills the process with all that it started.</summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It is gone already.
        }

        ProcessGroup.End(process.Id);
        process.WaitForExit(ForEnding);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (process.HasExited)
        {
            // What it started may have outlived it.
            ProcessGroup.End(process.Id);
        }
        else
        {
            Kill();
        }

        process.Dispose();
    }

    private void Tell(string line)
    {
        try
        {
            process.StandardInput.WriteLine(line);
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It ended at once; its exit code says more.
        }
    }
}
