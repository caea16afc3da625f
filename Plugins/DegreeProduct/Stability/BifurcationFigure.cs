using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;
using PluginLab.Plugins.DegreeProduct.Stability.Chaos;

namespace PluginLab.Plugins.DegreeProduct.Stability;

/// <summary>From the minimum over cycles to chaos and escape.</summary>
internal static class BifurcationFigure
{
    private const int CurvePoints = 121;

    /// <summary>Legible on the colours of the map, in light and dark.</summary>
    private const int OnMap = 3;

    /// <summary>Exponents below, near cycles with a slope near 0, say nothing more.</summary>
    private const double LowestExponent = -1.2;
    private const double HighestExponent = 1.2;

    public static Figure Draw(StabilityStudy study)
    {
        BifurcationMap map = study.Bifurcation;
        LyapunovExponent chaos = study.Chaos.Band;
        return new Figure
        {
            Id = "bifurcation",
            Title = "Above the largest stable learning rate descent cycles, doubles its period, turns chaotic and escapes at twice that rate",
            Subtitle = $"gradient descent on two equal weights, {map.Fractions.Count - 1} learning rates $η = κ/s$",
            Caption = "(a) Where late iterates of $y = w/\\sqrt{s}$ are, coloured by their share, darkest where less than one in a thousand is. The minimum $y = 1$ is stable up to $κ = 1$; there the cycle $y^2 ∈ \\{1/(κr), r/κ\\}$, $r + 1/r = 1 + κ$, takes over (dashed, also where it is unstable), "
                + "at $\\sqrt{5} - 1$ one of period 4, and further ones up to chaos. From $κ = 1.6$ on iterates change sign; beyond $κ = 2$ they escape. "
                + "(b) Lyapunov exponent $λ$, the mean of $\\log|dy'/dy|$ along the orbit: zero where a period doubles, positive in chaos but for windows of stable cycles, "
                + $"{Rounded.Text(chaos.Value, 3)} ± {Rounded.Text(chaos.HalfWidth, 1)} (two standard errors over {NumberText.Of(LyapunovExponent.Blocks)} blocks) at $κ = {NumberText.Of(ChaosStudy.ChaoticFraction)}$, and exactly $\\log 3$ at $κ = 2$.",
            AltText = "Above a bifurcation diagram: a line at 1 that splits in two at learning rate fraction 1, each branch again at 1.236, then bands of chaos that widen until they end at 2. Dashed lines follow the first two branches. "
                + "Below the Lyapunov exponent: negative with zeros at the splittings, then positive from about 1.3 on but for narrow dips, rising to the logarithm of 3 at 2.",
            Size = new FigureSize(760, 680),
            Shared = SharedParts.XAxis,
            Panels = [Iterates(map), Exponents(map, study.Chaos)],
            ClaimIds =
            [
                "note1-30-two-cycle", "note1-30-two-cycle-range", "note1-30-period-doubling", "note1-30-period-four", "note1-30-chaos", "note1-30-lyapunov-at-the-edge",
                "note1-30-escape",
            ],
        };
    }

    private static Panel Iterates(BifurcationMap map) => new()
    {
        X = Fractions(map),
        Y = Axis.Linear("late iterates $w/\\sqrt{s}$").Between(map.Weights[0], map.Weights[^1]),
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
            .. Guides("iterates", isNamed: true),
            Cycle("cycle-low", cycle => cycle.Low),
            Cycle("cycle-high", cycle => cycle.High),
            new Annotation { Id = "cycle-name", X = 1.7, Y = 0.75, Text = "exact 2-cycle" },
        ],
    };

    private static Panel Exponents(BifurcationMap map, ChaosStudy chaos) => new()
    {
        X = Fractions(map),
        Y = Axis.Linear("Lyapunov exponent $λ$").Between(LowestExponent, HighestExponent),
        Marks =
        [
            new ReferenceLine { Id = "zero", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = 0 },
            new ReferenceLine { Id = "edge", Label = "$\\log 3$", Role = MarkRole.Theory, Orientation = Orientation.Horizontal, Value = Math.Log(3) },
            .. Guides("exponents", isNamed: false),
            new Line
            {
                Id = "exponent",
                Color = 0,
                X = [.. map.Fractions.Zip(map.Fractions.Skip(1), (lower, upper) => (lower + upper) / 2)],
                Y = [.. map.Exponents.Select(exponent => double.IsFinite(exponent) ? exponent : double.NaN)],
            },
            new Scatter { Id = "claimed", Role = MarkRole.Data, Color = 1, X = [ChaosStudy.ChaoticFraction, ChaosStudy.EdgeFraction], Y = [chaos.Band.Value, chaos.Edge.Value] },
        ],
    };

    private static Axis Fractions(BifurcationMap map) =>
        Axis.Linear("learning rate over the largest stable one $κ = ηs$").Between(map.Fractions[0], map.Fractions[^1]);

    private static IEnumerable<ReferenceLine> Guides(string panel, bool isNamed)
    {
        DescentThresholds thresholds = new(2);
        return
        [
            Guide($"{panel}-period-two", isNamed ? "period 2" : null, DescentThresholds.PeriodTwo),
            Guide($"{panel}-period-four", isNamed ? "period 4" : null, thresholds.PeriodFour),
            Guide($"{panel}-escape", isNamed ? "escape" : null, thresholds.Escape),
        ];
    }

    private static ReferenceLine Guide(string id, string? label, double value) =>
        new() { Id = id, Label = label, Role = MarkRole.Reference, Orientation = Orientation.Vertical, Value = value };

    private static Line Cycle(string id, Func<DescentCycle, double> weight)
    {
        IReadOnlyList<double> fractions = Spacing.Linear(DescentThresholds.PeriodTwo, 2, CurvePoints);
        return new Line { Id = id, Role = MarkRole.Theory, Color = OnMap, X = fractions, Y = [.. fractions.Select(kappa => weight(DescentCycle.OfDegreeTwo(kappa)))] };
    }
}
