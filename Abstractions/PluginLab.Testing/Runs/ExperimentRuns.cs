using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Numerics.Integration;

namespace PluginLab.Testing.Runs;

/// <summary>The runs of an experiment that its contract asks for; those with one setting are made once.</summary>
internal sealed class ExperimentRuns
{
    // What a manifest gets that names no integrator.
    private const double RelativeTolerance = 1e-9;
    private const double AbsoluteTolerance = 1e-12;

    private static readonly IIntegrator Integrator = StepIntegrators.DormandPrince5(RelativeTolerance, AbsoluteTolerance);

    private readonly IExperiment experiment;
    private readonly Trials trials;
    private readonly Lock gate = new();
    private readonly Dictionary<ParameterTrial, (Attempt<ExperimentResult> Attempt, int Solves)> finished = [];

    /// <summary>The runs of an experiment.</summary>
    public ExperimentRuns(IExperiment experiment) => (this.experiment, trials) = (experiment, ParameterTrial.Of(experiment.Info.Parameters, experiment.Info.Constraints));

    /// <summary>The settings: the defaults first.</summary>
    public IReadOnlyList<ParameterTrial> Trials => trials.All;

    /// <summary>Reports why there is no setting, if there is none.</summary>
    public void ReportMissingTrials(FaultList faults) => trials.Report(faults);

    /// <summary>The run with a setting.</summary>
    public Attempt<ExperimentResult> Of(ParameterTrial trial, CancellationToken cancellationToken) => Finish(trial, cancellationToken).Attempt;

    /// <summary>How many problems and ensembles the run with a setting solves by its context.</summary>
    public int SolvesOf(ParameterTrial trial, CancellationToken cancellationToken) => Finish(trial, cancellationToken).Solves;

    /// <summary>Runs once more.</summary>
    public Attempt<ExperimentResult> Repeat(ParameterTrial trial, Control? control, ISolveMonitor? monitor, CancellationToken cancellationToken) => Attempt.At(() => experiment.Run(new()
    {
        Parameters = trial.Values,
        Integrator = Integrator,
        Seed = 1,
        Control = control,
        Monitor = monitor,
        CancellationToken = cancellationToken,
    }));

    private (Attempt<ExperimentResult> Attempt, int Solves) Finish(ParameterTrial trial, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!finished.TryGetValue(trial, out (Attempt<ExperimentResult> Attempt, int Solves) run))
            {
                CountedSolves counted = new();
                run = (Repeat(trial, null, counted, cancellationToken), counted.Count);
                finished.Add(trial, run);
            }

            return run;
        }
    }

    private sealed class CountedSolves : ISolveMonitor
    {
        private int count;

        public int Count => count;

        public void OnSolved(IIntegrator integrator, InitialValueProblem problem, Solution solution) => Interlocked.Increment(ref count);

        public void OnEnsembleSolved(IIntegrator integrator, Ensemble ensemble, EnsembleSolution solution) => Interlocked.Increment(ref count);
    }
}
