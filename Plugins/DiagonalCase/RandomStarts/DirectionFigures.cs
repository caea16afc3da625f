using PluginLab.Figures;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.DiagonalCase.RandomStarts;

/// <summary>The figures of directions from a random start; colour i is mode i.</summary>
internal static class DirectionFigures
{
    /// <summary>Cosines are shown for this many of the strongest modes.</summary>
    private const int MostModes = 4;

    private static readonly Axis Time = Axis.Linear("flow time $t$");

    public static Figure Alignment(RandomStartRun run, AlignmentRates rates)
    {
        RandomStart start = run.Start;
        IEnumerable<Mark> lines = start.ModesByRank.Select(i => (Mark)new Line
        {
            Id = $"misalignment-{i + 1}",
            Label = rates.Of(i) is { Fit: not null } rate ? $"mode {i + 1}: ${rate.Text}$" : $"mode {i + 1}",
            X = run.ShownTimes,
            Y = run.Show(run.Misalignment(i)),
            Color = i,
        });
        IEnumerable<Mark> theory = start.Learned.Where(i => start.PredictedHalfTimes[i] > 0).Select((i, k) =>
        {
            var mode = new VectorMode(start.Targets[i], start.Encoder.Row(i), start.Decoder.Column(i));
            double[] times = [.. run.ShownTimes.Where(time => time <= start.PredictedHalfTimes[i])];
            return (Mark)new Line
            {
                Id = $"alone-{i + 1}",
                Label = k == 0 ? "mode alone, slope $-4|s_i|$" : null,
                Role = MarkRole.Theory,
                X = times,
                Y = [.. times.Select(mode.Misalignment)],
            };
        });
        return new Figure
        {
            Id = "alignment",
            Title = "Misalignment of encoder and decoder",
            Caption =
                "Misalignment $1 - \\cos θ_i$, $θ_i$ the angle between $W^e_i$ and $\\sgn(s_i) W^d_i$; dashed, up to its half-time: each mode alone." + Fits(rates),
            AltText = "Misalignment of each mode against time on a logarithmic axis: straight falls with slope minus four times the target, then plateaus.",
            Size = new FigureSize(800, 420),
            Panels = [new Panel { X = Time, Y = Axis.Logarithmic("misalignment $1 - \\cos θ_i$"), Marks = [.. Window(run, rates), .. lines, .. theory] }],
            ClaimIds = ["note0-19-alignment-rate", "note0-19-sign"],
            Findings =
            [
                new()
                {
                    Title = "Encoder and decoder align at the rate $4|s_i|$ before their mode is learned",
                    Caption = "It falls as $e^{-4|s_i|t}$ while the mode is small, and is disturbed while stronger modes are learned.",
                    ClaimIds = ["note0-19-alignment-rate"],
                },
                new() { Caption = "It stops at the square of the conserved imbalance.", ClaimIds = ["note0-19-sign"] },
            ],
        };
    }

    private static string Fits(AlignmentRates rates) => rates.Rates.All(rate => rate.Fit is null)
        ? ""
        : " In the legend, rates of $|W^e_i - \\sgn(s_i) W^d_i|^2/|W^e_i + \\sgn(s_i) W^d_i|^2$, fitted over the shaded times, where ± is half of the 95 % interval.";

    private static IEnumerable<Mark> Window(RandomStartRun run, AlignmentRates rates)
    {
        if (rates.Rates.Any(rate => rate.Fit is not null))
        {
            yield return new ReferenceBand { Id = "window", Label = "fit range", Role = MarkRole.Reference, Orientation = Orientation.Vertical, Lower = 0, Upper = run.Start.LinearTime };
        }
    }

    public static Figure Cosines(RandomStartRun run)
    {
        RandomStart start = run.Start;
        int[] shown = [.. start.ModesByRank.Take(MostModes)];
        double order = start.StandardDeviation * start.StandardDeviation * start.HiddenWidth;
        return new Figure
        {
            Id = "cosines",
            Title = "Cosines between the encoder vectors",
            Caption =
                $"$|\\cos(W^e_i, W^e_j)|$ of each mode with the stronger ones{(shown.Length < start.Targets.Count ? $", for the {MostModes} strongest modes" : "")}; the colour is that of the stronger; grey: $\\sigma^2 h$.",
            AltText = "Magnitude of the cosines between encoder vectors against time on logarithmic axes, a panel per weaker mode: they fall from order one to small floors that markers predict.",
            Size = shown.Length > 3 ? new FigureSize(1080, 400) : shown.Length > 2 ? FigureSize.TwoColumns : FigureSize.OneColumn,
            Columns = shown.Length - 1,
            Panels = [.. shown.Skip(1).Select((mode, k) => CosinePanel(run, mode, shown[..(k + 1)], order))],
            ClaimIds = ["note0-16-cosine-floor", "note0-21-cosine-floor"],
            Findings =
            [
                new()
                {
                    Title = "Learned vectors push the others aside, down to a floor",
                    Caption = "Each falls once the stronger mode is learned and stops at a floor of the order of $\\sigma^2 h$: the vectors never become quite perpendicular.",
                    ClaimIds = ["note0-16-cosine-floor"],
                },
                new() { Caption = "Symbols: the floor that the conserved $W^{eT}W^e - W^dW^{dT}$ fixes.", ClaimIds = ["note0-21-cosine-floor"] },
            ],
        };
    }

    private static Panel CosinePanel(RandomStartRun run, int mode, int[] stronger, double order)
    {
        RandomStart start = run.Start;
        int[] floored = [.. stronger.Where(other => start.Learned.Contains(mode) && start.Learned.Contains(other))];
        Mark[] floors = floored.Length == 0 ? [] :
        [
            new Scatter
            {
                Id = $"floor-{mode + 1}",
                Label = "floor by $C$",
                Role = MarkRole.Theory,
                X = [.. floored.Select(_ => start.ShownTime)],
                Y = [.. floored.Select(other => Math.Abs(run.CosineFloor(other, mode)))],
            },
        ];
        return new Panel
        {
            Title = $"mode {mode + 1}",
            X = Time,
            Y = Axis.Logarithmic($"cosine $|\\cos(W^e_i, W^e_{{{mode + 1}}})|$").Between(order / 1000, 2),
            Legend = LegendPlacement.Inside,
            Marks =
            [
                new ReferenceLine { Id = $"order-{mode + 1}", Label = "$\\sigma^2 h$", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = order },
                .. stronger.Select(other => new Line
                {
                    Id = $"cosine-{other + 1}-{mode + 1}",
                    Label = $"with mode {other + 1}",
                    X = run.ShownTimes,
                    Y = [.. run.Show(run.EncoderCosine(other, mode)).Select(Math.Abs)],
                    Color = other,
                }),
                .. floors,
            ],
        };
    }
}
