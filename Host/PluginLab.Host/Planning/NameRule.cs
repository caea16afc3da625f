using System.Text.RegularExpressions;

namespace PluginLab.Host.Planning;

/// <summary>Which names can become folders and files on every system, and words on every command line.</summary>
internal static partial class NameRule
{
    private const int LongestName = 100;

    /// <summary>Whether a name is allowed.</summary>
    public static bool IsName(string name) => FindFault(name) is null;

    /// <summary>What is wrong with a name, as the end of a sentence; null if nothing is.</summary>
    public static string? FindFault(string name) =>
        !Allowed().IsMatch(name) ? "must consist of a-z, 0-9 and -, and begin with a letter or a digit"
        : name.Length > LongestName ? $"has {name.Length} characters; at most {LongestName} are allowed"
        : ReservedByWindows().IsMatch(name) ? "means a device on Windows; choose another"
        : null;

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]*\z")]
    private static partial Regex Allowed();

    [GeneratedRegex(@"^(con|prn|aux|nul|com[0-9]|lpt[0-9])\z")]
    private static partial Regex ReservedByWindows();
}
