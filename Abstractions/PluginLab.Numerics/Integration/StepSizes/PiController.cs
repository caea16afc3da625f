using PluginLab.Dynamics;
using PluginLab.Experiments;

namespace PluginLab.Numerics.Integration.StepSizes;

/// <summary>Proportional–integral control of the step size after a tolerance.</summary>
/// <remarks>
/// With error ratio e of this step, e' of the accepted one before and k = q + 1, an accepted step proposes h · 0.9 e^(−0.7/k) e'^(0.4/k), a
/// rejected one h · 0.9 e^(−1/k); the factor is kept within [0.2, 5], and at most 1 after a rejection.
/// Source: Gustafsson, ACM Trans. Math. Softw. 17 (1991), 533–554; Hairer and Wanner II, section IV.2. The powers are portable, so that the
/// same problem takes the same steps on every machine.
/// </remarks>
/// <param name="tolerance">What errors are measured against.</param>
public sealed class PiController(ErrorTolerance tolerance) : IStepSizeController
{
    private const double Safety = 0.9;
    private const double ProportionalIntegralExponent = 0.7;
    private const double ProportionalExponent = 0.4;
    private const double SmallestFactor = 0.2;
    private const double LargestFactor = 5;
    private const double SmallestErrorRatio = 1e-10;
    private const double SmallestPreviousErrorRatio = 1e-4;

    // A last step longer by this much is better than a sliver after it.
    private const double LastStepStretch = 1.01;

    /// <inheritdoc/>
    public ControllerDescription Description { get; } = new(
        $"relative tolerance {NumberText.Of((tolerance ?? throw new ArgumentNullException(nameof(tolerance))).Relative)}, absolute tolerance {NumberText.Of(tolerance.Absolute)}",
        "loosen the tolerance",
        "tighten the tolerance");

    /// <inheritdoc/>
    public ErrorTolerance? Tolerance => tolerance;

    /// <inheritdoc/>
    public StepPlan Plan(StepPosition position)
    {
        double remaining = position.EndTime - position.Time;
        if (LastStepStretch * position.ProposedStepSize >= Math.Abs(remaining))
        {
            return new StepPlan(remaining, position.EndTime, IsLast: true, KnotTolerance: 0);
        }

        // The step that time can represent: state and time then advance by the same amount.
        double nextTime = position.Time + (position.Direction * position.ProposedStepSize);
        return new StepPlan(nextTime - position.Time, nextTime, IsLast: false, KnotTolerance: 0);
    }

    /// <inheritdoc/>
    public StepDecision Decide(StepAttempt attempt)
    {
        if (!double.IsFinite(attempt.ErrorRatio))
        {
            return new StepDecision(IsAccepted: false, SmallestFactor * attempt.StepSize);
        }

        double k = attempt.ErrorOrder + 1;
        bool isAccepted = attempt.ErrorRatio <= 1;
        double factor = isAccepted
            ? Safety * PortableMath.Pow(Math.Max(attempt.ErrorRatio, SmallestErrorRatio), -ProportionalIntegralExponent / k)
                * PortableMath.Pow(Math.Max(attempt.PreviousErrorRatio, SmallestPreviousErrorRatio), ProportionalExponent / k)
            : Safety * PortableMath.Pow(attempt.ErrorRatio, -1 / k);
        double largest = isAccepted && !attempt.FollowsRejection ? LargestFactor : 1;
        return new StepDecision(isAccepted, Math.Clamp(factor, SmallestFactor, largest) * attempt.StepSize);
    }
}
