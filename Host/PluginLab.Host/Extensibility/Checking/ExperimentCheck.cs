using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Host.Extensibility.Loading;

namespace PluginLab.Host.Extensibility.Checking;

/// <summary>Holds an experiment to its contract: it runs over its whole range, gives the same result twice, and its findings are complete.</summary>
internal sealed class ExperimentCheck(IIntegrator integrator, FigureCheck figures, TimeSpan patience)
{
    /// <summary>Checks one experiment.</summary>
    public void Check(IExperiment experiment, CheckDiagnoses diagnoses, CancellationToken cancellationToken)
    {
        ExperimentInfo info = experiment.Info;
        string name = $"experiment '{info.Id}'";
        if (string.IsNullOrWhiteSpace(info.Title) || string.IsNullOrWhiteSpace(info.Question))
        {
            diagnoses.Error(CheckCode.Parameters, name, "it has no title or no question; state both.");
        }

        IReadOnlyList<ParameterTrial> trials = ParameterTrials.Of(name, info.Parameters, info.Constraints, diagnoses);
        for (int i = 0; i < trials.Count && !cancellationToken.IsCancellationRequested; i++)
        {
            ExperimentResult? result = Run(experiment, name, trials[i], diagnoses, cancellationToken);
            if (result is not null && i == 0)
            {
                CheckResult(name, result, diagnoses);
                CheckRepetition(name, result, Run(experiment, name, trials[0], diagnoses, cancellationToken), diagnoses);
            }

            CheckVerdicts(name, trials[i], result, isDefault: i == 0, diagnoses);
        }
    }

    private ExperimentResult? Run(IExperiment experiment, string name, ParameterTrial trial, CheckDiagnoses diagnoses, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        ExperimentContext context = new() { Parameters = trial.Values, Integrator = integrator, Seed = 1, CancellationToken = limit.Token };
        (ExperimentResult? result, PluginFault? fault) = PluginCode.Run(() => experiment.Run(context));
        if (fault is { Kind: PluginFaultKind.Cancelled })
        {
            diagnoses.Warning(CheckCode.NotJudged, name, $"with {trial.Description} it ran longer than {patience.TotalSeconds} s and was not judged.");
        }
        else if (fault is not null)
        {
            diagnoses.Error(CheckCode.Threw, name, $"with {trial.Description} it fails: {fault.Reason}");
        }
        else if (result is null)
        {
            diagnoses.Error(CheckCode.Threw, name, $"with {trial.Description} it returns null; return a result.");
        }

        return result;
    }

    private static void CheckRepetition(string name, ExperimentResult first, ExperimentResult? second, CheckDiagnoses diagnoses)
    {
        if (second is not null && ContentText.FindDifference(first, second) is { } difference)
        {
            diagnoses.Error(CheckCode.NotRepeatable, name, $"the same run gives another result the second time, at {difference}; a run may depend on its context alone.");
        }
    }

    private void CheckResult(string name, ExperimentResult result, CheckDiagnoses diagnoses)
    {
        diagnoses.CheckNames(CheckCode.Claims, name, "claim id", result.Claims.Select(claim => claim.Id));
        diagnoses.CheckNames(CheckCode.Metrics, name, "metric", result.Metrics.Select(metric => metric.Name));
        foreach (Claim claim in result.Claims.Where(claim => string.IsNullOrWhiteSpace(claim.Source) || string.IsNullOrWhiteSpace(claim.Statement)))
        {
            diagnoses.Error(CheckCode.Claims, name, $"claim '{claim.Id}' has no statement or no source; say what holds and where the theory states it.");
        }

        figures.Check(name, result, diagnoses);
    }

    private static void CheckVerdicts(string name, ParameterTrial trial, ExperimentResult? result, bool isDefault, CheckDiagnoses diagnoses)
    {
        foreach (Claim claim in result?.Claims.Where(claim => !claim.IsAsExpected) ?? [])
        {
            string sentence = $"with {trial.Description} claim '{claim.Id}' is {claim.Verdict}, expected is {claim.Expected}.";
            Action<string, string, string> report = isDefault ? diagnoses.Error : diagnoses.Warning;
            report(CheckCode.Claims, name, sentence);
        }
    }
}
