namespace PluginLab.Numerics.Integration.StepSizes;

/// <summary>Plans steps and accepts or rejects them: pure arithmetic, all memory is in its arguments. Immutable and thread-safe.</summary>
public interface IStepSizeController
{
    /// <summary>How it is called in reports, and what to change when a solve fails.</summary>
    ControllerDescription Description { get; }

    /// <summary>What an error is measured against; null if the controller takes every step, whatever its error.</summary>
    ErrorTolerance? Tolerance { get; }

    /// <summary>Plans the next attempt.</summary>
    StepPlan Plan(StepPosition position);

    /// <summary>Accepts or rejects an attempted step and proposes the size of the next.</summary>
    StepDecision Decide(StepAttempt attempt);
}

/// <summary>A controller in words.</summary>
/// <param name="Settings">Its settings, such as <c>learning rate 0.1</c>.</param>
/// <param name="FasterRemedy">What makes a solve take fewer steps, such as <c>take a larger learning rate</c>.</param>
/// <param name="SaferRemedy">What keeps a solve from diverging, such as <c>take a smaller learning rate</c>.</param>
public sealed record ControllerDescription(string Settings, string FasterRemedy, string SaferRemedy);

/// <summary>Where a solve stands before a step.</summary>
/// <param name="StartTime">Start of the interval of integration.</param>
/// <param name="EndTime">Its end; another time than the start.</param>
/// <param name="Time">Time reached.</param>
/// <param name="AcceptedSteps">Steps taken so far.</param>
/// <param name="ProposedStepSize">Size proposed by the last decision; positive.</param>
public readonly record struct StepPosition(double StartTime, double EndTime, double Time, long AcceptedSteps, double ProposedStepSize)
{
    /// <summary>1 if time runs forward, −1 if backward.</summary>
    public double Direction => EndTime > StartTime ? 1 : -1;
}

/// <summary>A step to attempt.</summary>
/// <param name="StepSize">Step size h; negative if time runs backward.</param>
/// <param name="EndTime">Time at its end: exactly the end of the interval for the last step.</param>
/// <param name="IsLast">Whether it reaches the end of the interval.</param>
/// <param name="KnotTolerance">A requested time this close to a knot means the knot itself; not negative.</param>
public readonly record struct StepPlan(double StepSize, double EndTime, bool IsLast, double KnotTolerance);

/// <summary>What came of an attempted step.</summary>
/// <param name="StepSize">|h|.</param>
/// <param name="ErrorRatio">The error over the tolerance: acceptable up to 1. 0 if the controller has no tolerance.</param>
/// <param name="ErrorOrder">Order q of the error estimate.</param>
/// <param name="History">What came before.</param>
public readonly record struct StepAttempt(double StepSize, double ErrorRatio, int ErrorOrder, StepHistory History);

/// <summary>What a controller remembers of a solve: the solve keeps it.</summary>
/// <param name="PreviousErrorRatio">The error ratio of the last accepted step; 1 before the first.</param>
/// <param name="EarlierErrorRatio">That of the accepted step before it; 1 before the second.</param>
/// <param name="PreviousStepSize">The size of the last accepted step; 0 before the first.</param>
/// <param name="FollowsRejection">Whether the attempt before was rejected.</param>
public readonly record struct StepHistory(double PreviousErrorRatio, double EarlierErrorRatio, double PreviousStepSize, bool FollowsRejection)
{
    /// <summary>The history of a solve that has not begun.</summary>
    public static StepHistory None { get; } = new(1, 1, 0, FollowsRejection: false);

    /// <summary>The history after an attempt and the decision on it.</summary>
    public StepHistory After(StepAttempt attempt, StepDecision decision) => decision.IsAccepted
        ? new(attempt.ErrorRatio, PreviousErrorRatio, attempt.StepSize, FollowsRejection: false)
        : this with { FollowsRejection = true };
}

/// <summary>A controller's answer to an attempt.</summary>
/// <param name="IsAccepted">Whether the step is kept.</param>
/// <param name="NextStepSize">Proposed size of the next attempt; positive.</param>
public readonly record struct StepDecision(bool IsAccepted, double NextStepSize);
