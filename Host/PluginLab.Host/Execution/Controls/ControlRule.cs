using PluginLab.Experiments;

namespace PluginLab.Host.Execution.Controls;

/// <summary>When a claim passes its negative control.</summary>
internal static class ControlRule
{
    /// <summary>Whether a claim is put to its control: it has one and speaks of this run.</summary>
    public static bool IsTested(Claim claim) => claim is { Control: not null, NotApplicable: null };

    /// <summary>Judges a claim by what was found under its control.</summary>
    /// <param name="claim">The claim of the ordinary run.</param>
    /// <param name="mutated">What was found under its control; not used where the claim is not tested.</param>
    public static ControlledClaim Judge(Claim claim, RunRecord? mutated)
    {
        if (!IsTested(claim) || mutated is null)
        {
            return new(claim, claim.NotApplicable is null ? ControlOutcome.Missing : ControlOutcome.NotApplicable);
        }

        Claim? found = mutated.Result.Claims.FirstOrDefault(candidate => candidate.Id == claim.Id);
        return mutated.Failure is { } failure ? new(claim, ControlOutcome.Failed, found, failure.Summary)
            : found is null || double.IsNaN(found.Measured) ? new(claim, ControlOutcome.NotMeasured, found)
            : new(claim, found.Verdict == Opposite(claim.Expected) ? ControlOutcome.Turned : ControlOutcome.Survived, found);
    }

    /// <summary>The control of a statement that fails is a world in which it holds.</summary>
    private static Verdict Opposite(Verdict expected) => expected == Verdict.Refuted ? Verdict.Supported : Verdict.Refuted;
}
