using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.EdgeOfStability.Training;

/// <summary>The sharpness over the steps of descent, against 2/η.</summary>
internal static class SharpnessFigure
{
    private const int ShownSteps = 120;
    private const int ShownUnbalancedSteps = 200;

    public static Figure Draw(TrainingStudy study) => new()
    {
        Id = "sharpness",
        Title = "The sharpness over the steps of descent",
        Subtitle = "two layers; sharpness $\\lambda$ of the loss over $2/η$",
        Caption = $"(a) From a balanced start, with $η$ below and above the edge $1/s_1$. The first {NumberText.Of(ShownSteps)} steps. "
            + $"(b) An unbalanced start flows to a minimum of sharpness {Rounded.Text(study.FlowSharpness)} (dashed); from there, slightly shaken, descent with $2/η = {Rounded.Text(study.Unbalanced.Edge)}$ ends at {Rounded.Text(study.Unbalanced.FinalSharpness)}. "
            + $"Shaded: between the edge and the reflection of the start. The first {NumberText.Of(ShownUnbalancedSteps)} steps.",
        AltText = "Sharpness over two divided by the learning rate against the step. Above: two runs from a balanced start; one levels off below one, the other goes on alternating. Below: a run from an unbalanced minimum starts above one, alternates more and more, and settles in a shaded band just below one.",
        Size = new FigureSize(640, 700),
        Panels = [Balanced(study), Unbalanced(study)],
        ClaimIds = ["balanced-sharpness", "two-cycle", "unbalanced-sharpness", "settles-under-the-edge"],
        Findings =
        [
            new()
            {
                Caption = $"Below the edge, at $η = {NumberText.Of(TrainingStudy.FractionBelow)}/s_1$, descent converges and the sharpness rises to $2s_1$.",
                ClaimIds = ["balanced-sharpness"],
            },
            new() { Caption = $"At $η = {Rounded.Text(study.Fraction)}/s_1$ mode 1 ends in a cycle of period 2.", ClaimIds = ["two-cycle"] },
            new()
            {
                Title = "Descent settles under the edge, at most as far below as it started above",
                Caption = "From the unbalanced minimum descent oscillates away and settles under the edge, at most as far below as it started above.",
                ClaimIds = ["settles-under-the-edge"],
            },
        ],
    };

    private static Panel Balanced(TrainingStudy study) => new()
    {
        X = Axis.Linear("step $n$"),
        Y = Axis.Linear("sharpness over edge $\\lambda η/2$"),
        Marks =
        [
            Edge("edge-balanced"),
            Relative(study.Above, "above", $"$η = {Rounded.Text(study.Fraction)}/s_1$", 1, ShownSteps),
            Relative(study.Below, "below", $"$η = {NumberText.Of(TrainingStudy.FractionBelow)}/s_1$", 0, ShownSteps),
        ],
    };

    private static Panel Unbalanced(TrainingStudy study) => new()
    {
        X = Axis.Linear("step $n$"),
        Y = Axis.Linear("sharpness over edge $\\lambda η/2$"),
        Marks =
        [
            new ReferenceBand
            {
                Id = "reflection",
                Role = MarkRole.Theory,
                Orientation = Orientation.Horizontal,
                Lower = 2 - study.Unbalanced.InitialStability,
                Upper = 1,
            },
            Edge("edge-unbalanced"),
            Relative(study.Unbalanced, "descent", "descent", 2, ShownUnbalancedSteps),
            new ReferenceLine
            {
                Id = "flow",
                Label = "flow",
                Role = MarkRole.Theory,
                Orientation = Orientation.Horizontal,
                Value = study.PredictedFlowSharpness / study.Unbalanced.Edge,
            },
        ],
    };

    private static ReferenceLine Edge(string id) => new()
    {
        Id = id,
        Label = "edge",
        Role = MarkRole.Reference,
        Orientation = Orientation.Horizontal,
        Value = 1,
    };

    private static Line Relative(DescentRun run, string id, string label, int color, int shown) => new()
    {
        Id = id,
        Label = label,
        Color = color,
        X = [.. run.Steps.Take(shown)],
        Y = [.. run.Sharpness.Take(shown).Select(value => value / run.Edge)],
    };
}
