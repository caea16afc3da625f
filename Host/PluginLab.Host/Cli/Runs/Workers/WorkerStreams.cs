using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PluginLab.Host.Cli.Runs.Workers;

/// <summary>The pipes between the process of a run and its host.</summary>
/// <param name="Requests">What the host tells.</param>
/// <param name="Messages">What it is told.</param>
internal sealed record WorkerStreams(Stream Requests, Stream Messages) : IDisposable
{
    private const int Input = 0;
    private const int Output = 1;
    private const int Error = 2;

    /// <summary>Takes the standard streams of this process away from plugins, their native libraries and the processes that they start: what those write goes to the error
    /// stream, and there is nothing to read. On Windows, and where a stream cannot be opened again, they stay as they are.</summary>
    public static WorkerStreams Take()
    {
        try
        {
            return OperatingSystem.IsWindows() ? OfConsole() : TakeAway();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return OfConsole();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Requests.Dispose();
        Messages.Dispose();
    }

    private static WorkerStreams OfConsole() => new(Console.OpenStandardInput(), Console.OpenStandardOutput());

    private static WorkerStreams TakeAway()
    {
        // Opened by name, they are closed in processes that this one starts; a duplicate would not be.
        WorkerStreams streams = new(Open(Input, FileAccess.Read), Open(Output, FileAccess.Write));
        using SafeFileHandle nothing = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        _ = Put(nothing.DangerousGetHandle().ToInt32(), Input);
        _ = Put(Error, Output);
        return streams;
    }

    private static FileStream Open(int descriptor, FileAccess access) => new($"/dev/fd/{descriptor}", FileMode.Open, access, FileShare.ReadWrite, bufferSize: 0);

    [DllImport("libc", EntryPoint = "dup2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Put(int descriptor, int inPlaceOf);
}
