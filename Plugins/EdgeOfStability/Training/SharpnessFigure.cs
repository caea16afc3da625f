using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.EdgeOfStability.Training;

/// <summary>The sharpness over the steps of descent, against 2/η.</summary>
internal static class SharpnessFigure
{
    private const int ShownSteps = 120;

    public static Figure Draw(TrainingStudy study) => new()
    {
        Id = "sharpness",
        Title = "Descent settles under the edge, or oscillates about it",
        Subtitle = "Two layers; sharpness $\\lambda$ of the loss over $2/η$",
        Caption = $"(a) From a balanced start the sharpness rises to $2s_1$: below the edge at $η = {NumberText.Of(TrainingStudy.FractionBelow)}/s_1$, where descent converges; at $η = {Rounded.Text(study.Fraction)}/s_1$ mode 1 ends in a cycle of period 2. "
            + $"(b) An unbalanced start flows to a minimum of sharpness {Rounded.Text(study.FlowSharpness)}; from there, slightly shaken, descent with $2/η = {Rounded.Text(study.Unbalanced.Edge)}$ oscillates away and ends at {Rounded.Text(study.Unbalanced.FinalSharpness)}. The first {NumberText.Of(ShownSteps)} steps.",
        AltText = "Sharpness over two divided by the learning rate against the step. Left: two runs from a balanced start; one levels off below one, the other goes on alternating. Right: a run from an unbalanced minimum starts above one, alternates more and more, and settles just below one.",
        Size = new FigureSize(1060, 420),
        Columns = 2,
        Panels = [Balanced(study), Unbalanced(study)],
        ClaimIds = ["balanced-sharpness", "two-cycle", "unbalanced-sharpness", "settles-under-the-edge"],
    };

    private static Panel Balanced(TrainingStudy study) => new()
    {
        X = Axis.Linear("step $n$"),
        Y = Axis.Linear("sharpness over edge $\\lambda η/2$"),
        Legend = LegendPlacement.Inside,
        Marks =
        [
            Edge("edge-balanced"),
            Relative(study.Above, "above", $"$η = {Rounded.Text(study.Fraction)}/s_1$", 1),
            Relative(study.Below, "below", $"$η = {NumberText.Of(TrainingStudy.FractionBelow)}/s_1$", 0),
        ],
    };

    private static Panel Unbalanced(TrainingStudy study) => new()
    {
        X = Axis.Linear("step $n$"),
        Y = Axis.Linear("sharpness over edge $\\lambda η/2$"),
        Legend = LegendPlacement.Inside,
        Marks =
        [
            Edge("edge-unbalanced"),
            Relative(study.Unbalanced, "descent", "descent", 2),
            new ReferenceLine
            {
                Id = "flow",
                Label = "minimum reached by the flow",
                Role = MarkRole.Theory,
                Orientation = Orientation.Horizontal,
                Value = study.PredictedFlowSharpness / study.Unbalanced.Edge,
            },
        ],
    };

    private static ReferenceLine Edge(string id) => new()
    {
        Id = id,
        Label = "edge: $\\lambda = 2/η$",
        Role = MarkRole.Reference,
        Orientation = Orientation.Horizontal,
        Value = 1,
    };

    private static Line Relative(DescentRun run, string id, string label, int color) => new()
    {
        Id = id,
        Label = label,
        Color = color,
        X = [.. run.Steps.Take(ShownSteps)],
        Y = [.. run.Sharpness.Take(ShownSteps).Select(value => value / run.Edge)],
    };
}
