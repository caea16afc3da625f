using PluginLab.Figures;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.Plugins.DiagonalCase.RandomStarts;

/// <summary>The loss from a random start, beside the plateaus between the half-times.</summary>
internal static class LossFigure
{
    /// <summary>The last of the palette, so that the loss does not look like mode 1.</summary>
    private const int LossColor = 4;

    public static Figure Draw(RandomStartRun run)
    {
        RandomStart start = run.Start;
        double[] squares = [.. start.ModesByRank.Select(i => start.Targets[i] * start.Targets[i])];
        double[] plateaus = [.. squares.Select((_, k) => squares.Skip(k).Sum() / 2)];
        double[] losses = run.Show(NetworkObservables.Loss(start.Network));
        return new Figure
        {
            Id = "loss",
            Title = "The loss from a random start",
            Caption =
                "The loss $\\frac{1}{2}\\lVert\\Sigma - W^eW^d\\rVert^2$, with $\\frac{1}{2}\\sum s_i^2$ over the modes not yet learned (grey) and the predicted half-times $T_i$ (dashed).",
            AltText = "Loss against time on a logarithmic axis: a staircase whose steps lie at the predicted half-times and whose plateaus are sums over unlearned modes.",
            Panels =
            [
                new Panel
                {
                    X = Axis.Linear("flow time $t$"),
                    Y = Axis.Logarithmic("loss $\\frac{1}{2}\\lVert\\Sigma - W^eW^d\\rVert^2$").Between(plateaus[^1] / 100, 2 * plateaus[0]),
                    Marks =
                    [
                        .. plateaus.Select((plateau, k) => new ReferenceLine
                        {
                            Id = $"plateau-{k + 1}",
                            Label = k == 0 ? "plateaus" : null,
                            Role = MarkRole.Reference,
                            Orientation = Orientation.Horizontal,
                            Value = plateau,
                        }),
                        .. start.Learned.Where(i => start.PredictedHalfTimes[i] > 0).Select(i => new ReferenceLine
                        {
                            Id = $"time-{i + 1}",
                            Label = $"$T_{{{i + 1}}}$",
                            Role = MarkRole.Theory,
                            Orientation = Orientation.Vertical,
                            Value = start.PredictedHalfTimes[i],
                            Color = i,
                        }),
                        new Line { Id = "loss", X = run.ShownTimes, Y = losses, Color = LossColor },
                    ],
                },
            ],
            ClaimIds = ["note0-18-order"],
            Findings = [new() { Title = "The loss falls in a staircase", Caption = "It waits on each plateau and drops when a mode is learned.", ClaimIds = ["note0-18-order"] }],
        };
    }
}
