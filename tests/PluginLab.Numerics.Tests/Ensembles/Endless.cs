using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Ensembles;

/// <summary>Ensembles that take longer than anybody waits: whoever gets their solution has interrupted them.</summary>
internal static class Endless
{
    public const int StepEvaluations = 4;
    private const double StepSize = 0.001;

    public static Ensemble Of(IRightHandSide rightHandSide, int count) =>
        new(ParametricSystem.Create(rightHandSide), Enumerable.Range(1, count * rightHandSide.Dimension).Select(i => 1.0 / i), 0, 1e9);

    public static StepIntegrator Integrator(long maximumSteps = long.MaxValue) =>
        new(new ExplicitRungeKutta(Tableaus.RungeKutta4), new ConstantStepSize(StepSize), maximumSteps);

    /// <summary>Solves an ensemble in lanes, or one trajectory after another.</summary>
    public static EnsembleSolution Solve(this StepIntegrator integrator, bool inLanes, Ensemble ensemble, EnsembleOutput output, CancellationToken cancellationToken = default) => inLanes
        ? integrator.Integrate(ensemble, output, cancellationToken)
        : TrajectoryByTrajectory.Integrate(integrator, ensemble, output, cancellationToken);
}
