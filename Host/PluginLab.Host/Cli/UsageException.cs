namespace PluginLab.Host.Cli;

/// <summary>Thrown by a command when an argument cannot be used; ends the process with <see cref="ExitCode.Usage"/>.</summary>
/// <param name="message">Which argument, what is wrong with it and what is expected.</param>
/// <param name="cause">What the system said of it; null if it was not asked.</param>
internal sealed class UsageException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>A path that was given, unless it is empty.</summary>
    /// <exception cref="UsageException">It is empty.</exception>
    public static string RequirePath(string argument, string path) =>
        path.Length > 0 ? path : throw new UsageException($"{argument} is empty; it must be a path.");
}
