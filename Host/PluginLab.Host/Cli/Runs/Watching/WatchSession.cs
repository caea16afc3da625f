using PluginLab.Host.Extensibility;

namespace PluginLab.Host.Cli.Runs.Watching;

/// <summary>Carries out a manifest again and again: whenever it, a table or a plugin has changed, in a fresh process each time.</summary>
/// <param name="terminal">Where to say what happens.</param>
/// <param name="clock">Tells when files have been quiet for long enough.</param>
internal sealed class WatchSession(Terminal terminal, TimeProvider clock)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);

    /// <summary>Watches until it is told to stop.</summary>
    /// <param name="files">What to watch.</param>
    /// <param name="words">The command line that carries out the manifest once.</param>
    /// <param name="cancellationToken">Cancelled to stop.</param>
    /// <returns>The exit code of the last process.</returns>
    public async Task<int> RunAsync(WatchedFiles files, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        string seen = files.Stamp();
        string begun = files.Content();
        IReadOnlyList<Diagnosis> known = files.FindUnfinished();
        long? changed = null;
        WatchedRun run = WatchedRun.Start(words);
        bool isAnnounced = false;
        try
        {
            while (await WaitAsync(cancellationToken))
            {
                if (run.HasEnded && !isAnnounced)
                {
                    isAnnounced = true;
                    terminal.Error.WriteLine("watching the manifest, its tables and plugins; Ctrl-C ends");
                }

                string stamp = files.Stamp();
                changed = stamp != seen ? clock.GetTimestamp() : changed;
                seen = stamp;
                if (changed is { } since && clock.GetElapsedTime(since) >= Quiet)
                {
                    changed = null;
                    if (files.Content() is var content && content != begun && AreFinished(files, ref known))
                    {
                        run.Dispose();
                        (begun, isAnnounced) = (content, false);
                        terminal.Error.WriteLine("changed: running again");
                        run = WatchedRun.Start(words);
                    }
                }
            }

            run.Stop();
            return run.ExitCode;
        }
        finally
        {
            run.Dispose();
        }
    }

    /// <summary>Whether all plugins are whole but those that were not when the last run began: what was no plugin then is not waited for.</summary>
    private bool AreFinished(WatchedFiles files, ref IReadOnlyList<Diagnosis> known)
    {
        IReadOnlyList<Diagnosis> unfinished = files.FindUnfinished();
        if (unfinished.Except(known).FirstOrDefault() is { } fault)
        {
            terminal.Error.WriteLine($"waiting: a plugin is not written to its end, or cannot be read; {fault with { IsError = false }}");
            return false;
        }

        known = unfinished;
        return true;
    }

    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Glance, clock, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
