using PluginLab.Experiments;

namespace PluginLab.Numerics.Integration.StepSizes;

/// <summary>Step sizes after a tolerance: integral, proportional–integral, proportional–integral–derivative or predictive control.</summary>
/// <remarks>
/// With error ratio e of this step, e' and e'' of the accepted ones before and k = q + 1, an accepted step proposes
/// h · θ e^(−b₁/k) e'^(−b₂/k) e''^(−b₃/k) (h/h')^(−a), a rejected one h · 0.9 e^(−1/k); the factor is kept within [0.2, 5], and at most 1 after a rejection.
/// The powers are good to four digits and portable, so that the same problem takes the same steps on every machine.
/// </remarks>
public sealed class AdaptiveStepSize : IStepSizeController
{
    internal const double Safety = 0.9;
    internal const double SmallestFactor = 0.2;
    internal const double LargestFactor = 5;
    internal const double SmallestErrorRatio = 1e-10;
    internal const double SmallestEarlierErrorRatio = 1e-4;

    // A last step longer by this much is better than a sliver after it.
    internal const double LastStepStretch = 1.01;

    private const double CoarserTolerance = 10;
    private readonly double largestStep = double.PositiveInfinity;

    /// <summary>Creates a controller.</summary>
    /// <param name="tolerance">What errors are measured against.</param>
    /// <param name="gains">How the errors of this and earlier steps are weighed.</param>
    public AdaptiveStepSize(ErrorTolerance tolerance, ControlGains gains)
    {
        ArgumentNullException.ThrowIfNull(tolerance);
        ArgumentNullException.ThrowIfNull(gains);
        (Tolerance, Gains) = (tolerance, gains);
    }

    /// <summary>Creates a controller with proportional–integral gains, the usual choice.</summary>
    /// <param name="tolerance">What errors are measured against.</param>
    public AdaptiveStepSize(ErrorTolerance tolerance)
        : this(tolerance, ControlGains.ProportionalIntegral)
    {
    }

    /// <inheritdoc/>
    public ControllerDescription Description => new(Settings, "loosen the tolerance", "tighten the tolerance");

    /// <summary>What errors are measured against.</summary>
    public ErrorTolerance Tolerance { get; }

    /// <summary>How the errors of this and earlier steps are weighed.</summary>
    public ControlGains Gains { get; }

    /// <summary>No step is longer than this; positive. Infinite, the default, sets no limit.</summary>
    public double LargestStep
    {
        get => largestStep;
        init => largestStep = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The largest step must be positive.");
    }

    /// <inheritdoc/>
    ErrorTolerance? IStepSizeController.Tolerance => Tolerance;

    private string Settings => $"relative tolerance {NumberText.Of(Tolerance.Relative)}, absolute tolerance {NumberText.Of(Tolerance.Absolute)}"
        + (Gains == ControlGains.ProportionalIntegral ? "" : $", {Gains.Name} control")
        + (double.IsFinite(LargestStep) ? $", steps up to {NumberText.Of(LargestStep)}" : "");

    /// <inheritdoc/>
    public StepPlan Plan(StepPosition position)
    {
        double remaining = position.EndTime - position.Time;
        double size = Math.Min(position.ProposedStepSize, LargestStep);
        if (Math.Min(LastStepStretch * size, LargestStep) >= Math.Abs(remaining))
        {
            return new StepPlan(remaining, position.EndTime, IsLast: true, KnotTolerance: 0);
        }

        // The step that time can represent: state and time then advance by the same amount.
        double nextTime = position.Time + (position.Direction * size);
        return new StepPlan(nextTime - position.Time, nextTime, IsLast: false, KnotTolerance: 0);
    }

    /// <inheritdoc/>
    public StepDecision Decide(StepAttempt attempt)
    {
        if (!double.IsFinite(attempt.ErrorRatio))
        {
            return new StepDecision(IsAccepted: false, SmallestFactor * attempt.StepSize);
        }

        bool isAccepted = attempt.ErrorRatio <= 1;
        double factor = isAccepted ? Propose(attempt) : Safety * StepArithmetic.Exp2(-StepArithmetic.Log2(attempt.ErrorRatio) * (1.0 / (attempt.ErrorOrder + 1)));
        double largest = isAccepted && !attempt.History.FollowsRejection ? LargestFactor : 1;
        return new StepDecision(isAccepted, Math.Clamp(factor, SmallestFactor, largest) * attempt.StepSize);
    }

    /// <summary>The same control at ten times the tolerance.</summary>
    internal AdaptiveStepSize Coarsen() =>
        new(new ErrorTolerance(CoarserTolerance * Tolerance.Relative, CoarserTolerance * Tolerance.Absolute), Gains) { LargestStep = LargestStep };

    /// <summary>θ e^(−b₁/k) e'^(−b₂/k) e''^(−b₃/k) (h/h')^(−a), and where the sizes of steps count not more than integral control proposes.</summary>
    private double Propose(StepAttempt attempt)
    {
        StepHistory history = attempt.History;
        double share = 1.0 / (attempt.ErrorOrder + 1);
        double newest = StepArithmetic.Log2(Math.Max(attempt.ErrorRatio, SmallestErrorRatio));
        double exponent = -WeighErrors(newest, history) * share;
        if (Gains.StepRatio != 0)
        {
            double integral = -newest * share;
            double predicted = history.PreviousStepSize > 0 ? exponent - (Gains.StepRatio * StepArithmetic.Log2(attempt.StepSize / history.PreviousStepSize)) : integral;
            exponent = Math.Min(predicted, integral);
        }

        return Gains.Safety * StepArithmetic.Exp2(exponent);
    }

    /// <summary>b₁ log₂ e + b₂ log₂ e' + b₃ log₂ e''.</summary>
    private double WeighErrors(double newest, StepHistory history) =>
        (Gains.Newest * newest)
        + (Gains.Previous * StepArithmetic.Log2(Math.Max(history.PreviousErrorRatio, SmallestEarlierErrorRatio)))
        + (Gains.Earlier * StepArithmetic.Log2(Math.Max(history.EarlierErrorRatio, SmallestEarlierErrorRatio)));
}
