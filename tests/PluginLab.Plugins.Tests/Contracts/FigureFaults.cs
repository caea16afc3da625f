using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>What a renderer would refuse in the figures of a result.</summary>
internal static class FigureFaults
{
    public static IEnumerable<string> Find(ExperimentResult result) => result.Figures.SelectMany(figure => Find(figure, result).Select(fault => $"{figure.Id}: {fault}"));

    private static IEnumerable<string> Find(Figure figure, ExperimentResult result)
    {
        IEnumerable<string> faults =
        [
            .. Require(figure.Title.Length > 0 && figure.Caption.Length > 0 && figure.AltText.Length > 0, "title, caption and alternative text are needed"),
            .. Require(!figure.AltText.Contains('$'), "the alternative text is plain text"),
            .. Require(figure.Panels.Count > 0, "there is no panel"),
            .. figure.ClaimIds.Where(id => result.Claims.All(claim => claim.Id != id)).Select(id => $"it shows the claim '{id}', which there is not"),
        ];
        List<Mark> marks = [.. figure.Panels.SelectMany(panel => panel.Marks)];
        return faults
            .Concat(figure.Panels.Where(panel => panel.Marks.Count == 0).Select(_ => "a panel is empty"))
            .Concat(marks.CountBy(mark => mark.Id).Where(pair => pair.Value > 1).Select(pair => $"two marks are called '{pair.Key}'"))
            .Concat(marks.SelectMany(mark => Find(mark).Select(fault => $"{mark.Id}: {fault}")));
    }

    private static IEnumerable<string> Find(Mark mark) => mark switch
    {
        Line line => Series(line.X, line.Y),
        Step step => Series(step.X, step.Y),
        Scatter scatter => Series(scatter.X, scatter.Y),
        ErrorBars bars => [.. Series(bars.X, bars.Y), .. Series(bars.X, bars.Lower), .. Series(bars.X, bars.Upper)],
        Ribbon ribbon => [.. Series(ribbon.X, ribbon.Lower), .. Series(ribbon.X, ribbon.Upper)],
        PhasePath path => Series(path.X, path.Y),
        VectorField field => [.. Series(field.X, field.Y), .. Series(field.X, field.DX), .. Series(field.X, field.DY)],
        HeatMap map => Require(map.Values.Count == (map.XEdges.Count - 1) * (map.YEdges.Count - 1), "the cells do not fill the grid"),
        ReferenceLine reference => Require(double.IsFinite(reference.Value), "its value is not finite"),
        ReferenceBand band => Require(double.IsFinite(band.Lower) && double.IsFinite(band.Upper) && band.Lower < band.Upper, "its limits are not a band"),
        FitLine fit => Require(double.IsFinite(fit.Slope) && double.IsFinite(fit.Intercept) && fit.Range.Lower < fit.Range.Upper, "the fit is not finite"),
        Annotation note => Require(double.IsFinite(note.X) && double.IsFinite(note.Y) && note.Text.Length > 0, "it is nowhere or empty"),
        _ => [$"unknown kind of mark {mark.GetType().Name}"],
    };

    private static IEnumerable<string> Series(IReadOnlyList<double> x, IReadOnlyList<double> y) =>
    [
        .. Require(x.Count == y.Count, $"{x.Count} abscissae but {y.Count} ordinates"),
        .. Require(x.Any(double.IsFinite) && y.Any(double.IsFinite), "it has no points"),
        .. Require(!x.Concat(y).Any(double.IsInfinity), "it has infinite values"),
    ];

    private static IEnumerable<string> Require(bool holds, string fault) => holds ? [] : [fault];
}
