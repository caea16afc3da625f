using System.Text;
using PluginLab.Documentation.Tests.Theory.Writing;
using PluginLab.Experiments;

namespace PluginLab.Documentation.Tests.Theory;

/// <summary>docs/theory.md: the template with what was measured under each statement.</summary>
internal static class TheoryPage
{
    /// <summary>Its path in the repository.</summary>
    public const string Path = "docs/theory.md";

    /// <summary>Where a page that is not the one of the repository is left.</summary>
    public const string ReceivedPath = "docs/theory.received.md";

    private const string Head =
        $"<!-- Generated from {TheoryTemplate.Path} and the claims of experiments.json; edit those. To write it anew:\n"
        + "     dotnet test tests/PluginLab.Documentation.Tests -c Release --filter Name~The_page_is_up_to_date\n"
        + $"     mv {ReceivedPath} {Path} -->\n";

    private const string ControlTests = "PluginLab.Plugins.Tests/Contracts/RefutationTests";

    private static readonly Dictionary<Finding, string> Meanings = new Dictionary<Finding, string>
    {
        [Finding.Holds] = "as it stands",
        [Finding.HoldsUpTo] = "a constant, a factor or a sign, which is given",
        [Finding.HoldsIf] = "a condition is met that the notes do not state; when not, it fails",
        [Finding.Answered] = "the notes leave it open",
        [Finding.Fails] = "in the very case that it is about",
        [Finding.NotMeasured] = "for the reason given",
    };

    /// <summary>The page.</summary>
    public static string Create(TheoryTemplate template, IReadOnlyList<MeasuredClaim> claims)
    {
        StringBuilder page = new(Head);
        foreach (object part in template.Parts)
        {
            page.Append(part is Statement statement ? Write(statement, [.. claims.Where(claim => claim.Number == statement.Number)]) : (string)part);
        }

        return page.Replace("<!-- counts -->", Counts(template, claims)).Replace("<!-- beyond -->", EvidenceTable.Of(claims.Where(claim => claim.Number is null)).TrimEnd()).ToString();
    }

    private static string Write(Statement statement, IReadOnlyList<MeasuredClaim> claims)
    {
        string heading = $"### {statement.Number} · ";
        string text = statement.Text.Replace(heading, $"### <a id=\"s{statement.Number}\"></a>{statement.Number} · ", StringComparison.Ordinal);
        string evidence = claims.Count == 0 ? "" : $"\n{EvidenceTable.Of(claims)}";
        IEnumerable<string> tests = claims.Count == 0 ? statement.Tests : statement.Tests.Append(ControlTests);
        string links = string.Join(", ", tests.Select(TestFile.Link));
        return $"{text}\n{evidence}{(links.Length == 0 ? "" : $"\nTests: {links}\n")}\n";
    }

    private static string Counts(TheoryTemplate template, IReadOnlyList<MeasuredClaim> claims)
    {
        MeasuredClaim[] onNotes = [.. claims.Where(claim => claim.Number is not null)];
        StringBuilder text = new("| verdict | statements | which |\n|---|---|---|\n");
        foreach ((Finding finding, string words) in Statement.Words)
        {
            Statement[] found = [.. template.Statements.Where(statement => statement.Finding == finding)];
            text.Append(found.Length == 0 ? "" : $"| **{words}** {Meanings[finding]} | {found.Length} | {string.Join(", ", found.Select(statement => $"[{statement.Number}](#s{statement.Number})"))} |\n");
        }

        int refuted = onNotes.Count(claim => claim.Expected == Verdict.Refuted);
        return text.Append($"\n{onNotes.Length} claims measure them: {onNotes.Length - refuted} are supported, {refuted} refuted as stated.").ToString();
    }
}
