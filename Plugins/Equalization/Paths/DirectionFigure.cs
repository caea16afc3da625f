using PluginLab.Dynamics;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.Equalization.Paths;

/// <summary>The size of the ratio from starts that the note does not speak of.</summary>
internal static class DirectionFigure
{
    public static Figure Draw(DirectionStudy study)
    {
        double limitFromMixed = study.Runs.Theory(DirectionStudy.Mixed.First, DirectionStudy.Mixed.Second).FinalRatio;
        return new Figure
        {
            Id = "directions",
            Title = "Above the target the ratio grows; with mixed signs it first diverges",
            Subtitle = $"$s = {Rounded.Text(study.Runs.Target)}$",
            Caption = $"From $(3, 1)\\sqrt{{s}}$ the ratio rises from 3 to {Rounded.Text(study.FromAbove.Ratio.Measured, 5)}: \"decreasing if $w_1 > w_2$\" holds only for $0 < w_1w_2 < s$. From $(0.5, -0.1)\\sqrt{{s}}$ it diverges at $t = {Rounded.Text(study.CrossingTime.Measured)}$, "
                + $"where $w_2$ crosses zero (predicted {Rounded.Text(study.CrossingTime.Predicted)}), and then falls to {Rounded.Text(limitFromMixed)} as usual.",
            AltText = "Size of the ratio on a logarithmic axis against time: one curve rises from 3 to a plateau near 8, the other climbs to a pole and falls again towards its limit.",
            Panels =
            [
                new Panel
                {
                    X = Axis.Linear("flow time $t$"),
                    Y = Axis.Logarithmic("size of the ratio $\\lvert w_1/w_2\\rvert$"),
                    Marks =
                    [
                        Limit("limit-above", "predicted ends", study.FromAbove.Ratio.Predicted),
                        Limit("limit-mixed", null, limitFromMixed),
                        Ratio("above", "from $(3, 1)\\sqrt{s}$", Palette.Ratio, study.PathFromAbove),
                        Ratio("mixed", "from $(0.5, -0.1)\\sqrt{s}$", Palette.Product, study.PathFromMixed),
                    ],
                },
            ],
            ClaimIds = ["note1-51-ratio-decreases", "note1-51-grows-above-target", "note1-51-mixed-signs", "note1-50-relative-derivatives"],
        };
    }

    private static ReferenceLine Limit(string id, string? label, double value) =>
        new() { Id = id, Label = label, Role = MarkRole.Theory, Orientation = Orientation.Horizontal, Value = value };

    private static Line Ratio(string id, string label, int color, Trajectory path) => new()
    {
        Id = id,
        Label = label,
        Color = color,
        X = path.Times,
        Y = path.Observe((_, state) => Math.Abs(state[0] / state[1])),
    };
}
