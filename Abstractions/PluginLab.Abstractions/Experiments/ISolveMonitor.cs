using PluginLab.Dynamics;

namespace PluginLab.Experiments;

/// <summary>Watches the solves of a run after they ended; changes nothing.</summary>
/// <remarks>
/// Problems and ensembles are those that the experiment stated: under a negative control the solution is that of the mutated system, and what the
/// experiment's own system conserves drifts visibly. Called on the thread that solved, by several at once.
/// </remarks>
public interface ISolveMonitor
{
    /// <summary>A problem was solved.</summary>
    void OnSolved(IIntegrator integrator, InitialValueProblem problem, Solution solution);

    /// <summary>An ensemble was solved.</summary>
    void OnEnsembleSolved(IIntegrator integrator, Ensemble ensemble, EnsembleSolution solution);
}
