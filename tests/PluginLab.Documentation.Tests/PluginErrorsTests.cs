using System.Text.RegularExpressions;

namespace PluginLab.Documentation.Tests;

/// <summary>docs/plugin-errors.md has a section for each code of a line about a plugin, and for no other.</summary>
public sealed partial class PluginErrorsTests
{
    // Shorter pieces of a sentence are in too many of them.
    private const int FewestLetters = 12;

    private static readonly string[] Folders = ["Host/PluginLab.Host/Extensibility", "Abstractions/PluginLab.Testing"];

    private static Page Guide { get; } = new("docs/plugin-errors.md");

    private static Match[] Sections { get; } = Section().Matches(Guide.Text).ToArray();

    private static string Source { get; } = string.Concat(
        Folders.SelectMany(folder => Directory.EnumerateFiles(Built.RepositoryFile(folder), "*.cs", SearchOption.AllDirectories)).Select(File.ReadAllText));

    private static IEnumerable<TestCaseData> Examples => Sections.Select(section => new TestCaseData(section.Groups["code"].Value, section.Groups["example"].Value)
        .SetArgDisplayNames(section.Groups["code"].Value));

    [Test]
    public void The_page_lists_exactly_the_codes_that_there_are()
    {
        IEnumerable<string> codes = Code().Matches(Source).Select(match => match.Groups["code"].Value).Distinct().Order(StringComparer.Ordinal);

        Assert.That(Sections.Select(section => section.Groups["code"].Value), Is.EqualTo(codes));
        Assert.That(Regex.Count(Guide.Text, "^### ", RegexOptions.Multiline), Is.EqualTo(Sections.Length), "every section says what it means and ends in an example");
    }

    [TestCaseSource(nameof(Examples))]
    public void An_example_is_a_line_that_the_code_writes(string code, string example)
    {
        Assert.That(example, Does.Match($"^[^:\n]+: (error|warning) {code}: [^\n]+\n$"));
        Assert.That(Pieces().Where(example.Contains), Is.Not.Empty);
    }

    [Test]
    public void Every_linked_file_exists() => Assert.That(Guide.BrokenLinks().Concat(new Page("docs/packages.md").BrokenLinks()), Is.Empty);

    /// <summary>What the messages of the code have between the values that they name.</summary>
    private static IEnumerable<string> Pieces() =>
        Source.Replace("\\\"", "", StringComparison.Ordinal).Split('"', '{', '}', '\n').Where(piece => piece.Length >= FewestLetters);

    [GeneratedRegex("\"(?<code>PL[0-9]{4})\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"^### (?<code>PL[0-9]{4})\n(?:(?!^\#\#\#).)+?\n```\n(?<example>.*?)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();
}
