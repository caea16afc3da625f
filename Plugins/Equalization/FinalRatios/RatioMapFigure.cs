using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.Equalization.FinalRatios;

/// <summary>Where the ratio ends, against both initial weights.</summary>
internal static class RatioMapFigure
{
    private const int CurvePoints = 101;

    public static Figure Draw(RatioMapStudy study)
    {
        double largest = Math.Pow(FinalRatioStudy.GoldenRatio, 3);
        return new Figure
        {
            Id = "final-ratio-map",
            Title = "The final ratio depends on $w_1^2 - w_2^2$ alone",
            Subtitle = $"flow of $w_1w_2$ from {study.Grid.Count} starts",
            Caption = $"Final ratio of the weights against both initial weights: it is constant on the hyperbolas $w_1^2 - w_2^2 = c$, and $\\exp(\\text{{asinh}}(c/(2s)))$ is met to a relative {Rounded.Text(study.Worst.RelativeError, 2)} from every start. "
                + "It is the golden ratio, one way or the other, on $c = \\pm s$, and the weights end within 10 % of each other between $c = \\pm 0.191s$ (dashed). Starts on $w_1 = -w_2$ (grey) end in the saddle, where there is no ratio.",
            AltText = "Map of the final ratio over the plane of the two initial weights: white along both diagonals, red towards large first weights of either sign, blue towards large second weights, with hyperbolas as lines of equal ratio.",
            Size = new FigureSize(640, 590),
            Panels =
            [
                new Panel
                {
                    X = Axis.Linear("initial weight $w_1(0)/\\sqrt{s}$").Between(-RatioMapStudy.Extent, RatioMapStudy.Extent),
                    Y = Axis.Linear("initial weight $w_2(0)/\\sqrt{s}$").Between(-RatioMapStudy.Extent, RatioMapStudy.Extent),
                    Marks =
                    [
                        new HeatMap
                        {
                            Id = "final-ratio",
                            XEdges = study.Grid.Edges,
                            YEdges = study.Grid.Edges,
                            Values = study.Ratios,
                            Scale = new ColorScale
                            {
                                Label = "final ratio $w_1/w_2$", Map = ColorMap.Diverging, Norm = AxisScale.Logarithmic, Limits = new Limits(1 / largest, largest),
                            },
                        },
                        Hyperbolas("golden-ratio", "golden ratio: $\\lvert w_1^2 - w_2^2\\rvert = s$", FinalRatioStudy.GoldenRatio, Palette.GoldenRatio),
                        Hyperbolas("ten-percent", "10 % apart: $\\lvert w_1^2 - w_2^2\\rvert = 0.191s$", FinalRatioStudy.TenPercent, Palette.TenPercent),
                        Name("golden-ratio", "golden ratio", FinalRatioStudy.GoldenRatio, Palette.GoldenRatio),
                        Name("ten-percent", "10 % apart", FinalRatioStudy.TenPercent, Palette.TenPercent),
                    ],
                    Legend = LegendPlacement.None,
                    IsAspectLocked = true,
                },
            ],
            ClaimIds = ["note1-53-final-ratio-map", "note1-27-final-ratio", "note1-53-golden-ratio"],
        };
    }

    /// <summary>A name at the vertex of the uppermost branch.</summary>
    private static Annotation Name(string id, string text, double ratio, int color) => new() { Id = $"{id}-name", Color = color, X = 0, Y = Vertex(ratio), Text = text };

    /// <summary>Where the branches cross an axis, in units of √s.</summary>
    private static double Vertex(double ratio) => Math.Sqrt(ratio - (1 / ratio));

    /// <summary>The four branches w₁² − w₂² = ±s(ρ − 1/ρ) on which the ratio or its inverse ends at ρ.</summary>
    private static Line Hyperbolas(string id, string label, double ratio, int color)
    {
        double vertex = Vertex(ratio);
        double end = Math.Sqrt((RatioMapStudy.Extent * RatioMapStudy.Extent) - (vertex * vertex));
        double[] along = [.. Spacing.Linear(-end, end, CurvePoints)];
        double[] across = [.. along.Select(value => double.Hypot(value, vertex))];
        double[] opposite = [.. across.Select(value => -value)];
        double[] gap = [double.NaN];
        return new Line
        {
            Id = id,
            Label = label,
            Role = MarkRole.Theory,
            Color = color,
            X = [.. across, .. gap, .. opposite, .. gap, .. along, .. gap, .. along],
            Y = [.. along, .. gap, .. along, .. gap, .. across, .. gap, .. opposite],
        };
    }
}
