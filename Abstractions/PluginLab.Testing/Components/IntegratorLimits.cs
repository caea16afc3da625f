using PluginLab.Dynamics;

namespace PluginLab.Testing.Components;

/// <summary>What an integrator does where a solve is short, or broken: it says so by an outcome.</summary>
internal static class IntegratorLimits
{
    private const double BreaksAt = 0.5;

    /// <summary>What is wrong, a sentence each.</summary>
    public static IReadOnlyList<string> Find(IIntegrator integrator) =>
    [
        .. FindOnNoInterval(integrator),
        .. FindOnBrokenSystem(integrator, 0),
        .. FindOnBrokenSystem(integrator, BreaksAt),
    ];

    private static IEnumerable<string> FindOnNoInterval(IIntegrator integrator)
    {
        Solution solution = integrator.Integrate(new(Decay(double.PositiveInfinity), [1.0], 3, 3), SaveAt.Times([3]), CancellationToken.None);
        bool isStart = solution is { IsSuccessful: true, PartialTrajectory.Times: [3.0] } && solution.PartialTrajectory.LastState[0] == 1;
        return isStart ? [] : ["on an interval of length zero it does not give the start."];
    }

    private static IEnumerable<string> FindOnBrokenSystem(IIntegrator integrator, double breaksAt)
    {
        Solution solution = integrator.Integrate(new(Decay(breaksAt), [1.0], 0, 1), SaveAt.End, CancellationToken.None);
        return solution.IsSuccessful
            ? [$"where the right-hand side is NaN from t = {Experiments.NumberText.Of(breaksAt)} on it ends as {solution.Outcome}; report {SolveOutcome.NonFiniteState}."]
            : [];
    }

    private static IDynamicsSystem Decay(double breaksAt) => DynamicsSystem.FromFunction(1, (time, state) => [time >= breaksAt ? double.NaN : -state[0]]);
}
