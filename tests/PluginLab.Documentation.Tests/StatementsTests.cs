using System.Text.Json;
using System.Text.RegularExpressions;

namespace PluginLab.Documentation.Tests;

/// <summary>docs/statements.md lists every statement of the notes once, and the claims that measure it.</summary>
public sealed partial class StatementsTests
{
    private const int StatementCount = 53;

    private static string Page { get; } = File.ReadAllText(Built.RepositoryFile("docs/statements.md"));

    [Test]
    public void Every_statement_has_one_row()
    {
        IEnumerable<int> rows = Row().Matches(Page).Select(match => int.Parse(match.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture));

        Assert.That(rows, Is.EqualTo(Enumerable.Range(1, StatementCount)));
    }

    [Test]
    public void Every_claim_stands_in_the_row_of_its_statement()
    {
        foreach (Match row in Row().Matches(Page))
        {
            IEnumerable<string> numbers = ClaimId().Matches(row.Value).Select(match => match.Groups["number"].Value.TrimStart('0')).Distinct();
            Assert.That(numbers, Is.Empty.Or.EqualTo(new[] { row.Groups["number"].Value }), row.Value);
        }
    }

    [Test]
    public void The_page_names_the_claims_on_the_notes_that_the_default_manifest_measures()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("pluginlab-statements-");
        try
        {
            (int exitCode, string output) = Tool.Start(folder.FullName, Built.Host, "run", Built.RepositoryFile("experiments.json"), "--out", folder.FullName);
            Assert.That(exitCode, Is.Zero, output);
            IEnumerable<string> measured = Directory.GetFiles(folder.FullName, "report.json", SearchOption.AllDirectories).SelectMany(ClaimIds).Where(id => ClaimId().IsMatch(id));

            // A family, such as one claim per degree, is named by its first and last member.
            Assert.That(ClaimId().Matches(Page).Select(match => Family(match.Value)).Distinct(), Is.EquivalentTo(measured.Select(Family).Distinct()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<string> ClaimIds(string path)
    {
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(path));
        return [.. report.RootElement.GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("id").GetString()!)];
    }

    private static string Family(string id) => TrailingDegrees().Replace(id, "");

    [GeneratedRegex(@"^\| (?<number>\d+) \|.*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"note[01]-(?<number>\d\d)-[a-z0-9-]+")]
    private static partial Regex ClaimId();

    [GeneratedRegex(@"(?<=[a-z])-\d+(-\d+)?$")]
    private static partial Regex TrailingDegrees();
}
