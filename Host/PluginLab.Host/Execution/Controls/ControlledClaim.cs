using PluginLab.Experiments;

namespace PluginLab.Host.Execution.Controls;

/// <summary>What becomes of a claim under its negative control.</summary>
internal enum ControlOutcome
{
    /// <summary>The verdict turns into its opposite, as it must.</summary>
    Turned,

    /// <summary>The verdict does not turn: the measurement does not see the mutation.</summary>
    Survived,

    /// <summary>The control leaves nothing to measure, which refutes nothing.</summary>
    NotMeasured,

    /// <summary>The run under the control did not finish.</summary>
    Failed,

    /// <summary>The claim has no control.</summary>
    Missing,

    /// <summary>The claim does not speak of this run.</summary>
    NotApplicable,
}

/// <summary>A claim beside itself under its control.</summary>
/// <param name="Claim">The claim of the ordinary run.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Mutated">The claim of that id under the control; null where there is none.</param>
/// <param name="Failure">Why the run under the control did not finish; null if it did.</param>
internal sealed record ControlledClaim(Claim Claim, ControlOutcome Outcome, Claim? Mutated = null, string? Failure = null)
{
    /// <summary>Whether the claim says nothing: its control does not turn its verdict.</summary>
    public bool IsVacuous => Outcome is ControlOutcome.Survived or ControlOutcome.NotMeasured or ControlOutcome.Failed;
}
