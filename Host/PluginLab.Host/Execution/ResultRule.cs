using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Host.Planning;

namespace PluginLab.Host.Execution;

/// <summary>What every result of an experiment must hold to, so that it can be stored and reported.</summary>
internal static class ResultRule
{
    /// <summary>A result with lists of its own: those of a plugin may compute what they hold anew for each reader, or throw.</summary>
    public static ExperimentResult? Copy(ExperimentResult? result) => HasNullList(result)
        ? result
        : result! with { Claims = [.. result!.Claims], Figures = [.. result.Figures.Select(Copy)], Metrics = [.. result.Metrics], Notes = [.. result.Notes] };

    /// <summary>What is wrong with a result, as a sentence; null if nothing is.</summary>
    public static string? FindFault(ExperimentResult? result)
    {
        if (HasNullList(result))
        {
            return "The experiment returned no result, or one with a list that is null; it must return lists, which may be empty.";
        }

        IEnumerable<object?> entries = [.. result!.Claims, .. result.Figures, .. result.Metrics, .. result.Notes];
        return entries.Contains(null)
            ? "The experiment returned a list with an entry that is null; remove it."
            : FindFaultIn(result);
    }

    private static bool HasNullList(ExperimentResult? result) =>
        result?.Claims is null || result.Figures is null || result.Metrics is null || result.Notes is null;

    private static Figure Copy(Figure figure) => HasNullList(figure) ? figure! : figure with
    {
        ClaimIds = [.. figure.ClaimIds],
        Findings = [.. figure.Findings.Select(finding => finding?.ClaimIds is null ? finding! : finding with { ClaimIds = [.. finding.ClaimIds] })],
    };

    private static bool HasNullList(Figure? figure) => figure?.ClaimIds is null || figure.Findings is null;

    private static string? FindFaultIn(ExperimentResult result) =>
        FindFaultyName("claim", [.. result.Claims.Select(claim => claim.Id)])
        ?? FindFaultyName("figure", [.. result.Figures.Select(figure => figure.Id)])
        ?? FindFaultyName("metric", [.. result.Metrics.Select(metric => metric.Name)])
        ?? FindMissingText(result)
        ?? FindFaultyControl(result.Claims)
        ?? FindFaultyClaim(result.Claims)
        ?? FindUnknownClaim(result)
        ?? FindFaultyFinding(result);

    private static string? FindFaultyName(string kind, IReadOnlyList<string> names)
    {
        string? faulty = names.FirstOrDefault(name => name is null || NameRule.FindFault(name) is not null);
        string? repeated = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        return faulty is not null || names.Contains(null) ? $"The {kind} id '{faulty}' {NameRule.FindFault(faulty ?? "")}."
            : repeated is not null ? $"Two {kind}s have the id '{repeated}'; ids must be unique within an experiment."
            : null;
    }

    private static string? FindMissingText(ExperimentResult result) =>
        result.Claims.FirstOrDefault(claim => claim.Statement is null || claim.Source is null) is { } claim
            ? $"Claim '{claim.Id}' has no statement or no source; say what holds and where the theory states it."
        : result.Metrics.FirstOrDefault(metric => metric.Description is null) is { } metric ? $"Metric '{metric.Name}' has no description; say what it is."
        : result.Figures.FirstOrDefault(figure => figure.Title is null || figure.Caption is null || figure.AltText is null || figure.Panels is null || HasNullList(figure)) is { } figure
            ? $"Figure '{figure.Id}' has a title, caption, alternative text, panels, claims or findings that are null; give all of them."
        : null;

    private static string? FindFaultyControl(IReadOnlyList<Claim> claims) =>
        claims.FirstOrDefault(claim => claim.Control is { Mutation: null } or { Apply: null }) is { } faulty
            ? $"The control of claim '{faulty.Id}' has no name or no mutation; give both, or no control."
            : null;

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

    private static string? FindFaultyFinding(ExperimentResult result) =>
        result.Figures.FirstOrDefault(figure => figure.Findings.Any(finding => finding?.ClaimIds is not { Count: > 0 } ids || ids.Except(figure.ClaimIds).Any())) is { } figure
            ? $"Figure '{figure.Id}' states a finding that rests on no claim, or on one that the figure does not show; name claims that are among those of the figure."
            : null;
}
