using PluginLab.Dynamics;
using PluginLab.Host.Execution.Invariants;
using PluginLab.Host.Extensibility.Loading;
using PluginLab.Rendering.Reports.Invariants;

namespace PluginLab.Host.Simulation;

/// <summary>One solve of one system, ready to run.</summary>
/// <param name="System">The system with its observables.</param>
/// <param name="Problem">The problem, with its stops.</param>
/// <param name="Times">The times to save at.</param>
/// <param name="Integrator">The integrator.</param>
internal sealed record Simulation(ObservedSystem System, InitialValueProblem Problem, IReadOnlyList<double> Times, IIntegrator Integrator)
{
    /// <summary>Solves and evaluates the observables; or says what code of a plugin threw.</summary>
    public (SimulationResult? Result, string? Fault) Run(CancellationToken cancellationToken)
    {
        (SimulationResult? result, PluginFault? fault) = PluginCode.Run(() =>
        {
            Solution solution = Integrator.Integrate(Problem, SaveAt.Times(Times), cancellationToken);
            Trajectory trajectory = solution.PartialTrajectory;
            InvariantMonitor monitor = new();
            monitor.OnSolved(Integrator, Problem, solution);
            ObservedSeries[] observed = [.. System.Observables.Select(observable => new ObservedSeries(observable.Name, trajectory.Observe(observable.Function)))];
            return new SimulationResult(solution, observed, monitor.Invariants);
        });
        return (result, fault?.Reason);
    }
}

/// <summary>What came of a simulation.</summary>
/// <param name="Solution">The solution, as far as it got.</param>
/// <param name="Observables">Each observable at every saved time.</param>
/// <param name="Invariants">How far the invariants of the system drift over the saved times; empty where the solve failed.</param>
internal sealed record SimulationResult(Solution Solution, IReadOnlyList<ObservedSeries> Observables, IReadOnlyList<MonitoredInvariant> Invariants);

/// <summary>The values of an observable along a trajectory.</summary>
/// <param name="Name">Name of the observable.</param>
/// <param name="Values">One value for each saved time.</param>
internal sealed record ObservedSeries(string Name, IReadOnlyList<double> Values);
