using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>What is wrong with the figures of a result beyond what a renderer refuses: only the result knows its claims.</summary>
internal static class FigureFaults
{
    public static IEnumerable<string> Find(ExperimentResult result) => result.Figures.SelectMany(figure => Find(figure, result).Select(fault => $"{figure.Id}: {fault}"));

    private static IEnumerable<string> Find(Figure figure, ExperimentResult result) =>
    [
        .. Require(figure.Title.Length > 0 && figure.Caption.Length > 0, "title and caption are needed"),
        .. Require(!figure.AltText.Contains('$'), "the alternative text is plain text"),
        .. figure.ClaimIds.Where(id => result.Claims.All(claim => claim.Id != id)).Select(id => $"it shows the claim '{id}', which there is not"),
    ];

    private static IEnumerable<string> Require(bool holds, string fault) => holds ? [] : [fault];
}
