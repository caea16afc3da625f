using PluginLab.Experiments;

namespace PluginLab.Rendering.Reports.Words;

/// <summary>How a verdict reads, against the one that was expected.</summary>
/// <param name="Text">The words.</param>
/// <param name="Kind">What the words are for the reader: <c>supported</c>, <c>finding</c>, <c>open</c>, <c>aside</c> or <c>unexpected</c>.</param>
internal sealed record VerdictWords(string Text, string Kind)
{
    private static readonly string[] Order = ["unexpected", "finding", "open", "supported", "aside"];

    /// <summary>Place in a table sorted by verdict: what needs a reader most comes first.</summary>
    public int Rank => Array.IndexOf(Order, Kind);

    /// <summary>The words for a claim.</summary>
    public static VerdictWords Of(Claim claim) => (claim.Verdict, claim.IsAsExpected) switch
    {
        (Verdict.NotApplicable, _) => new("not applicable", "aside"),
        (Verdict.Supported, true) => new("supported", "supported"),
        (Verdict.Refuted, true) => new("refuted, as expected", "finding"),
        (Verdict.Inconclusive, true) => new("inconclusive, as expected", "open"),
        _ => new($"{Name(claim.Verdict)}, but {Name(claim.Expected)} was expected", "unexpected"),
    };

    /// <summary>What a reader should make of the verdict, as rich text; empty if it speaks for itself.</summary>
    public static string Remark(Claim claim) => Of(claim).Kind switch
    {
        "aside" => claim.NotApplicable ?? "",
        "finding" when claim.CorrectedForm is null => "The statement does not hold: a finding about the theory.",
        "finding" => $"The statement does not hold. What holds instead: {claim.CorrectedForm}",
        _ => claim.CorrectedForm is null ? "" : $"More exactly: {claim.CorrectedForm}",
    };

    /// <summary>Numbers of verdicts in words, such as "7 supported, 1 refuted, as expected".</summary>
    public static string Counts(IEnumerable<Claim> claims)
    {
        VerdictWords[] all = [.. claims.Select(Of)];
        (string Kind, string Word)[] order = [("unexpected", "unexpected"), ("supported", "supported"), ("finding", "refuted as expected"), ("open", "inconclusive"), ("aside", "not applicable")];
        string counts = string.Join(", ", order.Select(entry => (count: all.Count(words => words.Kind == entry.Kind), entry.Word))
            .Where(entry => entry.count > 0).Select(entry => $"{Positions.Of(entry.count)} {entry.Word}"));
        return counts.Length == 0 ? "no claims" : counts;
    }

    private static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Supported => "supported",
        Verdict.Refuted => "refuted",
        Verdict.Inconclusive => "inconclusive",
        _ => "not applicable",
    };
}
