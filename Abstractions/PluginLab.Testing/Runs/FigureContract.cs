using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering;

namespace PluginLab.Testing.Runs;

/// <summary>What holds for figures: named, complete, drawable, and saying no more than the claims of the result.</summary>
internal static class FigureContract
{
    private static readonly SvgRenderer Renderer = new();

    /// <summary>Checks the figures of a result.</summary>
    public static void Check(ExperimentResult result, FaultList faults)
    {
        faults.CheckNames(ContractCode.Figures, "figure id", result.Figures.Select(figure => figure.Id));
        HashSet<string> claims = [.. result.Claims.Select(claim => claim.Id)];
        foreach (Figure figure in result.Figures)
        {
            string part = $"figure '{figure.Id}'";
            foreach (string fault in FindFaults(figure, claims))
            {
                faults.Error(ContractCode.Figures, part, fault);
            }

            Draw(figure.Stating(result.Claims), part, faults);
        }
    }

    private static IEnumerable<string> FindFaults(Figure figure, HashSet<string> claims) =>
    [
        .. figure.Title.Length > 0 && figure.Caption.Length > 0 ? Array.Empty<string>() : ["it has no title or no caption; give both."],
        .. figure.AltText.Length > 0 && !figure.AltText.Contains('$') ? Array.Empty<string>() : ["its alternative text is empty or has mathematics; describe it in plain words."],
        .. figure.ClaimIds.Where(claim => !claims.Contains(claim)).Select(claim => $"it shows evidence for claim '{claim}', which the experiment does not make."),
        .. figure.Findings.SelectMany(finding => finding.ClaimIds).Except(figure.ClaimIds)
            .Select(claim => $"it states a finding that rests on claim '{claim}', which is not among those that it shows evidence for."),
        .. figure.Findings.Where(finding => finding.ClaimIds.Count == 0).Select(finding => $"it states '{finding.Title ?? finding.Caption}', which rests on no claim."),
    ];

    private static void Draw(Figure figure, string part, FaultList faults)
    {
        try
        {
            foreach (string warning in Renderer.Render(figure, new RenderOptions()).Warnings)
            {
                faults.Warning(ContractCode.Figures, part, warning);
            }
        }
        catch (FigureException exception)
        {
            faults.Error(ContractCode.Figures, part, Attempt.OneLine(exception.Message));
        }
    }
}
