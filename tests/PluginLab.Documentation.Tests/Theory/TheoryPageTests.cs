using System.Text.RegularExpressions;

namespace PluginLab.Documentation.Tests.Theory;

/// <summary>docs/theory.md says what the default manifest measures, of every statement.</summary>
public sealed partial class TheoryPageTests
{
    private Measurements measurements = null!;
    private TheoryTemplate template = null!;

    [OneTimeSetUp]
    public void Measure() => (measurements, template) = (new Measurements(), TheoryTemplate.Read());

    [OneTimeTearDown]
    public void Forget() => measurements?.Dispose();

    [Test]
    public void The_page_is_up_to_date()
    {
        string page = TheoryPage.Create(template, measurements.Claims);
        string received = Built.RepositoryFile(TheoryPage.ReceivedPath);
        string[] expected = File.ReadAllLines(Built.RepositoryFile(TheoryPage.Path)), actual = page.TrimEnd('\n').Split('\n');
        if (actual.SequenceEqual(expected))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, $"{page.TrimEnd('\n')}\n");
        Assert.Fail(
            $"{TheoryPage.Path} is not what {TheoryTemplate.Path} and the claims make:\n"
            + string.Concat(expected.Except(actual).Select(line => $"- {line}\n"))
            + string.Concat(actual.Except(expected).Select(line => $"+ {line}\n"))
            + $"If that is meant, accept it:\n  mv {TheoryPage.ReceivedPath} {TheoryPage.Path}");
    }

    [Test]
    public void Every_statement_stands_there_once() => Assert.That(template.Statements.Select(statement => statement.Number), Is.EqualTo(Enumerable.Range(1, Statement.Count)));

    [Test]
    public void Every_claim_on_the_notes_is_on_a_statement_of_its_note() => Assert.That(
        from claim in measurements.Claims
        where claim.Number is { } number && !(number is >= 1 and <= Statement.Count && claim.Id.StartsWith(number <= Statement.LastOfNote0 ? "note0" : "note1", StringComparison.Ordinal))
        select claim.Id,
        Is.Empty);

    [Test]
    public void No_finding_contradicts_its_claims() => Assert.That(
        template.Statements.Select(statement => FindingRule.Check(statement, [.. measurements.Claims.Where(claim => claim.Number == statement.Number)])).OfType<string>(),
        Is.Empty);

    [Test]
    public void Every_claim_speaks_of_a_run() => Assert.That(measurements.Claims.Where(claim => claim.NotApplicable is not null).Select(claim => claim.Id), Is.Empty);

    [Test]
    public void No_link_points_nowhere()
    {
        string page = TheoryPage.Create(template, measurements.Claims);
        IEnumerable<string> headings = Heading().Matches(page).Select(heading => NotInAnchor().Replace(heading.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'));
        HashSet<string> anchors = [.. headings, .. Anchor().Matches(page).Select(anchor => anchor.Groups["id"].Value)];
        IEnumerable<string> broken =
            from link in Link().Matches(page)
            let target = link.Groups["target"].Value
            where !(target[0] == '#' ? anchors.Contains(target[1..]) : Path.Exists(Resolve(target)))
            select target;
        Assert.That(broken, Is.Empty);
    }

    private string Resolve(string target) => target.StartsWith("../results/", StringComparison.Ordinal)
        ? measurements.ResultFile(target["../results/".Length..])
        : Path.Combine(Built.RepositoryFile("docs"), target);

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("<a id=\"(?<id>[^\"]+)\">")]
    private static partial Regex Anchor();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
