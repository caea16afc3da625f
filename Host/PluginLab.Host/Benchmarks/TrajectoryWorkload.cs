using PluginLab.Dynamics;

namespace PluginLab.Host.Benchmarks;

/// <summary>One trajectory from the system's own start, with states saved at given times.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="System">Id of the system.</param>
/// <param name="Times">The times to save at, from 0 on.</param>
/// <param name="Integrator">The integrator where none is asked for.</param>
/// <param name="Reference">The integrator of the reference.</param>
internal sealed record TrajectoryWorkload(string Name, string System, IReadOnlyList<double> Times, string Integrator, string Reference)
    : Workload(Name, System)
{
    /// <inheritdoc/>
    public override IBenchmark? Prepare(BenchmarkComponents components)
    {
        components.RejectTrajectories();
        ObservedSystem? system = components.CreateThreadedSystem(System);
        IIntegrator? integrator = components.CreateIntegrator(Integrator);
        IIntegrator? reference = components.ReadIntegrator(Reference);
        return system is null || integrator is null || reference is null
            ? null
            : new TrajectoryBenchmark(new InitialValueProblem(system.System, system.DefaultInitialState, 0, Times[^1]), SaveAt.Times(Times), integrator, reference);
    }
}

/// <summary>The solve of one problem.</summary>
/// <param name="problem">The problem.</param>
/// <param name="saveAt">The times to save at.</param>
/// <param name="integrator">What is measured.</param>
/// <param name="reference">The integrator of the reference.</param>
internal sealed class TrajectoryBenchmark(InitialValueProblem problem, SaveAt saveAt, IIntegrator integrator, IIntegrator reference) : IBenchmark
{
    /// <inheritdoc/>
    public string Method => integrator.Name;

    /// <inheritdoc/>
    public BenchmarkRun Run(CancellationToken cancellationToken) => Run(integrator, cancellationToken);

    /// <inheritdoc/>
    public BenchmarkRun RunReference(CancellationToken cancellationToken) => Run(reference, cancellationToken);

    private BenchmarkRun Run(IIntegrator method, CancellationToken cancellationToken)
    {
        Solution solution = method.Integrate(problem, saveAt, cancellationToken);
        Trajectory trajectory = solution.PartialTrajectory;
        ComputedStates states = new(trajectory.Count, trajectory.State);
        return new(states, solution.Statistics.DerivativeEvaluations, solution.IsSuccessful ? null : solution.Diagnostic);
    }
}
