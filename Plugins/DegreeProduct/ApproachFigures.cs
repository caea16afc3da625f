using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Products;
using static PluginLab.Plugins.DegreeProduct.DegreeFigures;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>Figures of the second phase.</summary>
internal static class ApproachFigures
{
    public static Figure Approach(IReadOnlyList<DegreeMeasurement> measurements) => new()
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

    public static Figure ApproachTime(IReadOnlyList<DegreeMeasurement> measurements)
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

    private static string Rounded(double value) => NumberText.Of(Math.Round(value, Math.Max(0, 2 - (int)Math.Floor(Math.Log10(value)))));
}
