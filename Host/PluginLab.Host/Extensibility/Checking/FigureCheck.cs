using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Host.Extensibility.Checking;

/// <summary>Holds figures to their contract: named, not empty, with as many ordinates as abscissae.</summary>
internal static class FigureCheck
{
    /// <summary>Checks the figures of a result.</summary>
    public static void Check(string component, ExperimentResult result, CheckDiagnoses diagnoses)
    {
        diagnoses.CheckNames(CheckCode.Figures, component, "figure id", result.Figures.Select(figure => figure.Id));
        HashSet<string> claims = [.. result.Claims.Select(claim => claim.Id)];
        foreach (Figure figure in result.Figures)
        {
            string name = $"{component}, figure '{figure.Id}'";
            CheckTexts(name, figure, diagnoses);
            diagnoses.CheckNames(CheckCode.Figures, name, "mark id", figure.Panels.SelectMany(panel => panel.Marks).Select(mark => mark.Id));
            foreach (string claim in figure.ClaimIds.Where(claim => !claims.Contains(claim)))
            {
                diagnoses.Error(CheckCode.Figures, name, $"it shows evidence for claim '{claim}', which the experiment does not make.");
            }

            foreach (Mark mark in figure.Panels.SelectMany(panel => panel.Marks).Where(mark => Lengths(mark).Distinct().Count() > 1))
            {
                diagnoses.Error(CheckCode.Figures, name, $"mark '{mark.Id}' has lists of {string.Join(" and ", Lengths(mark))} values; give each the same length.");
            }
        }
    }

    private static void CheckTexts(string name, Figure figure, CheckDiagnoses diagnoses)
    {
        if (figure.Panels.Count == 0 || figure.Panels.Any(panel => panel.Marks.Count == 0))
        {
            diagnoses.Error(CheckCode.Figures, name, "it has no panel, or a panel without marks.");
        }

        if (new[] { figure.Title, figure.Caption, figure.AltText }.Any(string.IsNullOrWhiteSpace))
        {
            diagnoses.Error(CheckCode.Figures, name, "its title, caption or alternative text is empty.");
        }
    }

    private static int[] Lengths(Mark mark) => mark switch
    {
        Line line => [line.X.Count, line.Y.Count],
        Step step => [step.X.Count, step.Y.Count],
        Scatter scatter => [scatter.X.Count, scatter.Y.Count],
        ErrorBars bars => [bars.X.Count, bars.Y.Count, bars.Lower.Count, bars.Upper.Count],
        Ribbon ribbon => [ribbon.X.Count, ribbon.Lower.Count, ribbon.Upper.Count],
        PhasePath path => [path.X.Count, path.Y.Count],
        _ => [],
    };
}
