using PluginLab.Experiments;
using PluginLab.Figures;
using static PluginLab.Plugins.DegreeProduct.DegreeFigures;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>Figures of the whole course and of the first phase.</summary>
internal static class GrowthFigures
{
    public static Figure Product(IReadOnlyList<DegreeMeasurement> measurements)
    {
        double target = measurements[0].Setting.Target;
        string start = NumberText.Of(measurements[0].Setting.InitialProduct);
        return new Figure
        {
            Id = "product",
            Title = "The larger the degree, the later and the steeper the rise",
            Subtitle = $"$s = {NumberText.Of(target)}$, equal weights with $u(0) = {start}$",
            Caption = "Product $u = w_1 ⋯ w_d$ under gradient flow (solid) on the closed form $t = [F_d(u/s) - F_d(ε/s)]/(d s^{2-2/d})$ (dashed). "
                + "Growth is linear in time for $d = 1$, exponential for $d = 2$ and hyperbolic, a long wait and a sudden rise, for $d > 2$. One run each, deterministic.",
            AltText = $"Two panels, the product against time on a linear and on a logarithmic scale, one line for each of the degrees {List(measurements)}; "
                + "each rises to the target, larger degrees after a longer wait.",
            Size = new FigureSize(1040, 400),
            Columns = 2,
            Panels =
            [
                ProductPanel(measurements, Axis.Linear("product $u$"), "linear", LegendPlacement.None),
                ProductPanel(measurements, Axis.Logarithmic("product $u$"), "log", LegendPlacement.Right),
            ],
            ClaimIds = ["note1-35-reduced-equation", .. measurements.Select(GrowthClaims.GrowthTimeId)],
        };
    }

    private static Panel ProductPanel(IReadOnlyList<DegreeMeasurement> measurements, Axis y, string prefix, LegendPlacement legend) => new()
    {
        X = Axis.Linear("flow time $t$"),
        Y = y,
        Legend = legend,
        Marks =
        [
            new ReferenceLine { Id = $"{prefix}-target", Label = "target $s$", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = measurements[0].Setting.Target },
            .. measurements.Select(measurement => new Line
            {
                Id = $"{prefix}-degree-{measurement.Degree}",
                Label = Name(measurement),
                Color = Color(measurement),
                X = measurement.Curve.Times,
                Y = measurement.Curve.Product,
            }),
            .. measurements.Select((measurement, i) => new Line
            {
                Id = $"{prefix}-closed-form-{measurement.Degree}",
                Label = i == 0 ? "closed form" : null,
                Role = MarkRole.Theory,
                X = measurement.Curve.ExactTimes,
                Y = measurement.Curve.Levels,
            }),
        ],
    };

    public static Figure GrowthTime(IReadOnlyList<DegreeMeasurement> measurements)
    {
        double s = measurements[0].Setting.Target;
        double[] starts = [.. GrowthSweep.InitialFractions.Select(fraction => fraction * s)];
        return new Figure
        {
            Id = "growth-time",
            Title = "For $d > 2$ the first phase takes a time proportional to $ε^{-(1-2/d)}$",
            Subtitle = $"$s = {NumberText.Of(s)}$; time from $ε$ to $s/2$",
            Caption = "Length $T_1$ of the first phase, located at $u = s/2$ (points), on the exact $[F_d(1/2) - F_d(ε/s)]/(d s^{2-2/d})$ (dashed): constant for $d = 1$, "
                + "logarithmic for $d = 2$, a power of $ε$ for $d > 2$, whose asymptote $ε^{-(1-2/d)}/((d-2)s)$ is grey. "
                + "Fits (dotted) are over $ε ≤ 10^{-4}s$; ± is how far the exponent moves between the halves of that window.",
            AltText = $"Length of the first phase against the initial product, both logarithmic, for the degrees {List(measurements)}: a flat line for degree 1, a slow rise "
                + "towards small starts for degree 2, straight lines ever steeper for larger degrees.",
            Size = new FigureSize(760, 440),
            Panels =
            [
                new Panel
                {
                    X = Axis.Logarithmic("initial product $ε$"),
                    Y = Axis.Logarithmic("length of the first phase $T_1$"),
                    Legend = LegendPlacement.Right,
                    Marks =
                    [
                        .. measurements.Where(measurement => measurement.Degree > 2).Select((measurement, i) => Asymptote(measurement, starts, i == 0)),
                        .. measurements.Select(measurement => new Scatter
                        {
                            Id = $"degree-{measurement.Degree}",
                            Label = Name(measurement),
                            Color = Color(measurement),
                            X = starts,
                            Y = measurement.Growth.Times,
                        }),
                        .. measurements.Select((measurement, i) => new Line
                        {
                            Id = $"exact-{measurement.Degree}",
                            Label = i == 0 ? "exact" : null,
                            Role = MarkRole.Theory,
                            X = starts,
                            Y = [.. starts.Select(measurement.Theory.GrowthTime)],
                        }),
                        .. measurements.Where(measurement => measurement.Degree > 2).SelectMany(Fit),
                    ],
                },
            ],
            ClaimIds =
            [
                .. measurements.Where(measurement => measurement.Degree > 2)
                    .SelectMany(measurement => new[] { $"note1-39-exponent-{measurement.Degree}", $"note1-39-prefactor-{measurement.Degree}" }),
                "note1-40-slow-take-off",
            ],
        };
    }

    private static Line Asymptote(DegreeMeasurement measurement, double[] starts, bool isFirst) => new()
    {
        Id = $"asymptote-{measurement.Degree}",
        Label = isFirst ? "asymptote" : null,
        Role = MarkRole.Reference,
        X = [starts[0], starts[^1]],
        Y = [measurement.Theory.GrowthTimeAsymptote(starts[0]), measurement.Theory.GrowthTimeAsymptote(starts[^1])],
    };

    private static IEnumerable<Mark> Fit(DegreeMeasurement measurement)
    {
        if (measurement.Growth.Fit(measurement.Setting.Target) is { } fit)
        {
            yield return new FitLine
            {
                Id = $"fit-{measurement.Degree}",
                Label = Name(measurement),
                Role = MarkRole.Fit,
                Color = Color(measurement),
                Slope = fit.Exponent,
                SlopeUncertainty = fit.ExponentUncertainty,
                Intercept = fit.Line.Intercept,
                Range = new Limits(fit.Window.Lower, fit.Window.Upper),
            };
        }
    }
}
