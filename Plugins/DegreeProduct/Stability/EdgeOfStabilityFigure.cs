using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DegreeProduct.Stability;

/// <summary>The sharpness along descent, against what the learning rate can bear.</summary>
internal static class EdgeOfStabilityFigure
{
    /// <summary>Below and above all sharpness on the way.</summary>
    private const double SmallestSharpness = 1;
    private const double LargestSharpness = 16;

    /// <summary>Where oscillations have died out and leave room for names.</summary>
    private const double LateStep = 800;

    public static Figure Draw(SharpMinimaStudy study) => new()
    {
        Id = "edge-of-stability",
        Title = "Descent ends in minima just flat enough for its learning rate",
        Subtitle = $"sharpness by Hessian-vector products over dual numbers; (a) to (c) four weights from $({string.Join(", ", SharpMinimaStudy.UnbalancedStart.Select(NumberText.Of))})s^{{1/4}}$, (d) two weights beside $w_1 = {NumberText.Of(SharpMinimaStudy.CatapultRatio)}w_2$",
        Caption = $"(a) to (c) The flow ends at a sharpness of {Rounded.Text(study.FlowSharpness)} (grey). A learning rate below 2 over that follows it; larger ones drive the sharpness over $2/η$ (dashed), oscillate from step to step, and settle just below. "
            + $"(d) The minimum beside which descent starts has a sharpness of {Rounded.Text(SharpMinimaStudy.CatapultSharpness)} (grey), above $2/η$ (dashed): descent leaves it and is caught by a flatter one. $d$: number of weights; learning rates in units of $s^{{-(2-2/d)}}$.",
        AltText = "Four panels of sharpness against step, both logarithmic. In the first the sharpness levels off at that of the flow, below a dashed line at two over the learning rate; in the next two it oscillates across this line and ends just below it. "
            + "In the last it begins above its dashed line, oscillates more and more, and ends below.",
        Size = new FigureSize(900, 640),
        Columns = 2,
        Shared = SharedParts.XAxis | SharedParts.YAxis,
        Panels =
        [
            .. Shown(study).Select((path, i) => Sharpness($"unbalanced-{i}", path, study.FlowSharpness, "flow", LateStep)),
            Sharpness("catapult", study.Catapult, SharpMinimaStudy.CatapultSharpness, "start", 1),
        ],
        ClaimIds = ["note1-44-edge-of-stability", "note1-44-sharpness", "note1-30-catapult"],
    };

    /// <summary>The runs just below and just above the edge and the one farthest above: those between look alike.</summary>
    private static IEnumerable<SharpnessPath> Shown(SharpMinimaStudy study) => [.. study.Paths.Take(2), study.Paths[^1]];

    private static Panel Sharpness(string name, SharpnessPath path, double unstable, string unstableLabel, double namesAt) => new()
    {
        Title = $"$η = {NumberText.Of(path.LearningRate)}$",
        X = Axis.Logarithmic("step $n$, counted from 1"),
        Y = Axis.Logarithmic("sharpness $λ/s^{2-2/d}$").Between(SmallestSharpness, LargestSharpness),
        Legend = LegendPlacement.None,
        Marks =
        [
            new ReferenceLine { Id = $"{name}-flow", Label = unstableLabel, Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = unstable },
            new Line { Id = name, Color = 0, X = [.. path.Steps.Select(step => step + 1.0)], Y = path.Sharpnesses },
            new ReferenceLine { Id = $"{name}-limit", Label = "$2/η$", Role = MarkRole.Theory, Orientation = Orientation.Horizontal, Value = 2 / path.LearningRate },
            new Annotation { Id = $"{name}-flow-name", X = namesAt, Y = unstable, Text = unstableLabel },
            new Annotation { Id = $"{name}-limit-name", X = namesAt, Y = 2 / path.LearningRate, Text = "$2/η$" },
        ],
    };
}
