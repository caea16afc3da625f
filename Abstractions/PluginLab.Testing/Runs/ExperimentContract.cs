using PluginLab.Experiments;

namespace PluginLab.Testing.Runs;

/// <summary>What holds for an experiment: it runs over its whole range, gives the same result twice, gives way to a cancellation, and its findings are complete.</summary>
internal static class ExperimentContract
{
    /// <summary>Checks what is said of the experiment before it runs.</summary>
    public static void CheckDescription(ExperimentInfo info, FaultList faults)
    {
        if (string.IsNullOrWhiteSpace(info.Title) || string.IsNullOrWhiteSpace(info.Question))
        {
            faults.Error(ContractCode.Parameters, "it has no title or no question; state both.");
        }

        faults.CheckNames(ContractCode.Parameters, "parameter", info.Parameters.Select(parameter => parameter.Name));
        TextContract.Check([("question", info.Question), .. info.Parameters.Select(parameter => ($"description of parameter '{parameter.Name}'", parameter.Description))], ContractCode.Parameters, faults);
        ParameterTrial.Of(info.Parameters, info.Constraints).Report(faults);
    }

    /// <summary>Checks the run with one setting.</summary>
    public static void CheckTrial(ExperimentRuns runs, ParameterTrial trial, FaultList faults, CancellationToken cancellationToken)
    {
        if (Require(runs.Of(trial, cancellationToken), $"with {trial.Description}", faults) is not { } result)
        {
            return;
        }

        bool isDefault = trial == runs.Trials[0];
        IEnumerable<ContractFault> known = isDefault ? [] : FindFaults(runs.Of(runs.Trials[0], cancellationToken).Value, faults);
        faults.AddRange(FindFaults(result, faults).Except(known), isDefault ? null : trial.Description);
        foreach (Claim claim in result.Claims.Where(claim => !claim.IsAsExpected))
        {
            faults.Error(ContractCode.Claims, $"with {trial.Description} claim '{claim.Id}' is {claim.Verdict}, expected is {claim.Expected}.");
        }
    }

    /// <summary>Checks that the same run gives the same result, to the last bit.</summary>
    public static void CheckRepetition(ExperimentRuns runs, FaultList faults, CancellationToken cancellationToken)
    {
        if (runs.Trials is not [{ } defaults, ..] || runs.Of(defaults, cancellationToken).Value is not { } first)
        {
            return;
        }

        if (Require(runs.Repeat(defaults, null, null, cancellationToken), "the second time", faults) is { } second && ResultDifference.Find(first, second) is { } difference)
        {
            faults.Error(ContractCode.NotRepeatable, $"the same run gives another result the second time, at {difference}; a run may depend on its context alone.");
        }
    }

    /// <summary>Checks that a run which solves by its context lets a cancellation pass.</summary>
    public static void CheckCancellation(ExperimentRuns runs, FaultList faults, CancellationToken cancellationToken)
    {
        if (runs.Trials is not [{ } defaults, ..] || runs.SolvesOf(defaults, cancellationToken) == 0)
        {
            return;
        }

        if (!runs.Repeat(defaults, null, null, new CancellationToken(canceled: true)).IsCancelled)
        {
            faults.Error(ContractCode.NotCancelled, "cancelled at the start it does not end by an OperationCanceledException; let that of the context pass.");
        }
    }

    /// <summary>What is wrong with a result, whatever its verdicts.</summary>
    private static IReadOnlyList<ContractFault> FindFaults(ExperimentResult? result, FaultList faults)
    {
        FaultList found = faults.OfSameSubject();
        if (result is not null)
        {
            ResultContract.Check(result, found);
            FigureContract.Check(result, found);
        }

        return found.All;
    }

    /// <summary>The result; null where there is none, which is reported.</summary>
    private static ExperimentResult? Require(Attempt<ExperimentResult> run, string setting, FaultList faults)
    {
        if (run.IsCancelled)
        {
            faults.Warning(ContractCode.NotJudged, $"{setting} it was stopped before its end and was not judged.");
        }
        else if (run.Failure is not null)
        {
            faults.Error(ContractCode.Threw, $"{setting} it fails: {run.Failure}");
        }
        else if (run.Value is null)
        {
            faults.Error(ContractCode.Threw, $"{setting} it returns null; return a result.");
        }

        return run.Value;
    }
}
