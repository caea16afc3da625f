using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Integration;

/// <summary>Solves problems with a one-step method under a step-size controller, in the one step loop that all methods share.</summary>
public sealed class StepIntegrator : IEnsembleIntegrator
{
    private readonly IStepMethod method;
    private readonly IStepSizeController controller;
    private readonly long maximumSteps;

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

        (this.method, this.controller, this.maximumSteps) = (method, controller, maximumSteps);
    }

    /// <inheritdoc/>
    public string Name => $"{method.Name}, {controller.Description.Settings}";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The times to save at run against the direction of integration.</exception>
    public Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(saveAt);
        return new Solve(problem, saveAt, method, controller, maximumSteps).Run(cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Explicit Runge–Kutta methods run systems over <see cref="Lanes"/> many trajectories at a time; everything else is solved one trajectory after another.
    /// </remarks>
    public EnsembleSolution Integrate(Ensemble ensemble, EnsembleOutput output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(output);
        return LaneEnsemble.TryIntegrate(ensemble, output, (method, controller, maximumSteps), cancellationToken)
            ?? TrajectoryByTrajectory.Integrate(this, ensemble, output, cancellationToken);
    }
}
