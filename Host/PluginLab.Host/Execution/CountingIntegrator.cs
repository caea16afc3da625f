using PluginLab.Dynamics;

namespace PluginLab.Host.Execution;

/// <summary>An integrator that counts the work of all its solves, and of coarser ones made of it; sums do not depend on their order.</summary>
internal sealed class CountingIntegrator : IEnsembleIntegrator, IAdjustableIntegrator, IStatesAccuracy
{
    private readonly IIntegrator inner;
    private readonly Work work;

    public CountingIntegrator(IIntegrator inner)
        : this(inner, new Work())
    {
    }

    private CountingIntegrator(IIntegrator inner, Work work) => (this.inner, this.work) = (inner, work);

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public SolveAccuracy Accuracy => (inner as IStatesAccuracy)?.Accuracy ?? SolveAccuracy.Unknown;

    /// <summary>The work of all solves so far.</summary>
    public SolveStatistics Statistics => work.Statistics;

    /// <inheritdoc/>
    public Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken)
    {
        Solution solution = inner.Integrate(problem, saveAt, cancellationToken);
        work.Count(solution.Statistics);
        return solution;
    }

    /// <inheritdoc/>
    public EnsembleSolution Integrate(Ensemble ensemble, EnsembleOutput output, CancellationToken cancellationToken)
    {
        EnsembleSolution solution = inner is IEnsembleIntegrator together
            ? together.Integrate(ensemble, output, cancellationToken)
            : TrajectoryByTrajectory.Integrate(inner, ensemble, output, cancellationToken);
        work.Count(solution.Statistics);
        return solution;
    }

    /// <inheritdoc/>
    public IIntegrator? Coarsen() => (inner as IAdjustableIntegrator)?.Coarsen() is { } coarser ? new CountingIntegrator(coarser, work) : null;

    private sealed class Work
    {
        private long acceptedSteps;
        private long rejectedSteps;
        private long derivativeEvaluations;

        public SolveStatistics Statistics => new(
            Interlocked.Read(ref acceptedSteps), Interlocked.Read(ref rejectedSteps), Interlocked.Read(ref derivativeEvaluations));

        public void Count(SolveStatistics solve)
        {
            Interlocked.Add(ref acceptedSteps, solve.AcceptedSteps);
            Interlocked.Add(ref rejectedSteps, solve.RejectedSteps);
            Interlocked.Add(ref derivativeEvaluations, solve.DerivativeEvaluations);
        }
    }
}
