using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Linear;

/// <summary>The toy model without its differences on top of the linear network, and how far each difference alone takes it away.</summary>
internal static class LinearFigure
{
    private const double Floor = 1e-17;

    /// <summary>Color of the model without differences, beyond those of the first features; the others follow.</summary>
    private const int FirstModel = 4;

    public static Figure Draw(LinearStudy study, DifferenceRuns differences) => new()
    {
        Id = "linear",
        Title = "Three differences switched off, a toy model is a linear network",
        Subtitle = $"$s = ({string.Join(", ", study.Task.Targets.Select(value => Rounded.Text(value)))})$, whitened inputs, no bias",
        Caption = $"(a) Strengths $M_{{ii}}$ of the features: the toy model lies on the linear network, all weights to {Rounded.Text(study.LargestDistance, 2)}. "
            + "(b) With one difference switched on, the ReLU, the tied weights or the targets that are all 1, its product leaves that of the linear network (gradient descent with small steps).",
        AltText = "Panel (a): strengths of the features against time, rising one after another; dashed curves of the linear network lie on those of the toy model. Panel (b): distance from the linear network on a logarithmic axis, at rounding with no difference switched on, and near one with any of the three.",
        Size = new FigureSize(1060, 420),
        Columns = 2,
        Panels = [Strengths(study), Distances(differences)],
        ClaimIds = ["note0-07-differences-switched-off", "note0-07-flow-switched-off", "note0-07-tied-alone"],
    };

    private static Panel Strengths(LinearStudy study) => new()
    {
        X = Axis.Linear("flow time $t$"),
        Y = Axis.Linear("strength $M_{ii}$"),
        Marks =
        [
            .. study.Strengths.Select((strengths, i) => new Line
            {
                Id = $"feature-{NumberText.Of(i + 1)}",
                Label = $"feature {NumberText.Of(i + 1)}",
                Color = i,
                X = study.Network.Times,
                Y = strengths,
            }),
            .. study.NetworkStrengths.Select((strengths, i) => new Line
            {
                Id = $"network-{NumberText.Of(i + 1)}",
                Label = i == 0 ? "linear network" : null,
                Role = MarkRole.Theory,
                X = study.Network.Times,
                Y = strengths,
            }),
        ],
    };

    private static Panel Distances(DifferenceRuns runs) => new()
    {
        X = Axis.Linear("time $t = ηn$ of gradient descent"),
        Y = Axis.Logarithmic("distance from the linear network"),
        Marks =
        [
            .. runs.Models.Select((model, i) => new Line
            {
                Id = $"distance-{NumberText.Of(i)}",
                Label = model.Name,
                Color = FirstModel + i,
                X = runs.Times,
                Y = [.. model.Distances.Select(distance => Math.Max(distance, Floor))],
            }),
        ],
    };
}
