using PluginLab.Experiments;

namespace PluginLab.Host.Execution;

/// <summary>What a verdict means for the run.</summary>
internal static class VerdictRule
{
    /// <summary>Whether the evidence speaks against what is known: the run fails.</summary>
    public static bool IsUnexpected(Claim claim) => !claim.IsAsExpected && claim.Verdict != Verdict.Inconclusive;

    /// <summary>Whether the evidence does not suffice where it should: a warning, unless the run is strict.</summary>
    public static bool IsUndecided(Claim claim) => !claim.IsAsExpected && claim.Verdict == Verdict.Inconclusive;
}
