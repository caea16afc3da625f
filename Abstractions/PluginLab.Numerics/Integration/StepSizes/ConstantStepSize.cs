using PluginLab.Experiments;

namespace PluginLab.Numerics.Integration.StepSizes;

/// <summary>Takes every step with the same size h: knot n lies at start + n·h, computed as that product and never accumulated.</summary>
/// <remarks>
/// The last step is shortened to end at the end of the interval, unless that is a multiple of h to within 1e-9·h. A time that close to a
/// knot means the knot: with Euler's method, where h is the learning rate, the saved states are then exactly the iterates of gradient descent.
/// </remarks>
public sealed class ConstantStepSize : IStepSizeController
{
    /// <summary>What the step size of a training rule is called.</summary>
    internal const string LearningRate = "learning rate";

    private const double RelativeKnotTolerance = 1e-9;
    private const double CoarserStep = 2;

    /// <summary>Creates the controller.</summary>
    /// <param name="stepSize">h; finite and positive.</param>
    /// <param name="quantity">What h is called in reports: <c>step</c>, or <c>learning rate</c> where steps are those of a training rule and approximate no flow.</param>
    public ConstantStepSize(double stepSize, string quantity = "step")
    {
        StepSize = double.IsFinite(stepSize) && stepSize > 0
            ? stepSize
            : throw new ArgumentOutOfRangeException(nameof(stepSize), stepSize, $"The {quantity} must be finite and positive.");
        IsLearningRate = quantity == LearningRate;
        Description = new($"{quantity} {NumberText.Of(stepSize)}", $"take a larger {quantity}", $"take a smaller {quantity}");
    }

    /// <inheritdoc/>
    public ControllerDescription Description { get; }

    /// <summary>h.</summary>
    internal double StepSize { get; }

    /// <summary>Whether h is the learning rate of a training rule.</summary>
    internal bool IsLearningRate { get; }

    /// <summary>A time this close to a knot means the knot.</summary>
    internal double KnotTolerance => RelativeKnotTolerance * StepSize;

    /// <inheritdoc/>
    public ErrorTolerance? Tolerance => null;

    /// <inheritdoc/>
    public StepPlan Plan(StepPosition position)
    {
        double h = position.Direction * StepSize;
        double knotTolerance = KnotTolerance;
        double nextTime = position.StartTime + ((position.AcceptedSteps + 1) * h);
        double excess = position.Direction * (nextTime - position.EndTime);
        return excess < -knotTolerance
            ? new StepPlan(h, nextTime, IsLast: false, knotTolerance)
            : new StepPlan(excess <= knotTolerance ? h : position.EndTime - position.Time, position.EndTime, IsLast: true, knotTolerance);
    }

    /// <summary>Twice the step; null for a learning rate, which is what is studied.</summary>
    internal ConstantStepSize? Coarsen() => IsLearningRate ? null : new(CoarserStep * StepSize);

    /// <inheritdoc/>
    public StepDecision Decide(StepAttempt attempt) => new(IsAccepted: true, StepSize);
}
