using System.Text.RegularExpressions;

namespace PluginLab.Documentation.Tests;

/// <summary>A page of the documentation.</summary>
/// <param name="path">Its path in the repository.</param>
internal sealed partial class Page(string path)
{
    /// <summary>All of it.</summary>
    public string Text { get; } = File.ReadAllText(Built.RepositoryFile(path));

    /// <summary>The snippets that are said to be a file of the repository.</summary>
    public IReadOnlyList<Snippet> Snippets => [.. SnippetOfFile().Matches(Text).Select(match => new Snippet(match.Groups["path"].Value, match.Groups["code"].Value))];

    /// <summary>The links to files that there are not.</summary>
    public IEnumerable<string> BrokenLinks() => Link().Matches(Text).Select(match => match.Groups["path"].Value)
        .Where(target => !target.StartsWith("http", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Path.GetDirectoryName(Built.RepositoryFile(path))!, target)));

    /// <summary>The links to headings of the page that there are not.</summary>
    public IEnumerable<string> BrokenAnchors()
    {
        HashSet<string> anchors = [.. Heading().Matches(Text).Select(heading => NotInAnchor().Replace(heading.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'))];
        return Anchor().Matches(Text).Select(match => match.Groups["id"].Value).Where(id => !anchors.Contains(id));
    }

    /// <summary>The code blocks in a language, in order.</summary>
    public IReadOnlyList<string> Fenced(string language) =>
        [.. Regex.Matches(Text, $"\n```{language}\n(?<code>.*?)```", RegexOptions.Singleline).Select(match => match.Groups["code"].Value)];

    [GeneratedRegex(@"<!-- snippet: (?<path>\S+) -->\n```\w+\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex SnippetOfFile();

    [GeneratedRegex(@"\]\(#(?<id>[^)]+)\)")]
    private static partial Regex Anchor();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"\]\((?<path>[^)#]+)\)")]
    private static partial Regex Link();
}

/// <summary>Code of a page.</summary>
/// <param name="Path">The file it is said to be, in the repository.</param>
/// <param name="Code">The code.</param>
internal sealed record Snippet(string Path, string Code)
{
    /// <summary>The file.</summary>
    public string File => System.IO.File.ReadAllText(Built.RepositoryFile(Path));

    /// <summary>Number of lines.</summary>
    public int LineCount => Code.Count(letter => letter == '\n');
}
