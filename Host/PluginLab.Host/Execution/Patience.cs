namespace PluginLab.Host.Execution;

/// <summary>How long is waited for a run that was told to stop.</summary>
internal static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>After its timeout.</summary>
    public static TimeSpan AfterTimeout { get; } = TimeSpan.FromSeconds(5);

    /// <summary>After an interruption.</summary>
    public static TimeSpan AfterInterruption { get; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a run may take all in all; infinite where it has no timeout.</summary>
    public static TimeSpan For(TimeSpan? timeout) => timeout is { } limit && limit < Longest - AfterTimeout ? limit + AfterTimeout : Timeout.InfiniteTimeSpan;
}
