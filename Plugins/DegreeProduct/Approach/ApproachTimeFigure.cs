using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;
using static PluginLab.Plugins.DegreeProduct.DegreeFigures;

namespace PluginLab.Plugins.DegreeProduct.Approach;

/// <summary>T2 against s, and where a larger degree begins to decay faster.</summary>
internal static class ApproachTimeFigure
{
    public static Figure Draw(IReadOnlyList<DegreeMeasurement> measurements)
    {
        List<(DegreeMeasurement Smaller, DegreeMeasurement Larger)> pairs = [.. OrderClaims.Neighbours(measurements)];
        return new Figure
        {
            Id = "approach-time",
            Title = "Length of the second phase, degree by degree",
            Subtitle = $"{measurements[0].Approach.Targets.Count} targets for each degree; time from $s/2$ to $(1-δ)s$, $δ = {PowerOfTen.Text(measurements[0].Setting.Accuracy)}$",
            Caption = "(a) Length $T_2$ of the second phase, located (solid), on $[\\log(1/δ) + A_d]/(d s^{2-2/d})$ (dashed), the formula missing from the note. "
                + "Vertical: targets above which that degree has a shorter second phase than the next smaller one. "
                + "(b) Measured rate of decay over that of the next smaller degree (solid), and by $λ_d = d s^{2-2/d}$ (dashed)."
                + MissingPoints.Caption(measurements, measurement => measurement.Approach.Times),
            AltText = $"Length of the second phase against the target, both logarithmic, for the degrees {List(measurements)}: straight lines, steeper for larger degrees, that "
                + "cross one another at targets below 1, where vertical lines stand. Beside it the quotients of neighbouring rates, rising lines that each pass 1 at a target below 1.",
            Size = new FigureSize(1060, 420),
            Columns = 2,
            Panels = pairs.Count == 0 ? [Times(measurements, pairs)] : [Times(measurements, pairs), Quotients(pairs)],
            ClaimIds =
            [
                .. measurements.Select(measurement => $"note1-42-missing-formula-{measurement.Degree}"),
                "note1-43-always-better",
                .. pairs.Select(pair => $"note1-43-crossing-{pair.Smaller.Degree}-{pair.Larger.Degree}"),
            ],
            Findings =
            [
                new()
                {
                    Title = "A bigger degree is not always better: the order of the degrees reverses at small targets",
                    Caption = "The larger degree is faster only above the target where the quotient passes 1, $s = (d/(d+1))^{d(d+1)/2}$ for $d$ and $d + 1$.",
                    ClaimIds = ["note1-43-always-better", .. pairs.Select(pair => $"note1-43-crossing-{pair.Smaller.Degree}-{pair.Larger.Degree}")],
                },
                new() { Caption = "Measured times are on the formula up to $O(δ)$.", ClaimIds = [.. measurements.Select(measurement => $"note1-42-missing-formula-{measurement.Degree}")] },
            ],
        };
    }

    private static Panel Times(IReadOnlyList<DegreeMeasurement> measurements, List<(DegreeMeasurement Smaller, DegreeMeasurement Larger)> pairs) => new()
    {
        X = Axis.Logarithmic("target $s$"),
        Y = Axis.Logarithmic("length of the second phase $T_2$"),
        Marks =
        [
            .. pairs.SelectMany(Crossing),
            .. measurements.Select(measurement => new Line
            {
                Id = $"degree-{measurement.Degree}",
                Label = Name(measurement),
                Color = Color(measurement),
                X = measurement.Approach.Targets,
                Y = measurement.Approach.Times,
            }),
            .. measurements.Select((measurement, i) => new Line
            {
                Id = $"formula-{measurement.Degree}",
                Label = i == 0 ? "formula" : null,
                Role = MarkRole.Theory,
                X = measurement.Approach.Targets,
                Y = [.. measurement.Approach.Targets.Select(target => new BalancedProduct(target, measurement.Degree).ApproachTime(measurement.Setting.Accuracy))],
            }),
        ],
    };

    private static Panel Quotients(List<(DegreeMeasurement Smaller, DegreeMeasurement Larger)> pairs) => new()
    {
        X = Axis.Logarithmic("target $s$"),
        Y = Axis.Logarithmic("rate over that of the smaller degree"),
        Marks =
        [
            new ReferenceLine { Id = "equal-rates", Label = "equally fast", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = 1 },
            .. pairs.Select(pair => new Line
            {
                Id = $"quotient-{pair.Smaller.Degree}-{pair.Larger.Degree}",
                Label = $"$d = {pair.Larger.Degree}$ over ${pair.Smaller.Degree}$",
                Color = Color(pair.Larger),
                X = pair.Larger.Approach.Targets,
                Y = [.. OrderClaims.RateQuotients(pair)],
            }),
            .. pairs.Select((pair, i) => new Line
            {
                Id = $"quotient-formula-{pair.Smaller.Degree}-{pair.Larger.Degree}",
                Label = i == 0 ? "formula" : null,
                Role = MarkRole.Theory,
                X = pair.Larger.Approach.Targets,
                Y = [.. pair.Larger.Approach.Targets.Select(target => Rate(target, pair.Larger) / Rate(target, pair.Smaller))],
            }),
        ],
    };

    private static double Rate(double target, DegreeMeasurement measurement) => new BalancedProduct(target, measurement.Degree).ApproachRate;

    /// <summary>A vertical line where the times of two degrees cross, if that is within the targets shown.</summary>
    private static IEnumerable<Mark> Crossing((DegreeMeasurement Smaller, DegreeMeasurement Larger) pair)
    {
        IReadOnlyList<double> targets = pair.Larger.Approach.Targets;
        double target = BalancedProduct.TimeCrossing(pair.Smaller.Degree, pair.Larger.Degree, pair.Larger.Setting.Accuracy);
        if (target > targets[0] && target < targets[^1])
        {
            yield return new ReferenceLine
            {
                Id = $"time-crossing-{pair.Smaller.Degree}-{pair.Larger.Degree}",
                Label = Name(pair.Larger),
                Role = MarkRole.Reference,
                Color = Color(pair.Larger),
                Orientation = Orientation.Vertical,
                Value = target,
            };
        }
    }
}
