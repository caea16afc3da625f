namespace PluginLab.Dynamics;

/// <summary>How a solve ended.</summary>
public enum SolveOutcome
{
    /// <summary>The end of the interval was reached.</summary>
    Completed,

    /// <summary>A terminal event occurred.</summary>
    StoppedByEvent,

    /// <summary>The step budget ran out first. Usual causes: a stiff problem with an explicit method, or too tight a tolerance.</summary>
    MaxStepsReached,

    /// <summary>The step size fell below what the time can resolve. Usual cause: the solution blows up in finite time.</summary>
    StepSizeUnderflow,

    /// <summary>A state component became NaN or infinite. Usual cause: a step size above 2 / sharpness.</summary>
    NonFiniteState,

    /// <summary>The solve was cancelled.</summary>
    Cancelled,
}

/// <summary>Work done by a solve.</summary>
/// <param name="AcceptedSteps">Steps kept.</param>
/// <param name="RejectedSteps">Steps discarded by the step size controller.</param>
/// <param name="DerivativeEvaluations">Evaluations of the right-hand side.</param>
public readonly record struct SolveStatistics(long AcceptedSteps, long RejectedSteps, long DerivativeEvaluations);

/// <summary>The result of a solve, successful or not.</summary>
public sealed record Solution
{
    /// <summary>How the solve ended.</summary>
    public required SolveOutcome Outcome { get; init; }

    /// <summary>Full sentences for a person: what happened, at what time, and what would mend it.</summary>
    public required string Diagnostic { get; init; }

    /// <summary>What was saved before the solve ended; complete only if <see cref="IsSuccessful"/>. A terminal event's time and state come last.</summary>
    public required Trajectory PartialTrajectory { get; init; }

    /// <summary>The located events, in the order of integration.</summary>
    public IReadOnlyList<LocatedEvent> Events { get; init; } = [];

    /// <summary>Work done.</summary>
    public required SolveStatistics Statistics { get; init; }

    /// <summary>Whether the solve reached the end of the interval or a terminal event.</summary>
    public bool IsSuccessful => Outcome is SolveOutcome.Completed or SolveOutcome.StoppedByEvent;

    /// <summary>The trajectory of a successful solve.</summary>
    /// <exception cref="IntegrationFailedException">The solve failed.</exception>
    public Trajectory Trajectory => IsSuccessful ? PartialTrajectory : throw new IntegrationFailedException(Outcome, Diagnostic);

    /// <summary>Time of the first located event of that name; NaN if there is none.</summary>
    public double EventTime(string name) => Events.FirstOrDefault(located => located.Name == name)?.Time ?? double.NaN;
}

/// <summary>Thrown when the trajectory of a failed solve is asked for.</summary>
/// <param name="outcome">How the solve ended.</param>
/// <param name="diagnostic">What happened, in full sentences.</param>
public sealed class IntegrationFailedException(SolveOutcome outcome, string diagnostic) : Exception(diagnostic)
{
    /// <summary>How the solve ended.</summary>
    public SolveOutcome Outcome { get; } = outcome;
}
