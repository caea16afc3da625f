using System.Text.RegularExpressions;

namespace PluginLab.Rendering.Reports.Interaction;

/// <summary>
/// Writes a script short: without comments, indentation and needless spaces, and with one letter for the most frequent names of a list in its comments, two for others.
/// </summary>
/// <remarks>
/// Holds for scripts with comments on lines of their own, quoted strings and templates in which no template lies, no regular expressions with spaces,
/// and names in the list that neither the browser nor data use.
/// </remarks>
internal static partial class ScriptShortening
{
    private const string ListOfNames = "// Shortened:";
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>The script, which does the same.</summary>
    public static string Of(string script)
    {
        string[] lines = [.. script.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())];
        string text = string.Join('\n', lines.Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));
        Dictionary<string, int> used = Name().Matches(text).CountBy(match => match.Value).ToDictionary(StringComparer.Ordinal);
        IEnumerable<string> free = Letters.Select(letter => $"{letter}").Concat(Letters.SelectMany(first => Letters.Select(second => $"{first}{second}"))).Where(name => !used.ContainsKey(name));
        Dictionary<string, string> shorter = lines.Where(line => line.StartsWith(ListOfNames, StringComparison.Ordinal))
            .SelectMany(line => line[ListOfNames.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .OrderByDescending(name => used.GetValueOrDefault(name)).ThenBy(name => name, StringComparer.Ordinal)
            .Zip(free).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        shorter["const"] = "let";
        return Piece().Replace(text, piece => piece.Value[0] switch
        {
            '\'' => piece.Value,
            '`' => Placeholder().Replace(piece.Value, placeholder => $"${{{Code(placeholder.Groups[1].Value, shorter)}}}"),
            _ => Code(piece.Value, shorter),
        });
    }

    private static string Code(string code, Dictionary<string, string> shorter)
    {
        string dense = NeedlessSpace().Replace(code, "");
        dense = NeedlessLineEnd().Replace(dense, "$1").Replace(";}", "}", StringComparison.Ordinal);
        return Name().Replace(dense, name => shorter.GetValueOrDefault(name.Value, name.Value));
    }

    [GeneratedRegex("'[^'\n]*'|`[^`]*`|[^'`]+")]
    private static partial Regex Piece();

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<![\w$]) +| +(?![\w$])")]
    private static partial Regex NeedlessSpace();

    [GeneratedRegex("([;{,])\n")]
    private static partial Regex NeedlessLineEnd();

    [GeneratedRegex(@"[A-Za-z_$][\w$]*")]
    private static partial Regex Name();
}
