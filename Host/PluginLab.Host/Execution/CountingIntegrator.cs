using PluginLab.Dynamics;

namespace PluginLab.Host.Execution;

/// <summary>An integrator that counts the work of all its solves; sums do not depend on their order.</summary>
internal sealed class CountingIntegrator(IIntegrator inner) : IEnsembleIntegrator, IStatesAccuracy
{
    private long acceptedSteps;
    private long rejectedSteps;
    private long derivativeEvaluations;

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public SolveAccuracy Accuracy => (inner as IStatesAccuracy)?.Accuracy ?? SolveAccuracy.Unknown;

    /// <summary>The work of all solves so far.</summary>
    public SolveStatistics Statistics => new(
        Interlocked.Read(ref acceptedSteps), Interlocked.Read(ref rejectedSteps), Interlocked.Read(ref derivativeEvaluations));

    /// <inheritdoc/>
    public Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken)
    {
        Solution solution = inner.Integrate(problem, saveAt, cancellationToken);
        Count(solution.Statistics);
        return solution;
    }

    /// <inheritdoc/>
    public EnsembleSolution Integrate(Ensemble ensemble, EnsembleOutput output, CancellationToken cancellationToken)
    {
        EnsembleSolution solution = inner is IEnsembleIntegrator together
            ? together.Integrate(ensemble, output, cancellationToken)
            : TrajectoryByTrajectory.Integrate(inner, ensemble, output, cancellationToken);
        Count(solution.Statistics);
        return solution;
    }

    private void Count(SolveStatistics work)
    {
        Interlocked.Add(ref acceptedSteps, work.AcceptedSteps);
        Interlocked.Add(ref rejectedSteps, work.RejectedSteps);
        Interlocked.Add(ref derivativeEvaluations, work.DerivativeEvaluations);
    }
}
