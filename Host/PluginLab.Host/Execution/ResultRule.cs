using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Host.Planning;

namespace PluginLab.Host.Execution;

/// <summary>What every result of an experiment must hold to, so that it can be stored and reported.</summary>
internal static class ResultRule
{
    /// <summary>What is wrong with a result, as a sentence; null if nothing is.</summary>
    public static string? FindFault(ExperimentResult? result)
    {
        if (result?.Claims is null || result.Figures is null || result.Metrics is null || result.Notes is null)
        {
            return "The experiment returned no result, or one with a list that is null; it must return lists, which may be empty.";
        }

        return FindFaultyName("claim", [.. result.Claims.Select(claim => claim.Id)])
            ?? FindFaultyName("figure", [.. result.Figures.Select(figure => figure.Id)])
            ?? FindFaultyName("metric", [.. result.Metrics.Select(metric => metric.Name)])
            ?? FindFaultyClaim(result.Claims)
            ?? FindUnknownClaim(result);
    }

    private static string? FindFaultyName(string kind, IReadOnlyList<string> names)
    {
        string? faulty = names.FirstOrDefault(name => name is null || NameRule.FindFault(name) is not null);
        string? repeated = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        return faulty is not null || names.Contains(null) ? $"The {kind} id '{faulty}' {NameRule.FindFault(faulty ?? "")}."
            : repeated is not null ? $"Two {kind}s have the id '{repeated}'; ids must be unique within an experiment."
            : null;
    }

    private static string? FindFaultyClaim(IReadOnlyList<Claim> claims)
    {
        Claim? faulty = claims.FirstOrDefault(claim => claim.Uncertainty < 0 || double.IsNaN(claim.Bound.Lower) || double.IsNaN(claim.Bound.Upper) || claim.Bound.Lower > claim.Bound.Upper);
        return faulty is null
            ? null
            : $"Claim '{faulty.Id}' has uncertainty {NumberText.Of(faulty.Uncertainty)} and bound [{NumberText.Of(faulty.Bound.Lower)}, {NumberText.Of(faulty.Bound.Upper)}]; "
                + "an uncertainty must not be negative, and a bound must not be empty.";
    }

    private static string? FindUnknownClaim(ExperimentResult result)
    {
        HashSet<string> ids = [.. result.Claims.Select(claim => claim.Id)];
        foreach (Figure figure in result.Figures)
        {
            if (figure.ClaimIds.FirstOrDefault(id => !ids.Contains(id)) is { } unknown)
            {
                return $"Figure '{figure.Id}' shows evidence for claim '{unknown}', which the result does not hold.";
            }
        }

        return null;
    }
}
