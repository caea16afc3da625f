namespace PluginLab.Host.Execution.Isolation;

/// <summary>What a process writes to its error stream: said as it comes, and its end kept.</summary>
internal sealed class ErrorLines
{
    private const int KeptLines = 40;
    private const int SaidLines = 100;

    private readonly Queue<string> lines = new();
    private readonly Task reading;

    /// <summary>Reads a stream on a thread of its own.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="say">Receives the lines, apart from the runtime's last words.</param>
    public ErrorLines(TextReader stream, Action<string> say) => reading = Task.Factory.StartNew(
        () => Read(stream, say), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>The last lines.</summary>
    public IReadOnlyList<string> Last
    {
        get
        {
            lock (lines)
            {
                return [.. lines];
            }
        }
    }

    /// <summary>Waits for the end of the stream, but not for ever: a process that the one started may hold it open.</summary>
    public void Wait(TimeSpan patience) => reading.Wait(patience);

    private void Read(TextReader stream, Action<string> say)
    {
        int said = 0;
        bool isEnding = false;
        foreach (string line in BoundedLines.Of(stream))
        {
            // The runtime's last words come to the report, with the stack trace.
            isEnding |= WorkerEnding.BeginsLastWords(line);
            Keep(line, isEnding);
            if (!isEnding && ++said <= SaidLines)
            {
                say(line);
            }
        }
    }

    /// <summary>Keeps the last lines, and of the runtime's last words the first, which say what happened.</summary>
    private void Keep(string line, bool isEnding)
    {
        lock (lines)
        {
            if (!isEnding || lines.Count < KeptLines)
            {
                lines.Enqueue(line);
            }

            while (lines.Count > (isEnding ? KeptLines : KeptLines / 2))
            {
                lines.Dequeue();
            }
        }
    }
}
