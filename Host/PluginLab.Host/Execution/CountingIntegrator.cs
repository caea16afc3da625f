using PluginLab.Dynamics;

namespace PluginLab.Host.Execution;

/// <summary>An integrator that counts the work of all its solves; sums do not depend on their order.</summary>
internal sealed class CountingIntegrator(IIntegrator inner) : IIntegrator
{
    private long acceptedSteps;
    private long rejectedSteps;
    private long derivativeEvaluations;

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <summary>The work of all solves so far.</summary>
    public SolveStatistics Statistics => new(
        Interlocked.Read(ref acceptedSteps), Interlocked.Read(ref rejectedSteps), Interlocked.Read(ref derivativeEvaluations));

    /// <inheritdoc/>
    public Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken)
    {
        Solution solution = inner.Integrate(problem, saveAt, cancellationToken);
        Interlocked.Add(ref acceptedSteps, solution.Statistics.AcceptedSteps);
        Interlocked.Add(ref rejectedSteps, solution.Statistics.RejectedSteps);
        Interlocked.Add(ref derivativeEvaluations, solution.Statistics.DerivativeEvaluations);
        return solution;
    }
}
