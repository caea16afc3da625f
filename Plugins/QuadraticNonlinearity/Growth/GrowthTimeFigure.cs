using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Plugins.QuadraticNonlinearity.Growth;

/// <summary>T1 against ε for several exponents.</summary>
internal static class GrowthTimeFigure
{
    private const string InitialProduct = "initial product $\\varepsilon$";

    /// <summary>Colours of the monomials other than w₁²w₂, which has its own.</summary>
    private static readonly int[] OtherColors = [Palette.LowerDegree, Palette.CubedUnit, Palette.TwoSquares, Palette.Cubic, Palette.Minima];

    public static Figure Draw(GrowthTimeStudy study) => new()
    {
        Id = "growth-time",
        Title = "Time of growth against the start, for several exponents",
        Subtitle = $"{study.Series[0].Products.Count} balanced starts each, $s = {Rounded.Text(study.Target)}$; fits over the shaded range, ± 95 %",
        Caption = "(a) Time to half of the target. (b) Its exponent from one start to the next: "
            + string.Concat(study.PowerLaws.Select(series => $"fitted {Slope(series)} for ${series.Formula}$, predicted $-(1-2/{series.Degree})$ (grey); "))
            + "± half the 95 % interval, from how far a fit (dotted) moves with the fit range, without a point or a fifth of them, and with the solver's error. "
            + $"Dashed: exact times; the largest relative difference is {Rounded.Text(LargestError(study), 2)}.",
        AltText = "Growth time against initial product, both logarithmic: nearly straight lines, steeper for a larger sum of exponents, each on the dashed exact one. Beside it the local exponents, which tend to values that the sum of exponents alone decides.",
        Size = new FigureSize(1060, 420),
        Columns = 2,
        Panels = [Times(study), Exponents(study)],
        ClaimIds = ["note1-49-growth-time", .. study.PowerLaws.Select(GrowthTimeClaims.SlopeId)],
        Findings =
        [
            new()
            {
                Title = "Exponents add up to a degree, and the degree decides how growth takes off",
                ClaimIds = ["note1-49-growth-time", .. study.PowerLaws.Select(GrowthTimeClaims.SlopeId)],
            },
            new()
            {
                Caption = "For two weights with exponents 1 growth is exponential and $T_1$ only logarithmic in $\\varepsilon$.",
                ClaimIds = ["note1-49-growth-time"],
            },
        ],
    };

    private static Panel Times(GrowthTimeStudy study) => new()
    {
        X = Axis.Logarithmic(InitialProduct),
        Y = Axis.Logarithmic("growth time $T_1$"),
        Marks =
        [
            .. Window(study, "times"),
            .. study.Series.Select((series, i) => new Line
            {
                Id = $"measured-{series.Name}",
                Label = $"${series.Formula}$",
                Color = Color(study, i),
                X = series.Products,
                Y = [.. series.Times.Select(time => time.Measured)],
            }),
            .. study.Series.Select((series, i) => new Line
            {
                Id = $"exact-{series.Name}",
                Label = i == 0 ? "exact" : null,
                Role = MarkRole.Theory,
                X = series.Products,
                Y = [.. series.Times.Select(time => time.Predicted)],
            }),
        ],
    };

    private static Panel Exponents(GrowthTimeStudy study) => new()
    {
        X = Axis.Logarithmic(InitialProduct),
        Y = Axis.Linear("exponent of $T_1$ in $\\varepsilon$"),
        Marks =
        [
            .. Window(study, "exponents"),
            .. study.Series.Select(series => series.Degree).Distinct().Where(degree => degree > 2).Select(degree => new ReferenceLine
            {
                Id = $"degree-{degree}",
                Role = MarkRole.Reference,
                Orientation = Orientation.Horizontal,
                Value = (2.0 / degree) - 1,
            }),
            .. study.Series.Select((series, i) => LocalExponents(series, time => time.Measured) with { Id = $"local-{series.Name}", Label = Fitted(series), Color = Color(study, i) }),
            .. study.Series.Select((series, i) => LocalExponents(series, time => time.Predicted) with { Id = $"local-exact-{series.Name}", Role = MarkRole.Theory }),
            .. study.Series.Where(series => series.Degree > 2 && series.Fit is not null).Select((series, i) => new Line
            {
                Id = $"fit-{series.Name}",
                Label = i == 0 ? "fit" : null,
                Role = MarkRole.Fit,
                X = [series.Fit!.Window.Lower, series.Fit.Window.Upper],
                Y = [series.Slope, series.Slope],
            }),
        ],
    };

    private static IEnumerable<Mark> Window(GrowthTimeStudy study, string panel) => study.Series.Select(series => series.Fit).OfType<PowerLawFit>().Take(1).Select(fit => new ReferenceBand
    {
        Id = $"window-{panel}",
        Label = "fit range",
        Role = MarkRole.Reference,
        Orientation = Orientation.Vertical,
        Lower = fit.Window.Lower,
        Upper = fit.Window.Upper,
    });

    private static Line LocalExponents(GrowthTimes series, Func<Comparison, double> time)
    {
        LocalExponent local = LocalExponent.Of(series.Products, [.. series.Times.Select(time)]);
        return new Line { Id = "", X = local.X, Y = local.Exponents };
    }

    private static int Color(GrowthTimeStudy study, int place) => IsQuadratic(study.Series[place])
        ? Palette.Quadratic
        : OtherColors[study.Series.Take(place).Count(series => !IsQuadratic(series)) % OtherColors.Length];

    private static bool IsQuadratic(GrowthTimes series) => series.Name == "2-1";

    private static string Fitted(GrowthTimes series) => series.Degree > 2 ? $"${series.Formula}$: {Slope(series)}" : $"${series.Formula}$: logarithmic";

    private static string Slope(GrowthTimes series) => $"${Rounded.WithUncertainty(series.Slope, series.SlopeHalfWidth)}$";

    private static double LargestError(GrowthTimeStudy study) => study.Series.SelectMany(series => series.Times).Max(time => time.RelativeError);
}
