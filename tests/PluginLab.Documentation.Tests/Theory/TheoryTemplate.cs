using System.Globalization;
using System.Text.RegularExpressions;

namespace PluginLab.Documentation.Tests.Theory;

/// <summary>The part of docs/theory.md that is written by hand: statements under their sections, and everything around them.</summary>
internal sealed partial class TheoryTemplate
{
    /// <summary>Its path in the repository.</summary>
    public const string Path = "docs/theory.template.md";

    private TheoryTemplate(IReadOnlyList<object> parts) => Parts = parts;

    /// <summary>Texts and <see cref="Statement"/>s in their order.</summary>
    public IReadOnlyList<object> Parts { get; }

    /// <summary>The statements in their order.</summary>
    public IEnumerable<Statement> Statements => Parts.OfType<Statement>();

    /// <summary>Reads the template of the repository.</summary>
    public static TheoryTemplate Read() => Parse(File.ReadAllText(Built.RepositoryFile(Path)));

    /// <summary>Reads a template: a statement goes from its heading to the next heading.</summary>
    /// <exception cref="FormatException">A statement lacks its finding.</exception>
    public static TheoryTemplate Parse(string text) => new([.. Heading().Split(text).Select(part => part.StartsWith("### ", StringComparison.Ordinal) ? (object)ReadStatement(part) : part)]);

    private static Statement ReadStatement(string text)
    {
        Match title = Title().Match(text), finding = FindingLine().Match(text), tests = TestsLine().Match(text);
        string words = finding.Groups["words"].Value;
        return title.Success && finding.Success && Statement.Words.Any(pair => pair.Value == words)
            ? new Statement(
                int.Parse(title.Groups["number"].Value, CultureInfo.InvariantCulture),
                title.Groups["title"].Value,
                Statement.Words.Single(pair => pair.Value == words).Key,
                finding.Groups["reason"].Value.TrimStart(':', ' '),
                TestsLine().Replace(text, "").TrimEnd(),
                tests.Success ? tests.Groups["names"].Value.Split(", ") : [])
            : throw new FormatException($"The statement needs a heading '### 1 · title' and a line '**holds**: …', with one of {string.Join(", ", Statement.Words.Values)}:\n{text}");
    }

    [GeneratedRegex("^(?=##)", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^### (?<number>\d+) · (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex(@"^\*\*(?<words>[a-z -]+)\*\*(?<reason>.*)$", RegexOptions.Multiline)]
    private static partial Regex FindingLine();

    [GeneratedRegex("^Tests: (?<names>.+)$", RegexOptions.Multiline)]
    private static partial Regex TestsLine();
}
