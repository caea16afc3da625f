using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Plugins.DeepLinearNetwork.Gaussian;

namespace PluginLab.Plugins.DeepLinearNetwork.Balanced;

/// <summary>The loss from saddle to saddle, and the modes that are learned at each step.</summary>
internal static class LossFigure
{
    private const double LowestShown = 1e-3;

    public static Figure Draw(AlignedStudy aligned, BalanceRun gaussian) => new()
    {
        Id = "loss",
        Title = "The loss and the strengths of the modes",
        Subtitle = $"depth $L = {NumberText.Of(aligned.Task.Depth)}$, hidden width {NumberText.Of(aligned.Task.HiddenWidth)}, $ε = {PowerOfTen.Text(aligned.Strength)}$",
        Caption = $"(a) The loss of a balanced start aligned with the target, and of a Gaussian start of about the same strength; grey: $\\sum_{{i > k}} s_i^2/2$. "
            + $"(b) Strengths from the balanced start; dashed: $u' = L(s - u)u^{{2-2/L}}$.",
        AltText = "Panel (a): loss against time on a logarithmic axis, a staircase that falls from plateau to plateau, for two starts. Panel (b): strengths of the modes against time; each rises abruptly, the strongest first, along the dashed closed form.",
        Size = new FigureSize(1060, 420),
        Columns = 2,
        Panels = [Losses(aligned, gaussian), Modes(aligned)],
        ClaimIds = ["plateaus", "note1-26-balanced-modes", "note1-26-learning-times", "learned-in-order"],
        Findings =
        [
            .. aligned.RestsAtSaddles ? (Finding[])[SaddleToSaddle] : [],
            new() { Caption = "Midway between two half-times it is as near to the level of a saddle as the closed forms bring it.", ClaimIds = ["plateaus"] },
            new() { Title = "Stronger modes take off sooner", ClaimIds = ["learned-in-order"] },
            new()
            {
                Title = "Every mode of a balanced network is a product of weights",
                Caption = $"From the balanced start every mode follows the dashed curve to {Rounded.Text(aligned.LargestError, 2)} of its singular value.",
                ClaimIds = ["note1-26-balanced-modes", "note1-26-learning-times"],
            },
        ],
    };

    private static Finding SaddleToSaddle => new()
    {
        Title = "The loss falls from saddle to saddle, one mode at a time",
        Caption = "It rests at a level while $k$ modes are learned, and the next is not.",
        ClaimIds = ["plateaus", "learned-in-order"],
    };

    private static Panel Losses(AlignedStudy aligned, BalanceRun gaussian)
    {
        double floor = LowestShown * aligned.Losses[0];
        return new Panel
        {
            X = Axis.Linear("flow time $t$"),
            Y = Axis.Logarithmic("loss $\\frac{1}{2}\\lVert\\Sigma - M\\rVert^2$"),
            Marks =
            [
                .. aligned.Plateaus.Select(plateau => new ReferenceLine
                {
                    Id = $"plateau-{NumberText.Of(plateau.Learned)}",
                    Role = MarkRole.Reference,
                    Orientation = Orientation.Horizontal,
                    Value = plateau.Level,
                }),
                .. aligned.Plateaus.Select(plateau => new Annotation
                {
                    Id = $"learned-{NumberText.Of(plateau.Learned)}",
                    X = Math.Max(aligned.Path.Times[^1], gaussian.Shown.Times[^1]),
                    Y = plateau.Level,
                    Text = $"$k = {NumberText.Of(plateau.Learned)}$",
                }),
                Loss("aligned", "balanced start", Palette.Balanced, aligned.Path.Times, aligned.Losses, floor),
                Loss("gaussian", "Gaussian start", Palette.Gaussian, gaussian.Shown.Times, gaussian.Losses, floor),
            ],
        };
    }

    private static Line Loss(string id, string label, int color, IReadOnlyList<double> times, IReadOnlyList<double> losses, double floor) => new()
    {
        Id = $"loss-{id}",
        Label = label,
        Color = color,
        X = times,
        Y = [.. losses.Select(loss => loss >= floor ? loss : double.NaN)],
    };

    private static Panel Modes(AlignedStudy aligned) => new()
    {
        X = Axis.Linear("flow time $t$"),
        Y = Axis.Linear("strength $u_i$"),
        Marks =
        [
            .. aligned.Theory.Select((_, i) => new Line
            {
                Id = $"mode-{NumberText.Of(i + 1)}",
                Label = $"mode {NumberText.Of(i + 1)}",
                Color = i,
                X = aligned.Path.Times,
                Y = aligned.Path.Observe(aligned.Task.Strength(i)),
            }),
            .. aligned.Theory.Select((theory, i) => new Line
            {
                Id = $"theory-{NumberText.Of(i + 1)}",
                Label = null,
                Role = MarkRole.Theory,
                X = aligned.Path.Times,
                Y = [.. aligned.Path.Times.Select(time => theory.ProductAt(aligned.Strength, time))],
            }),
        ],
    };
}
