using System.Diagnostics;

namespace PluginLab.Host.Tests.EndToEnd;

/// <summary>A host that watches, with the lines that it has written since they were last forgotten.</summary>
internal sealed class WatchingHost : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly List<string> lines = [];

    public WatchingHost(Laboratory laboratory)
    {
        Process = laboratory.Start([], "run", "--watch");
        Process.OutputDataReceived += (_, line) => Add(line.Data);
        Process.ErrorDataReceived += (_, line) => Add(line.Data);
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    public Process Process { get; }

    public string[] Lines
    {
        get
        {
            lock (lines)
            {
                return [.. lines];
            }
        }
    }

    public void Forget()
    {
        lock (lines)
        {
            lines.Clear();
        }
    }

    /// <summary>Waits for a line that holds a text; then all lines are forgotten.</summary>
    public string WaitFor(string text)
    {
        DateTime end = DateTime.UtcNow + Longest;
        while (!Lines.Any(line => line.Contains(text, StringComparison.Ordinal)))
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(end), $"'{text}' did not come; there are:\n{string.Join('\n', Lines)}");
            Thread.Sleep(20);
        }

        string all = string.Concat(Lines.Select(line => line + "\n"));
        Forget();
        return all;
    }

    /// <summary>Waits until a changed state has been run, and gives what was written meanwhile.</summary>
    public string WaitForNextTable() => WaitFor("changed: running again") + WaitFor("exit ");

    public void Dispose()
    {
        Process.Kill(entireProcessTree: true);
        Process.WaitForExit();
        Process.Dispose();
    }

    private void Add(string? line)
    {
        if (line is not null)
        {
            lock (lines)
            {
                lines.Add(line);
            }
        }
    }
}
