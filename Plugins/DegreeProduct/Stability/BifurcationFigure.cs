using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct.Stability;

/// <summary>From the minimum over cycles to chaos and escape.</summary>
internal static class BifurcationFigure
{
    private const int CurvePoints = 121;

    /// <summary>Legible on the colours of the map, in light and dark.</summary>
    private const int OnMap = 1;

    public static Figure Draw(BifurcationMap map)
    {
        DescentThresholds thresholds = new(2);
        return new Figure
        {
            Id = "bifurcation",
            Title = "Above the largest stable learning rate descent cycles, wanders and at twice that rate escapes",
            Subtitle = $"gradient descent on two equal weights, {map.Fractions.Count - 1} learning rates $η = κ/s$",
            Caption = "Where late iterates of $y = w/\\sqrt{s}$ are, coloured by their share, darkest where less than one in a thousand is. The minimum $y = 1$ is stable up to $κ = 1$; there the cycle $y^2 ∈ \\{1/(κr), r/κ\\}$, $r + 1/r = 1 + κ$, takes over (dashed, also where it is unstable), "
                + "at $\\sqrt{5} - 1$ one of period 4, and further ones up to chaos. From $κ = 1.6$ on iterates change sign; beyond $κ = 2$ they escape.",
            AltText = "Bifurcation diagram: a line at 1 that splits in two at learning rate fraction 1, each branch again at 1.236, then bands of chaos that widen until they end at 2. Dashed lines follow the first two branches.",
            Size = new FigureSize(900, 480),
            Panels =
            [
                new Panel
                {
                    X = Axis.Linear("learning rate over the largest stable one $κ = ηs$").Between(map.Fractions[0], map.Fractions[^1]),
                    Y = Axis.Linear("late iterates $w/\\sqrt{s}$").Between(map.Weights[0], map.Weights[^1]),
                    Legend = LegendPlacement.Below,
                    Marks =
                    [
                        new HeatMap
                        {
                            Id = "late-iterates",
                            XEdges = map.Fractions,
                            YEdges = map.Weights,
                            Values = map.Shares,
                            Scale = new ColorScale { Label = "share of late iterates", Norm = AxisScale.Logarithmic, Limits = new Limits(BifurcationMap.Least, 1) },
                        },
                        Guide("period-two", "$κ = 1$", DescentThresholds.PeriodTwo),
                        Guide("period-four", "$κ = \\sqrt{5} - 1$", thresholds.PeriodFour),
                        Guide("escape", "$κ = 2$", thresholds.Escape),
                        Cycle("cycle-low", "exact 2-cycle", cycle => cycle.Low),
                        Cycle("cycle-high", null, cycle => cycle.High),
                    ],
                },
            ],
            ClaimIds = ["note1-30-two-cycle", "note1-30-two-cycle-range", "note1-30-escape"],
        };
    }

    private static ReferenceLine Guide(string id, string label, double value) =>
        new() { Id = id, Label = label, Role = MarkRole.Reference, Orientation = Orientation.Vertical, Value = value };

    private static Line Cycle(string id, string? label, Func<DescentCycle, double> weight)
    {
        IReadOnlyList<double> fractions = Spacing.Linear(DescentThresholds.PeriodTwo, 2, CurvePoints);
        return new Line { Id = id, Label = label, Role = MarkRole.Theory, Color = OnMap, X = fractions, Y = [.. fractions.Select(kappa => weight(DescentCycle.OfDegreeTwo(kappa)))] };
    }
}
