using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.QuadraticNonlinearity;

/// <summary>T1 against ε for several exponents.</summary>
internal static class GrowthTimeFigure
{
    private static readonly int[] Colors = [Palette.LowerDegree, Palette.Quadratic, Palette.CubedUnit, Palette.TwoSquares];

    public static Figure Draw(GrowthTimeStudy study) => new()
    {
        Id = "growth-time",
        Title = "Exponents add up to a degree, and the degree decides how growth takes off",
        Subtitle = $"balanced starts, $s = {Rounded.Text(study.Target)}$; dotted: power laws fitted over the whole range, ± their change between its halves",
        Caption = "Time to half of the target: fitted powers of $\\varepsilon$ "
            + string.Join(", ", study.Series.Where(series => series.Degree > 2).Select(series =>
                $"{Slope(series)} for ({Exponents(series)})"))
            + $" (± the change between the halves of the fit range, {study.Series[0].Products.Count} solves each), predicted $-(1 - 2/D)$: −1/3 for $D = 3$ and −1/2 for $D = 4$. "
            + $"For (1, 1) growth is exponential and $T_1$ only logarithmic in $\\varepsilon$. Dashed: exact times; the largest relative difference is {Rounded.Text(LargestError(study), 2)}.",
        AltText = "Growth time against initial product, both logarithmic: four nearly straight lines, steeper for a larger sum of exponents; measured points lie on the exact curves.",
        Size = FigureSize.TwoColumns,
        Panels =
        [
            new Panel
            {
                X = Axis.Logarithmic("initial product $\\varepsilon$"),
                Y = Axis.Logarithmic("growth time $T_1$"),
                Marks = [.. study.Series.Select((series, i) => Marks(study, series, Colors[i])).Reverse().SelectMany(marks => marks)],
                Legend = LegendPlacement.Right,
            },
        ],
        ClaimIds = ["note1-49-growth-time", "note1-49-slope-degree-three", "note1-49-slope-cubed-unit", "note1-49-slope-two-squares"],
    };

    private static IEnumerable<Mark> Marks(GrowthTimeStudy study, GrowthTimes series, int color)
    {
        string id = string.Join('-', series.Exponents);
        yield return new Line
        {
            Id = $"exact-{id}",
            Label = series == study.Series[^1] ? "exact" : null,
            Role = MarkRole.Theory,
            X = series.Products,
            Y = [.. series.Times.Select(time => time.Predicted)],
        };
        yield return new Scatter
        {
            Id = $"measured-{id}",
            Label = series.Degree > 2 ? $"exponents ({Exponents(series)}): slope {Slope(series)}" : $"exponents ({Exponents(series)}): logarithmic",
            Color = color,
            X = series.Products,
            Y = [.. series.Times.Select(time => time.Measured)],
        };
        if (series.Degree > 2 && series.Fit is { } fit)
        {
            yield return new FitLine
            {
                Id = $"fit-{id}",
                Role = MarkRole.Fit,
                Color = color,
                Slope = fit.Exponent,
                SlopeUncertainty = fit.ExponentUncertainty,
                Intercept = fit.Line.Intercept,
                Range = new Limits(fit.Window.Lower, fit.Window.Upper),
            };
        }
    }

    private static string Slope(GrowthTimes series) => $"${Rounded.Text(series.Slope)} \\pm {Rounded.Text(series.SlopeUncertainty, 2)}$";

    private static string Exponents(GrowthTimes series) => string.Join(", ", series.Exponents);

    private static double LargestError(GrowthTimeStudy study) => study.Series.SelectMany(series => series.Times).Max(time => time.RelativeError);
}
