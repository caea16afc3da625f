using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>Where the words of a figure go beyond what its claims support.</summary>
internal static class FindingFaults
{
    public static IEnumerable<string> Find(ExperimentResult result) => result.Figures.SelectMany(figure => Find(figure, result.Claims).Select(fault => $"{figure.Id}: {fault}"));

    private static IEnumerable<string> Find(Figure figure, IReadOnlyList<Claim> claims)
    {
        Figure stated = figure.Stating(claims);
        Claim[] failing = [.. claims.Where(claim => figure.ClaimIds.Contains(claim.Id) && claim.Verdict != claim.Expected)];
        return
        [
            .. failing.Where(claim => !figure.Findings.Any(finding => finding.ClaimIds.Contains(claim.Id)))
                .Select(claim => $"claim '{claim.Id}' is {claim.Verdict}, but no finding rests on it, so that title and caption are the same whether it holds or not"),
            .. figure.Findings.Where(finding => finding.ClaimIds.Intersect(failing.Select(claim => claim.Id)).Any())
                .SelectMany(finding => new[] { finding.Title, finding.Caption }).OfType<string>()
                .Where(text => stated.Title.Contains(text, StringComparison.Ordinal) || stated.Caption.Contains(text, StringComparison.Ordinal))
                .Select(text => $"it states '{text}', though a claim behind it does not hold"),
            .. figure.Findings.Where(finding => finding.ClaimIds.Count == 0 || finding.ClaimIds.Except(figure.ClaimIds).Any())
                .Select(finding => $"'{finding.Title ?? finding.Caption}' rests on no claim, or on one that the figure does not show"),
        ];
    }
}
