using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>The figures; in all of them a degree has the same colour.</summary>
internal static class DegreeFigures
{
    public static IReadOnlyList<Figure> Of(IReadOnlyList<DegreeMeasurement> measurements) =>
        [Product(measurements), Approach(measurements), GrowthTime(measurements), ApproachTime(measurements)];

    private static Figure Product(IReadOnlyList<DegreeMeasurement> measurements)
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

    private static Figure Approach(IReadOnlyList<DegreeMeasurement> measurements) => new()
    {
        Id = "approach",
        Title = "In the second phase the distance decays exponentially, at the rate $d s^{2-2/d}$",
        Subtitle = $"$s = {NumberText.Of(measurements[0].Setting.Target)}$, from $u = s/2$ on",
        Caption = "Distance to the target against the time since $u = s/2$ (solid) with the asymptote $1 - u/s = e^{A_d - λ_d(t - T_1)}$, $λ_d = d s^{2-2/d}$ (dashed): "
            + "the constant $A_d$ is what the note's missing formula for $T_2$ needs besides the rate.",
        AltText = $"Distance to the target on a logarithmic scale against time since half the target, one falling line for each of the degrees {List(measurements)}, "
            + "each straight and on its dashed asymptote after a short bend.",
        Panels =
        [
            new Panel
            {
                X = Axis.Linear("time since half the target, $t - T_1$"),
                Y = Axis.Logarithmic("relative distance $1 - u/s$"),
                Legend = LegendPlacement.Inside,
                Marks = [.. measurements.Select(SecondPhase), .. measurements.Select(Asymptote)],
            },
        ],
        ClaimIds = [.. measurements.Select(measurement => $"note1-41-rate-{measurement.Degree}"), "note1-41-sign"],
    };

    private static Line SecondPhase(DegreeMeasurement measurement)
    {
        (ProductCurve curve, double s) = (measurement.Curve, measurement.Setting.Target);
        int first = curve.Product.Count(product => product < s / 2);
        return new Line
        {
            Id = $"degree-{measurement.Degree}",
            Label = $"{Name(measurement)}: rate {Rounded(measurement.Theory.ApproachRate)}",
            Color = Color(measurement),
            X = [0, .. curve.Times.Skip(first).Select(time => time - curve.GrowthTime)],
            Y = [0.5, .. curve.Product.Skip(first).Select(product => 1 - (product / s))],
        };
    }

    private static Line Asymptote(DegreeMeasurement measurement, int index)
    {
        double end = measurement.Theory.ApproachTime(measurement.Setting.Accuracy);
        double constant = ProductIntegral.ApproachConstant(measurement.Degree);
        return new Line
        {
            Id = $"asymptote-{measurement.Degree}",
            Label = index == 0 ? "asymptote" : null,
            Role = MarkRole.Theory,
            X = [0, end],
            Y = [Math.Exp(constant), Math.Exp(constant - (measurement.Theory.ApproachRate * end))],
        };
    }

    private static Figure GrowthTime(IReadOnlyList<DegreeMeasurement> measurements)
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
                Range = fit.Range,
                Confidence = double.NaN,
            };
        }
    }

    private static Figure ApproachTime(IReadOnlyList<DegreeMeasurement> measurements)
    {
        string delta = Accuracy(measurements[0].Setting.Accuracy);
        List<(DegreeMeasurement Smaller, DegreeMeasurement Larger)> pairs = [.. ApproachClaims.Neighbours(measurements)];
        return new Figure
        {
            Id = "approach-time",
            Title = "A bigger degree is not always better: the order of the degrees reverses at small targets",
            Subtitle = $"time from $s/2$ to $(1-δ)s$, $δ = {delta}$",
            Caption = "Length $T_2$ of the second phase, located (points), on $[\\log(1/δ) + A_d]/(d s^{2-2/d})$ (dashed), the formula missing from the note. Degree $d + 1$ decays "
                + "faster than $d$ only above $s = (d/(d+1))^{d(d+1)/2}$ (solid vertical lines, in the colour of $d + 1$); its time to this accuracy is shorter only above a slightly larger target (dashed vertical lines).",
            AltText = $"Length of the second phase against the target, both logarithmic, for the degrees {List(measurements)}: straight lines, steeper for larger degrees, that "
                + "cross one another at targets below 1, where vertical lines stand.",
            Size = new FigureSize(760, 440),
            Panels =
            [
                new Panel
                {
                    X = Axis.Logarithmic("target $s$"),
                    Y = Axis.Logarithmic("length of the second phase $T_2$"),
                    Legend = LegendPlacement.Right,
                    Marks =
                    [
                        .. Crossings(pairs, "rate-crossing", "rates cross", MarkRole.Reference, (d, e) => BalancedProduct.RateCrossing(d, e)),
                        .. Crossings(pairs, "time-crossing", "times cross", MarkRole.Theory, (d, e) => BalancedProduct.TimeCrossing(d, e, measurements[0].Setting.Accuracy)),
                        .. measurements.Select(measurement => new Scatter
                        {
                            Id = $"degree-{measurement.Degree}",
                            Label = Name(measurement),
                            Color = Color(measurement),
                            X = ApproachSweep.Targets,
                            Y = measurement.Approach.Times,
                        }),
                        .. measurements.Select((measurement, i) => new Line
                        {
                            Id = $"formula-{measurement.Degree}",
                            Label = i == 0 ? "formula" : null,
                            Role = MarkRole.Theory,
                            X = ApproachSweep.Targets,
                            Y = [.. ApproachSweep.Targets.Select(target => new BalancedProduct(target, measurement.Degree).ApproachTime(measurement.Setting.Accuracy))],
                        }),
                    ],
                },
            ],
            ClaimIds =
            [
                .. measurements.Select(measurement => $"note1-42-missing-formula-{measurement.Degree}"),
                "note1-43-always-better",
                .. pairs.Select(pair => $"note1-43-crossing-{pair.Smaller.Degree}-{pair.Larger.Degree}"),
            ],
        };
    }

    /// <summary>Vertical lines where neighbouring degrees cross, those within the targets shown.</summary>
    private static IEnumerable<Mark> Crossings(
        List<(DegreeMeasurement Smaller, DegreeMeasurement Larger)> pairs, string id, string label, MarkRole role, Func<double, double, double> crossing) =>
        pairs
            .Select(pair => (Pair: pair, Target: crossing(pair.Smaller.Degree, pair.Larger.Degree)))
            .Where(found => found.Target > ApproachSweep.Targets[0] && found.Target < ApproachSweep.Targets[^1])
            .Select((found, i) => new ReferenceLine
            {
                Id = $"{id}-{found.Pair.Smaller.Degree}-{found.Pair.Larger.Degree}",
                Label = i == 0 ? label : null,
                Role = role,
                Color = Color(found.Pair.Larger),
                Orientation = Orientation.Vertical,
                Value = found.Target,
            });

    private static string Name(DegreeMeasurement measurement) => $"$d = {measurement.Degree}$";

    private static int Color(DegreeMeasurement measurement) => measurement.Degree - 1;

    private static string List(IReadOnlyList<DegreeMeasurement> measurements) => string.Join(", ", measurements.Select(measurement => measurement.Degree));

    /// <summary>A power of ten as such, any other number in full.</summary>
    private static string Accuracy(double value)
    {
        double exponent = Math.Round(Math.Log10(value));
        return value == Math.Pow(10, exponent) && exponent < -2 ? $"10^{{{NumberText.Of(exponent)}}}" : NumberText.Of(value);
    }

    private static string Rounded(double value) => NumberText.Of(Math.Round(value, Math.Max(0, 2 - (int)Math.Floor(Math.Log10(value)))));
}
