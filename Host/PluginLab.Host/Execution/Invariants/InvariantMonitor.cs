using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Rendering.Reports.Invariants;

namespace PluginLab.Host.Execution.Invariants;

/// <summary>Follows the invariants of every system along every solve that succeeds; what it finds does not depend on the order of the solves.</summary>
internal sealed class InvariantMonitor : ISolveMonitor
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string System, string Name, ErrorControl Control), DriftTally> tallies = [];

    /// <summary>What was found so far: where a drift is an error first, then by system and name.</summary>
    public IReadOnlyList<MonitoredInvariant> Invariants
    {
        get
        {
            lock (gate)
            {
                return [.. tallies.Values.Select(tally => tally.Report).OrderBy(report => report.Allowed is null).ThenBy(report => report.System, StringComparer.Ordinal)
                    .ThenBy(report => report.Name, StringComparer.Ordinal).ThenBy(report => report.Control)];
            }
        }
    }

    /// <inheritdoc/>
    public void OnSolved(IIntegrator integrator, InitialValueProblem problem, Solution solution)
    {
        if (!solution.IsSuccessful)
        {
            return;
        }

        double[] parameters = DefaultParameters(problem.System);
        foreach (Invariant invariant in SystemInvariants.Of(problem.System, hasOwnParameters: false))
        {
            DriftMeter meter = new(invariant);
            FollowedPath.Along(meter, problem, solution.PartialTrajectory, parameters);
            Keep(new MonitoredSolve(invariant, problem.System, integrator), meter.Drift, solves: 1);
        }
    }

    /// <inheritdoc/>
    public void OnEnsembleSolved(IIntegrator integrator, Ensemble ensemble, EnsembleSolution solution)
    {
        double[] parameters = DefaultParameters(ensemble.System);
        foreach (Invariant invariant in SystemInvariants.Of(ensemble.System, hasOwnParameters: ensemble.ParameterCount > 0))
        {
            MonitoredSolve solve = new(invariant, ensemble.System, integrator);
            DriftMeter meter = new(invariant);
            Drift worst = default;
            long solves = 0;
            for (int i = 0; i < ensemble.Count; i++)
            {
                if (solution.IsSuccessful(i))
                {
                    FollowedPath.BetweenEnds(meter, ensemble, solution, i, ensemble.ParameterCount == 0 ? parameters : ensemble.Parameters(i));
                    worst = solves == 0 || meter.Drift.Severity(solve.Accuracy) > worst.Severity(solve.Accuracy) ? meter.Drift : worst;
                    solves++;
                }
            }

            Keep(solve, worst, solves);
        }
    }

    private static double[] DefaultParameters(IDynamicsSystem system) => system is IParametricSystem<double> parametric ? [.. parametric.DefaultParameters] : [];

    private void Keep(MonitoredSolve solve, Drift drift, long solves)
    {
        if (solves == 0)
        {
            return;
        }

        lock (gate)
        {
            (string, string, ErrorControl) key = (solve.SystemName, solve.Invariant.Name, solve.Accuracy.Control);
            DriftTally added = new(solve, drift, solves);
            tallies[key] = tallies.TryGetValue(key, out DriftTally? tally) ? tally.With(added) : added;
        }
    }
}
