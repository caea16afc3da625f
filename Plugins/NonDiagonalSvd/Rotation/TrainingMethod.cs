using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.NonDiagonalSvd.Rotation;

/// <summary>A way to train: the rule that makes a direction of the gradient, the integrator, and how long.</summary>
/// <param name="Rule">The system to integrate for a gradient flow: itself, or one made of it.</param>
/// <param name="Integrator">Takes the steps.</param>
/// <param name="EndTime">Where training ends.</param>
/// <param name="SaveAt">What is kept.</param>
internal sealed record TrainingMethod(Func<IDynamicsSystem, IDynamicsSystem> Rule, IIntegrator Integrator, double EndTime, SaveAt SaveAt)
{
    private const int SavedPoints = 200;
    private const double DescentShareOfLimit = 0.1;
    private const double Memory = 0.9;
    private const double SignStepShare = 0.005;
    private const int SignSteps = 400;

    /// <summary>The gradient flow, by the integrator of the run.</summary>
    public static TrainingMethod Flow(IIntegrator integrator, double endTime) =>
        new(system => system, integrator, endTime, SaveAt.EquallySpaced(0, endTime, SavedPoints + 1));

    /// <summary>Gradient descent with a learning rate of about a tenth of the largest stable one, 1/s₁, that divides the end time.</summary>
    public static TrainingMethod Descent(double largestSingularValue, double endTime) => Descent(largestSingularValue, endTime, DescentShareOfLimit, 1);

    /// <summary>Gradient descent with another share of the largest stable learning rate, divided by a whole number; saved at the times of <see cref="Flow"/>.</summary>
    public static TrainingMethod Descent(double largestSingularValue, double endTime, double shareOfLimit, int divisor)
    {
        int stride = divisor * (int)Math.Ceiling(endTime * largestSingularValue / (shareOfLimit * SavedPoints));
        return WithConstantSteps(system => system, endTime / (stride * SavedPoints), stride);
    }

    /// <summary>Gradient descent with momentum β = 0.9, at 1 − β times the learning rate of <see cref="Descent(double, double)"/>, so that it gets as far in as many steps.</summary>
    public static TrainingMethod Momentum(double largestSingularValue, double endTime)
    {
        int stride = (int)Math.Ceiling(endTime * largestSingularValue / (DescentShareOfLimit * SavedPoints));
        double learningRate = (1 - Memory) * endTime / (stride * SavedPoints);
        return WithConstantSteps(system => system, StepIntegrators.HeavyBall(learningRate, Memory), learningRate, stride);
    }

    /// <summary>Descent along the sign of each component of the gradient, as Adam does without memory.</summary>
    public static TrainingMethod SignDescent(double largestSingularValue) =>
        WithConstantSteps(system => new SignSystem(system), SignStepShare * Math.Sqrt(largestSingularValue), SignSteps / SavedPoints);

    private static TrainingMethod WithConstantSteps(Func<IDynamicsSystem, IDynamicsSystem> rule, double learningRate, int stride) =>
        WithConstantSteps(rule, StepIntegrators.GradientDescent(learningRate), learningRate, stride);

    private static TrainingMethod WithConstantSteps(Func<IDynamicsSystem, IDynamicsSystem> rule, IIntegrator integrator, double learningRate, int stride) => new(
        rule,
        integrator,
        stride * SavedPoints * learningRate,
        SaveAt.Times(Enumerable.Range(0, SavedPoints + 1).Select(i => i * stride * learningRate)));
}
