using PluginLab.Experiments;
using PluginLab.Plugins.NonDiagonalSvd.Modes;
using PluginLab.Plugins.NonDiagonalSvd.Targets;

namespace PluginLab.Plugins.NonDiagonalSvd.Rotation;

/// <summary>Twins under three rules of training.</summary>
/// <param name="Flow">Gradient flow by the integrator of the run.</param>
/// <param name="Descent">Gradient descent.</param>
/// <param name="Momentum">Gradient descent with momentum.</param>
/// <param name="Sign">Sign descent.</param>
internal sealed record RotationTwins(TwinRun Flow, TwinRun Descent, TwinRun Momentum, TwinRun Sign)
{
    /// <summary>Trains all of them.</summary>
    public static RotationTwins Solve(ExperimentContext context, LearningTask task, SingularBasis basis, double endTime) => new(
        TwinRun.Solve(context, task, basis, TrainingMethod.Flow(context.Integrator, endTime)),
        TwinRun.Solve(context, task, basis, TrainingMethod.Descent(basis.Values[0], endTime)),
        TwinRun.Solve(context, task, basis, TrainingMethod.Momentum(basis.Values[0], endTime)),
        TwinRun.Solve(context, task, basis, TrainingMethod.SignDescent(basis.Values[0])));
}
