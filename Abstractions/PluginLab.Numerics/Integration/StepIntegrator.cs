using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Integration;

/// <summary>Solves problems with a one-step method under a step-size controller, in the one step loop that all methods share.</summary>
public sealed class StepIntegrator : IEnsembleIntegrator, IAdjustableIntegrator, IStatesAccuracy
{
    private readonly StepSettings settings;

    /// <summary>Combines a method with a controller.</summary>
    /// <param name="method">Takes the steps.</param>
    /// <param name="controller">Plans and accepts them.</param>
    /// <param name="maximumSteps">Budget of attempted steps, rejected ones included; positive.</param>
    /// <exception cref="ArgumentException">The controller needs an error estimate and the method has none.</exception>
    public StepIntegrator(IStepMethod method, IStepSizeController controller, long maximumSteps)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(controller);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximumSteps);
        if (controller.Tolerance is not null && method.ErrorOrder == 0)
        {
            throw new ArgumentException($"{method.Name} estimates no error; it needs a constant step size.", nameof(controller));
        }

        settings = new StepSettings(method, controller, maximumSteps);
    }

    /// <inheritdoc/>
    public string Name => $"{settings.Method.Name}, {settings.Controller.Description.Settings}";

    /// <inheritdoc/>
    public SolveAccuracy Accuracy => settings.Controller switch
    {
        { Tolerance: { } tolerance } => SolveAccuracy.Within(tolerance.Relative, tolerance.Absolute),
        ConstantStepSize { IsLearningRate: true } => SolveAccuracy.OfTraining,
        _ => SolveAccuracy.OfConstantStep,
    };

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The times to save at run against the direction of integration.</exception>
    public Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(saveAt);
        return new Solve(problem, saveAt, settings, cancellationToken).Run();
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Explicit Runge–Kutta methods run systems over <see cref="Lanes"/> many trajectories at a time; everything else is solved one trajectory after another.
    /// </remarks>
    public EnsembleSolution Integrate(Ensemble ensemble, EnsembleOutput output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(output);
        return LaneEnsemble.TryIntegrate(ensemble, output, settings, cancellationToken)
            ?? TrajectoryByTrajectory.Integrate(this, ensemble, output, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Null also under a controller of another kind than the two of this library.</remarks>
    public IIntegrator? Coarsen()
    {
        IStepSizeController? coarser = settings.Controller switch
        {
            AdaptiveStepSize adaptive => adaptive.Coarsen(),
            ConstantStepSize constant => constant.Coarsen(),
            _ => null,
        };
        return coarser is null ? null : new StepIntegrator(settings.Method, coarser, settings.MaximumSteps);
    }
}

/// <summary>How a solve steps.</summary>
/// <param name="Method">Takes the steps.</param>
/// <param name="Controller">Plans and accepts them.</param>
/// <param name="MaximumSteps">Budget of attempted steps.</param>
internal readonly record struct StepSettings(IStepMethod Method, IStepSizeController Controller, long MaximumSteps);
