using PluginLab.Experiments;

namespace PluginLab.Testing.Runs;

/// <summary>What holds for the claims, metrics and notes of a result.</summary>
internal static class ResultContract
{
    /// <summary>Checks a result.</summary>
    public static void Check(ExperimentResult result, FaultList faults)
    {
        faults.CheckNames(ContractCode.Claims, "claim id", result.Claims.Select(claim => claim.Id));
        faults.CheckNames(ContractCode.Metrics, "metric", result.Metrics.Select(metric => metric.Name));
        foreach (Claim claim in result.Claims)
        {
            CheckClaim(claim, faults);
        }

        IEnumerable<(string, string?)> texts =
        [
            .. result.Claims.Select(claim => ($"statement of claim '{claim.Id}'", (string?)claim.Statement)),
            .. result.Claims.Select(claim => ($"corrected form of claim '{claim.Id}'", claim.CorrectedForm)),
        ];
        TextContract.Check(texts, ContractCode.Claims, faults);
        TextContract.Check(result.Metrics.Select(metric => ($"description of metric '{metric.Name}'", (string?)metric.Description)), ContractCode.Metrics, faults);
        TextContract.Check(result.Notes.Select(note => ("a note", (string?)note)), ContractCode.Metrics, faults);
    }

    private static void CheckClaim(Claim claim, FaultList faults)
    {
        if (string.IsNullOrWhiteSpace(claim.Source) || string.IsNullOrWhiteSpace(claim.Statement))
        {
            faults.Error(ContractCode.Claims, $"claim '{claim.Id}' has no statement or no source; say what holds and where the theory states it.");
        }

        if (claim.Uncertainty < 0 || !(claim.Bound.Lower <= claim.Bound.Upper))
        {
            faults.Error(ContractCode.Claims, $"claim '{claim.Id}' has a negative uncertainty or an empty bound; no measurement decides it.");
        }

        if (claim.NotApplicable is { } reason && string.IsNullOrWhiteSpace(reason))
        {
            faults.Error(ContractCode.Claims, $"claim '{claim.Id}' does not apply, without a reason; give it.");
        }

        if (claim.Expected == Verdict.Refuted && string.IsNullOrWhiteSpace(claim.CorrectedForm))
        {
            faults.Error(ContractCode.Claims, $"claim '{claim.Id}' is expected to be refuted and does not say what holds instead; give its corrected form.");
        }
    }
}
