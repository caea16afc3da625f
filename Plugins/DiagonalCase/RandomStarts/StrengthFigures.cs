using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.DiagonalCase.RandomStarts;

/// <summary>The figures of strengths, lengths and loss from a random start; colour i is mode i.</summary>
internal static class StrengthFigures
{
    /// <summary>The last of the palette, so that the loss does not look like mode 1.</summary>
    private const int LossColor = 4;

    private static readonly Axis Time = Axis.Linear("flow time $t$");

    public static Figure Strengths(RandomStartRun run)
    {
        RandomStart start = run.Start;
        int[] learned = [.. start.Learned];
        int[] marked = [.. learned.Where(i => start.PredictedHalfTimes[i] > 0)];
        IEnumerable<Mark> lines = start.ModesByRank.Select(i => (Mark)new Line
        {
            Id = $"strength-{i + 1}",
            Label = $"$s_{{{i + 1}}} = {NumberText.Of(start.Targets[i])}$",
            X = run.ShownTimes,
            Y = run.Show(run.Strength(i)),
            Color = i,
        });
        IEnumerable<Mark> theory = marked.Select((i, k) => (Mark)new Line
        {
            Id = $"logistic-{i + 1}",
            Label = k == 0 ? "logistic at $T_i$" : null,
            Role = MarkRole.Theory,
            X = run.ShownTimes,
            Y = [.. run.ShownTimes.Select(time => start.Targets[i] / (1 + Math.Exp(-2 * start.Magnitude(i) * (time - start.PredictedHalfTimes[i]))))],
        });
        IEnumerable<Mark> note = marked.Where(i => NoteTime(start, i) <= start.EndTime).Select((i, k) => (Mark)new Scatter
        {
            Id = $"note-{i + 1}",
            Label = k == 0 ? "half-time of the note" : null,
            Role = MarkRole.Reference,
            X = [NoteTime(start, i)],
            Y = [start.Targets[i] / 2],
            Color = i,
        });
        return new Figure
        {
            Id = "mode-strengths",
            Title = "Targets are learned one after another, the strongest first",
            Caption =
                $"Strengths $W^e_i \\cdot W^d_i$ from a random start of size $\\sigma = {NumberText.Of(start.StandardDeviation)}$ and width $h = {start.HiddenWidth}$. "
                + "Each mode rises as a logistic curve at $T_i = \\log(4|s_i|/|x_i^\\perp|^2 - 1)/(2|s_i|)$, computed from the start alone; the note's $\\log(s/\\varepsilon)/s$ (circles, at half of each target) comes twice as late.",
            AltText = "Strength of each mode against time: sigmoid curves that rise to the targets one after another, on their predicted logistic curves.",
            Panels = [new Panel { X = Time, Y = Axis.Linear("strength $W^e_i \\cdot W^d_i$"), Marks = [.. lines, .. theory, .. note] }],
            ClaimIds = ["note0-21-half-times", "note0-18-order"],
        };
    }

    /// <summary>The note's half-time, with |x^⊥|²/4 as the initial strength.</summary>
    private static double NoteTime(RandomStart start, int mode) => TiedMode.HalfTimeOfNote(start.Magnitude(mode), start.PerpendicularSquares[mode] / 4);

    public static Figure Lengths(RandomStartRun run)
    {
        RandomStart start = run.Start;
        return new Figure
        {
            Id = "lengths",
            Title = "Encoder and decoder of a mode acquire the same length",
            Caption = "Lengths of the vectors of each mode. Both grow to $\\sqrt{|s_i|}$ (grey), whatever the sign of the target; a mode that is not learned by the end stays small.",
            AltText = "Two panels with the lengths of encoder and decoder vectors against time: in both, each mode grows to the square root of the magnitude of its target.",
            Size = FigureSize.TwoColumns,
            Columns = 2,
            Panels =
            [
                Panel("encoder", "encoder length $|W^e_i|$", run.EncoderSquare),
                Panel("decoder", "decoder length $|W^d_i|$", run.DecoderSquare),
            ],
            ClaimIds = ["note0-20-lengths"],
        };

        Panel Panel(string id, string label, Func<int, StateFunction> square) => new()
        {
            Title = $"{id}s",
            X = Time,
            Y = Axis.Linear(label),
            Marks =
            [
                .. start.ModesByRank.Select(i => new ReferenceLine
                {
                    Id = $"{id}-limit-{i + 1}",
                    Role = MarkRole.Reference,
                    Orientation = Orientation.Horizontal,
                    Value = Math.Sqrt(start.Magnitude(i)),
                }),
                .. start.ModesByRank.Select(i => new Line
                {
                    Id = $"{id}-{i + 1}",
                    Label = $"mode {i + 1}",
                    X = run.ShownTimes,
                    Y = [.. run.Show(square(i)).Select(Math.Sqrt)],
                    Color = i,
                }),
            ],
        };
    }

    public static Figure Loss(RandomStartRun run)
    {
        RandomStart start = run.Start;
        double[] squares = [.. start.ModesByRank.Select(i => start.Targets[i] * start.Targets[i])];
        double[] plateaus = [.. squares.Select((_, k) => squares.Skip(k).Sum() / 2)];
        double[] losses = run.Show(NetworkObservables.Loss(start.Network));
        return new Figure
        {
            Id = "loss",
            Title = "The loss falls in a staircase",
            Caption =
                "The loss $\\frac{1}{2}\\lVert\\Sigma - W^eW^d\\rVert^2$ waits on the plateaus $\\frac{1}{2}\\sum s_i^2$ over the modes not yet learned (grey) and drops at each $T_i$ (dashed).",
            AltText = "Loss against time on a logarithmic axis: a staircase whose steps lie at the predicted half-times and whose plateaus are sums over unlearned modes.",
            Panels =
            [
                new Panel
                {
                    X = Time,
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
                        new Line { Id = "loss", Label = "loss", X = run.ShownTimes, Y = losses, Color = LossColor },
                    ],
                },
            ],
            ClaimIds = ["note0-18-order"],
        };
    }
}
