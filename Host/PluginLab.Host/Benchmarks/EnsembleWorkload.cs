using System.Globalization;
using PluginLab.Dynamics;

namespace PluginLab.Host.Benchmarks;

/// <summary>Many trajectories of one system, of which a parameter of the component chooses one: each with its own start and parameters; the last states are kept.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="System">Id of the system.</param>
/// <param name="Index">The parameter that chooses a trajectory, counted from 0.</param>
/// <param name="Trajectories">How many there are.</param>
/// <param name="EndTime">Where all end; they start at 0.</param>
/// <param name="Integrator">The integrator where none is asked for.</param>
/// <param name="Reference">The integrator of the reference.</param>
internal sealed record EnsembleWorkload(string Name, string System, string Index, int Trajectories, double EndTime, string Integrator, string Reference)
    : Workload(Name, System)
{
    private const int ReferenceTrajectories = 1000;

    /// <inheritdoc/>
    public override IBenchmark? Prepare(BenchmarkComponents components)
    {
        IIntegrator? integrator = components.CreateIntegrator(Integrator);
        IIntegrator? reference = components.ReadIntegrator(Reference);
        int count = components.CountOfTrajectories(Trajectories);
        if (CreateMembers(components, count) is not { } members || integrator is null || reference is null)
        {
            return null;
        }

        return new EnsembleBenchmark(EnsembleOf(members), integrator, components.Threads, EnsembleOf(members.Take(ReferenceTrajectories)), reference);
    }

    /// <summary>The leading systems; null if one cannot be made, or takes no parameters.</summary>
    private List<ObservedSystem>? CreateMembers(BenchmarkComponents components, int count)
    {
        List<ObservedSystem> members = [];
        while (members.Count < count && components.CreateParametricSystem(System, (Index, members.Count.ToString(CultureInfo.InvariantCulture))) is { } member)
        {
            members.Add(member);
        }

        return members.Count == count ? members : null;
    }

    private Ensemble EnsembleOf(IEnumerable<ObservedSystem> members)
    {
        IDynamicsSystem? first = null;
        List<double> states = [];
        List<double> parameters = [];
        foreach (ObservedSystem member in members)
        {
            first ??= member.System;
            states.AddRange(member.DefaultInitialState);
            parameters.AddRange(((IParametricSystem<double>)member.System).DefaultParameters);
        }

        return new Ensemble(first!, states, 0, EndTime).WithParameters(parameters);
    }
}

/// <summary>The solves of an ensemble.</summary>
/// <param name="ensemble">The problems.</param>
/// <param name="integrator">What is measured.</param>
/// <param name="threads">How many threads may work.</param>
/// <param name="leading">The problems that the reference solves: the leading ones.</param>
/// <param name="reference">The integrator of the reference.</param>
internal sealed class EnsembleBenchmark(Ensemble ensemble, IIntegrator integrator, int threads, Ensemble leading, IIntegrator reference) : IBenchmark
{
    /// <inheritdoc/>
    public string Method => integrator.Name;

    /// <inheritdoc/>
    public BenchmarkRun Run(CancellationToken cancellationToken)
    {
        EnsembleOutput output = EnsembleOutput.FinalStates with { MaximumThreads = threads };
        EnsembleSolution solution = integrator is IEnsembleIntegrator together
            ? together.Integrate(ensemble, output, cancellationToken)
            : TrajectoryByTrajectory.Integrate(integrator, ensemble, output, cancellationToken);
        return Summarize(ensemble, integrator, solution, cancellationToken);
    }

    /// <inheritdoc/>
    public BenchmarkRun RunReference(CancellationToken cancellationToken) =>
        Summarize(leading, reference, TrajectoryByTrajectory.Integrate(reference, leading, EnsembleOutput.FinalStates, cancellationToken), cancellationToken);

    private static BenchmarkRun Summarize(Ensemble problems, IIntegrator method, EnsembleSolution solution, CancellationToken cancellationToken)
    {
        int successful = 0;
        while (successful < solution.Count && solution.IsSuccessful(successful))
        {
            successful++;
        }

        return new(
            new ComputedStates(solution.Count, solution.FinalState),
            solution.Statistics.DerivativeEvaluations,
            successful == solution.Count ? null : Explain(problems, method, solution, successful, cancellationToken));
    }

    /// <summary>An ensemble keeps no diagnostics: the failed trajectory is solved once more for its own.</summary>
    private static string Explain(Ensemble problems, IIntegrator method, EnsembleSolution solution, int failed, CancellationToken cancellationToken) =>
        solution.Outcome(failed) == SolveOutcome.Cancelled
            ? "The runs were cancelled."
            : $"Trajectory {failed}: {method.Integrate(problems.Problem(failed), SaveAt.End, cancellationToken).Diagnostic}";
}
