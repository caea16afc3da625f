using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Host.Extensibility.Checking;

/// <summary>Holds figures to their contract: named, complete and drawable.</summary>
internal sealed class FigureCheck(IFigureRenderer renderer)
{
    /// <summary>Checks the figures of a result.</summary>
    public void Check(string component, ExperimentResult result, CheckDiagnoses diagnoses)
    {
        diagnoses.CheckNames(CheckCode.Figures, component, "figure id", result.Figures.Select(figure => figure.Id));
        HashSet<string> claims = [.. result.Claims.Select(claim => claim.Id)];
        foreach (Figure figure in result.Figures)
        {
            string name = $"{component}, figure '{figure.Id}'";
            foreach (string claim in figure.ClaimIds.Where(claim => !claims.Contains(claim)))
            {
                diagnoses.Error(CheckCode.Figures, name, $"it shows evidence for claim '{claim}', which the experiment does not make.");
            }

            foreach (string claim in figure.Findings.SelectMany(finding => finding.ClaimIds).Except(figure.ClaimIds))
            {
                diagnoses.Error(CheckCode.Figures, name, $"it states a finding that rests on claim '{claim}', which is not among those that it shows evidence for.");
            }

            if (FindFault(figure) is { } fault)
            {
                diagnoses.Error(CheckCode.Figures, name, fault);
            }
        }
    }

    private string? FindFault(Figure figure)
    {
        try
        {
            renderer.Render(figure, new RenderOptions());
            return null;
        }
        catch (FigureException exception)
        {
            return LoadDiagnoses.OneLine(exception.Message);
        }
    }
}
