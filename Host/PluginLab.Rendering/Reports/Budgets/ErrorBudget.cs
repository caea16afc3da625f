namespace PluginLab.Rendering.Reports.Budgets;

/// <summary>What came of carrying a run out again, more exactly and by another method: how much of each measured value is the solver's error.</summary>
/// <param name="Tighter">The run with its integrator built again at tighter tolerance.</param>
/// <param name="Second">The run with an integrator of another family.</param>
/// <param name="Claims">The budget of each claim that speaks of the run, in the order of the run.</param>
public sealed record ErrorBudget(Repetition Tighter, Repetition Second, IReadOnlyList<ClaimBudget> Claims)
{
    /// <summary>The budget of a claim; null for a claim that does not speak of the run.</summary>
    public ClaimBudget? Find(string claimId) => Claims.FirstOrDefault(claim => claim.ClaimId == claimId);
}

/// <summary>A run that was carried out again, or why not.</summary>
/// <param name="Integrator">The integrator with its settings; null if the run was not carried out again.</param>
/// <param name="Reason">Why it was not, or did not finish, as a sentence; null if it did.</param>
public sealed record Repetition(string? Integrator, string? Reason);

/// <summary>How much of the measured value of a claim is the solver's error.</summary>
public sealed record ClaimBudget
{
    /// <summary>Id of the claim.</summary>
    public required string ClaimId { get; init; }

    /// <summary>The measured value of the run itself.</summary>
    public required double Measured { get; init; }

    /// <summary>The uncertainty that the experiment states, without that of the solver.</summary>
    public required double OwnUncertainty { get; init; }

    /// <summary>The measured value at tighter tolerance, as far from this prediction if it is about another case: NaN if it could not be measured there, null if the run was not carried out so.</summary>
    public double? Tighter { get; init; }

    /// <summary>The measured value by the second integrator, likewise.</summary>
    public double? Second { get; init; }

    /// <summary>What the solver adds to the uncertainty; NaN if a repetition measured nothing.</summary>
    public required double SolverUncertainty { get; init; }

    /// <summary>That over the room that the experiment's own uncertainty leaves up to an end of the bound: beyond 1 the verdict is inconclusive.</summary>
    public required double ShareOfRoom { get; init; }
}
