namespace PluginLab.Host.Execution.Isolation;

/// <summary>How a process ended that gave no result, in words.</summary>
internal static class WorkerEnding
{
    private const int FirstSignal = 128;

    // How the runtime begins its last words.
    private static readonly string[] Beginnings = ["Unhandled exception.", "Stack overflow.", "Process terminated.", "Out of memory", "Fatal error."];

    /// <summary>The failure of a run whose process ended by itself.</summary>
    /// <param name="exitCode">Its exit code; 128 and more for a signal.</param>
    /// <param name="lines">The last lines that it wrote to its error stream.</param>
    public static RunFailure Describe(int exitCode, IReadOnlyList<string> lines)
    {
        string words = string.Join(' ', LastWords(lines)).Trim();
        string last = words.Length == 0 ? "" : $" Its last words: {words}";
        return new($"The process of the run {How(exitCode)} before it gave a result.{last}", lines.Count == 0 ? null : string.Join('\n', lines));
    }

    /// <summary>Whether a line is the runtime's about its end, with which a stack trace begins.</summary>
    public static bool BeginsLastWords(string line) => Beginnings.Any(beginning => line.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>What the runtime says before its stack trace, or else the last line.</summary>
    private static IEnumerable<string> LastWords(IReadOnlyList<string> lines)
    {
        string[] fromRuntime = [.. lines.SkipWhile(line => !BeginsLastWords(line)).TakeWhile(line => !line.StartsWith("   at ", StringComparison.Ordinal) && !line.StartsWith("Repeated ", StringComparison.Ordinal))];
        return fromRuntime.Length > 0 ? fromRuntime : lines.Where(line => line.Trim().Length > 0).TakeLast(1);
    }

    private static string How(int exitCode) => (exitCode - FirstSignal) switch
    {
        6 => "was ended by SIGABRT",
        9 => "was ended by SIGKILL, as the system does where memory runs out,",
        11 => "was ended by SIGSEGV",
        15 => "was ended by SIGTERM",
        > 0 and < 65 => $"was ended by signal {exitCode - FirstSignal}",
        _ => $"ended with exit code {exitCode}",
    };
}
