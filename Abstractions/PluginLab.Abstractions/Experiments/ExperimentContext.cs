using PluginLab.Dynamics;

namespace PluginLab.Experiments;

/// <summary>Everything that a run may depend on.</summary>
public sealed record ExperimentContext
{
    /// <summary>A value for each declared parameter.</summary>
    public required ParameterSet Parameters { get; init; }

    /// <summary>The integrator chosen for this run.</summary>
    public required IIntegrator Integrator { get; init; }

    /// <summary>Seed of all random numbers.</summary>
    public ulong Seed { get; init; }

    /// <summary>Cancelled when the run should stop.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Receives the fraction done, from 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>The mutation that the host applies to every system; null in an ordinary run.</summary>
    public Control? Control { get; init; }

    /// <summary>Watches every solve; null where nobody does.</summary>
    public ISolveMonitor? Monitor { get; init; }

    /// <summary>Whether <see cref="SolveWith"/> takes the coarser integrator in place of each one that has it, as where a run is repeated to see how far its claims depend on the solver.</summary>
    public bool CoarsensOwnIntegrators { get; init; }

    /// <summary>The value of a parameter.</summary>
    public T Get<T>(Parameter<T> parameter)
        where T : notnull => Parameters.Get(parameter);

    /// <summary>Random numbers that depend on the run's seed and <paramref name="purpose"/> alone.</summary>
    public RandomNumbers CreateRandom(string purpose) => new(Seed, purpose);

    /// <summary>The system to integrate in place of <paramref name="system"/>: itself, or its mutation under a negative control.</summary>
    /// <remarks>Every system that an experiment integrates must pass through here or a <c>Solve</c>, which calls this.</remarks>
    public IDynamicsSystem Create(IDynamicsSystem system) => Control is null ? system : Control.Apply(system);

    /// <summary>The same run with a coarser integrator: how far a number moves there bounds the error that the run's own integrator makes in it.</summary>
    /// <remarks>Nobody monitors it: its solves are a yardstick for those of the run, and none of them.</remarks>
    /// <returns>The context; null if the integrator is not an <see cref="IAdjustableIntegrator"/>, or its step is what is studied.</returns>
    public ExperimentContext? Coarsen() =>
        Integrator is IAdjustableIntegrator adjustable && adjustable.Coarsen() is { } coarser ? this with { Integrator = coarser, Monitor = null } : null;

    /// <summary>Solves a problem with the run's integrator, under the control if there is one.</summary>
    public Solution Solve(InitialValueProblem problem, SaveAt saveAt) => SolveUnderControl(Integrator, problem, saveAt);

    /// <summary>Solves an ensemble with the run's integrator, under the control if there is one: together where the integrator can, else one by one.</summary>
    public EnsembleSolution Solve(Ensemble ensemble, EnsembleOutput output)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        CancellationToken.ThrowIfCancellationRequested();
        Ensemble controlled = Control is null ? ensemble : ensemble.WithSystem(Create(ensemble.System));
        EnsembleSolution solution = Integrator is IEnsembleIntegrator together
            ? together.Integrate(controlled, output, CancellationToken)
            : TrajectoryByTrajectory.Integrate(Integrator, controlled, output, CancellationToken);
        CancellationToken.ThrowIfCancellationRequested();
        Monitor?.OnEnsembleSolved(Integrator, ensemble, solution);
        return solution;
    }

    /// <summary>Solves a problem with an integrator of the experiment's own, such as gradient descent beside the flow.</summary>
    /// <remarks>The run's own <see cref="Integrator"/>, given here, stays as it is: where the run is repeated it is another one already.</remarks>
    public Solution SolveWith(IIntegrator integrator, InitialValueProblem problem, SaveAt saveAt)
    {
        ArgumentNullException.ThrowIfNull(integrator);
        bool isOwn = !ReferenceEquals(integrator, Integrator);
        IIntegrator? coarser = CoarsensOwnIntegrators && isOwn ? (integrator as IAdjustableIntegrator)?.Coarsen() : null;
        return SolveUnderControl(coarser ?? integrator, problem, saveAt);
    }

    private Solution SolveUnderControl(IIntegrator integrator, InitialValueProblem problem, SaveAt saveAt)
    {
        ArgumentNullException.ThrowIfNull(problem);
        CancellationToken.ThrowIfCancellationRequested();
        InitialValueProblem controlled = Control is null
            ? problem
            : new InitialValueProblem(Create(problem.System), problem.InitialState.ToArray(), problem.StartTime, problem.EndTime).WithEvents(problem.Events);
        Solution solution = integrator.Integrate(controlled, saveAt, CancellationToken);
        CancellationToken.ThrowIfCancellationRequested();
        Monitor?.OnSolved(integrator, problem, solution);
        return solution;
    }
}
