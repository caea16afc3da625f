using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.DiagonalCase.RandomStarts;

/// <summary>The figures of strengths and lengths from a random start; colour i is mode i.</summary>
internal static class StrengthFigures
{
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
            Y = [.. run.ShownTimes.Select(time => TiedMode.Logistic(start.Targets[i], start.PredictedHalfTimes[i], time))],
        });
        IEnumerable<Mark> note = marked.Where(i => NoteTime(start, i) <= start.ShownTime).Select((i, k) => (Mark)new Scatter
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
            Title = "Strengths of the modes from a random start",
            Caption =
                $"Strengths $W^e_i \\cdot W^d_i$ from a random start of size $\\sigma = {NumberText.Of(start.StandardDeviation)}$ and width $h = {start.HiddenWidth}$. "
                + "Dashed: logistic curves at $T_i = \\log(4|s_i|/|x_i^\\perp|^2 - 1)/(2|s_i|)$, computed from the start alone; circles, at half of each target: the note's $\\log(s/\\varepsilon)/s$.",
            AltText = "Strength of each mode against time: sigmoid curves that rise to the targets one after another, on their predicted logistic curves.",
            Panels = [new Panel { X = Time, Y = Axis.Linear("strength $W^e_i \\cdot W^d_i$"), Marks = [.. lines, .. theory, .. note] }],
            ClaimIds = ["note0-21-half-times", "note0-18-order"],
            Findings =
            [
                new() { Title = $"{start.TimedModes} learned one after another, the strongest first", ClaimIds = ["note0-18-order"] },
                new() { Caption = $"{start.TimedModes} half learned at $T_i$; the note's time is twice as long.", ClaimIds = ["note0-21-half-times"] },
            ],
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
            Title = "Lengths of the encoder and decoder vectors",
            Caption = "Lengths of the vectors of each mode; grey: $\\sqrt{|s_i|}$.",
            AltText = "Two panels with the lengths of encoder and decoder vectors against time: in both, each mode grows to the square root of the magnitude of its target.",
            Size = FigureSize.TwoColumns,
            Columns = 2,
            Panels =
            [
                Panel("encoder", "encoder length $|W^e_i|$", run.EncoderSquare),
                Panel("decoder", "decoder length $|W^d_i|$", run.DecoderSquare),
            ],
            ClaimIds = ["note0-20-lengths"],
            Findings =
            [
                new()
                {
                    Title = "Encoder and decoder of a mode acquire the same length",
                    Caption = "Both grow to $\\sqrt{|s_i|}$, whatever the sign of the target; a mode that is not learned by the end stays small.",
                    ClaimIds = ["note0-20-lengths"],
                },
            ],
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
}
