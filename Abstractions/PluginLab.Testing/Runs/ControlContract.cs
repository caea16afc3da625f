using PluginLab.Experiments;

namespace PluginLab.Testing.Runs;

/// <summary>What holds for claims under their controls: each turns into its opposite where it applies, or it says nothing.</summary>
internal static class ControlContract
{
    /// <summary>Checks every claim of an experiment in the first setting that it speaks of.</summary>
    public static void Check(ExperimentRuns runs, FaultList faults, CancellationToken cancellationToken)
    {
        List<(ParameterTrial Where, Claim Claim)> claims = FindWhereTheyApply(runs, cancellationToken);
        foreach (Claim claim in claims.Select(found => found.Claim).Where(claim => claim.Control is null))
        {
            faults.Error(ContractCode.Claims, $"claim '{claim.Id}' names no control; name a mutation of the system that refutes it.");
        }

        foreach (var sameRun in claims.Where(found => found.Claim.Control is not null).GroupBy(found => (found.Where, found.Claim.Control!.Mutation)))
        {
            Claim[] expected = [.. sameRun.Select(found => found.Claim)];
            Attempt<ExperimentResult> mutated = runs.Repeat(sameRun.Key.Where, expected[0].Control, null, cancellationToken);
            if (mutated.IsCancelled)
            {
                faults.Warning(ContractCode.NotJudged, $"under '{sameRun.Key.Mutation}' it was stopped before its end and was not judged.");
                return;
            }

            CheckTurned(expected, mutated, sameRun.Key.Mutation, faults);
        }
    }

    private static void CheckTurned(IEnumerable<Claim> expected, Attempt<ExperimentResult> mutated, string mutation, FaultList faults)
    {
        foreach (Claim claim in expected)
        {
            Claim? again = mutated.Value?.Claims.FirstOrDefault(candidate => candidate.Id == claim.Id);
            Verdict opposite = claim.Expected == Verdict.Refuted ? Verdict.Supported : Verdict.Refuted;
            if (again?.Verdict != opposite)
            {
                string found = mutated.Failure is { } failure ? $"the run fails ({failure})" : $"it is {again?.Verdict.ToString() ?? "missing"}";
                faults.Error(ContractCode.Claims, $"claim '{claim.Id}' says nothing: under its control '{mutation}' {found}, not {opposite}.");
            }
        }
    }

    private static List<(ParameterTrial Where, Claim Claim)> FindWhereTheyApply(ExperimentRuns runs, CancellationToken cancellationToken)
    {
        HashSet<string> seen = [];
        return
        [
            .. from trial in runs.Trials
               from claim in runs.Of(trial, cancellationToken).Value?.Claims ?? []
               where claim.NotApplicable is null && seen.Add(claim.Id)
               select (trial, claim),
        ];
    }
}
