using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.QuadraticNonlinearity.Ratios;

/// <summary>w₁/w₂ against time and against the product.</summary>
internal static class RatioFigure
{
    public static Figure Draw(RatioStudy study)
    {
        string[] ends = [.. study.Endings.Select(ending => Rounded.Text(ending.Ratio.Measured))];
        return new Figure
        {
            Id = "ratio",
            Title = "Ratio of the weights against time and against their product",
            Subtitle = $"$s = {Rounded.Text(study.Runs.Target)}$; the same starts on both sides",
            Caption = $"$w_1/w_2$ ends at {string.Join(", ", ends)} from the {study.Paths.Count} starts in the order of the parameters. $w_1^2 - 2w_2^2$ changes by {Rounded.Text(study.LargestDrift, 2)} at most. Dashed: $\\sqrt{{2}}$; grey: 1, where the note lets it end.",
            AltText = "Ratio of the two weights on a logarithmic axis, against time and against the product: from above and below all starts approach a dashed line at the square root of 2, above a grey line at 1.",
            Size = new FigureSize(1060, 400),
            Columns = 2,
            Shared = SharedParts.YAxis,
            Panels =
            [
                new Panel
                {
                    X = Axis.Linear("flow time $t$"),
                    Y = Axis.Logarithmic("ratio $w_1/w_2$"),
                    Marks = [.. Guides("time"), .. Lines(study, "time", (path, _) => path.Times)],
                },
                new Panel
                {
                    X = Axis.Logarithmic("product $w_1^2w_2$"),
                    Y = Axis.Logarithmic("ratio $w_1/w_2$"),
                    Marks = [.. Guides("product"), .. Lines(study, "product", (path, monomial) => path.Observe((_, state) => monomial.EvaluateProduct(state)))],
                    Legend = LegendPlacement.None,
                },
            ],
            ClaimIds = ["note1-47-ratio-tends-to-square-root-of-two", "note1-47-weights-equalize", "note1-47-conserved"],
            Findings =
            [
                new()
                {
                    Title = "From small starts the ratio of the weights tends to $\\sqrt{2}$, not to 1",
                    ClaimIds = ["note1-47-ratio-tends-to-square-root-of-two", "note1-47-weights-equalize"],
                },
                new()
                {
                    Caption = "Small starts end at $\\sqrt{2}$ because $w_1^2 - 2w_2^2$ is conserved.",
                    ClaimIds = ["note1-47-ratio-tends-to-square-root-of-two", "note1-47-conserved"],
                },
            ],
        };
    }

    private static IEnumerable<Mark> Guides(string against) =>
    [
        new ReferenceLine { Id = $"square-root-of-two-{against}", Label = "$\\sqrt{2}$", Role = MarkRole.Theory, Orientation = Orientation.Horizontal, Value = Math.Sqrt(2) },
        new ReferenceLine { Id = $"one-{against}", Label = "1, the note", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = 1 },
    ];

    private static IEnumerable<Mark> Lines(
        RatioStudy study, string against, Func<Dynamics.Trajectory, GradientFlows.Products.Monomial, IReadOnlyList<double>> abscissae) =>
        study.Paths.Select((path, i) => new Line
        {
            Id = $"ratio-{i + 1}-{against}",
            Label = $"from ({Rounded.Text(path.Start[0])}, {Rounded.Text(path.Start[1])})",
            Color = Palette.FirstStart + i,
            X = abscissae(path.Path, study.Runs.Quadratic),
            Y = path.Path.Observe((_, state) => state[0] / state[1]),
        });
}
