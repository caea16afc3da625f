using PluginLab.Experiments;

namespace PluginLab.Documentation.Tests.Theory;

/// <summary>What the claims on a statement must be like for it to have its finding.</summary>
internal static class FindingRule
{
    /// <summary>What contradicts the finding of a statement; null if nothing does.</summary>
    public static string? Check(Statement statement, IReadOnlyList<MeasuredClaim> claims)
    {
        int refuted = claims.Count(claim => claim.Expected == Verdict.Refuted), supported = claims.Count - refuted;
        string? contradiction = statement.Finding switch
        {
            Finding.NotMeasured when claims.Count > 0 => "has claims",
            Finding.NotMeasured when string.IsNullOrWhiteSpace(statement.Reason) => "has no reason",
            Finding.NotMeasured => null,
            _ when claims.Count == 0 => "has no claim",
            Finding.Holds when refuted > 0 => "has a claim that is refuted as stated",
            Finding.HoldsIf or Finding.Fails when refuted == 0 => "has no claim that is refuted as stated",
            Finding.Fails => null,
            _ when supported == 0 => "has no claim that is supported",
            Finding.HoldsIf or Finding.HoldsUpTo when string.IsNullOrWhiteSpace(statement.Reason) => "does not say what for",
            _ => null,
        };
        return contradiction is null ? null : $"Statement {statement.Number} is said to be '{Statement.Words[statement.Finding]}' and {contradiction}.";
    }
}
