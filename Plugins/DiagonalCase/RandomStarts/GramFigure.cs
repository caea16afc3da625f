using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Plugins.DiagonalCase.RandomStarts;

/// <summary>The Gram matrix of the encoder's directions at the start and after each mode is learned.</summary>
internal static class GramFigure
{
    private const int MostMoments = 6;

    public static Figure Draw(RandomStartRun run)
    {
        double[] moments = [.. Moments(run.Start).Take(MostMoments)];
        IReadOnlyList<int> modes = run.Start.ModesByRank;
        return new Figure
        {
            Id = "gram",
            Title = "Cosines between the encoder vectors as modes are learned",
            Caption =
                "Cosines between all encoder vectors, the Gram matrix $W^eW^{eT}$ over the lengths, in the order of $|s_i|$: at the start, and between each half-time and the next.",
            AltText = "A row of small heat maps of cosines between encoder vectors at successive times: a random symmetric matrix becomes the identity, one row and column after another from the first.",
            Size = new FigureSize(960, 90 + (660 / moments.Length)),
            Panels =
            [
                new Panel
                {
                    X = Axis.Linear("flow time"),
                    Y = Axis.Linear("mode by $|s_i|$"),
                    Legend = LegendPlacement.None,
                    Marks =
                    [
                        new MatrixStrip
                        {
                            Id = "gram",
                            Rows = modes.Count,
                            Columns = modes.Count,
                            RowNames = [.. modes.Select(i => $"mode {i + 1}")],
                            Matrices = [.. moments.Select(time => Cosines(run, time))],
                            Captions = [.. moments.Select(time => $"$t = {NumberText.Of(Math.Round(time, 2))}$")],
                            Scale = new ColorScale { Label = "$\\cos(W^e_i, W^e_j)$", Map = ColorMap.Diverging, Limits = new Limits(-1, 1) },
                        },
                    ],
                },
            ],
            ClaimIds = ["note0-06-perpendicular"],
            Findings =
            [
                new()
                {
                    Title = "Each learned mode clears its row and column of the Gram matrix",
                    Caption = "A learned vector becomes perpendicular to all others at once, learned or not; what they share beside it stays.",
                    ClaimIds = ["note0-06-perpendicular"],
                },
            ],
        };
    }

    /// <summary>The start, then halfway from each half-time to the next, the last at the end.</summary>
    private static IEnumerable<double> Moments(RandomStart start)
    {
        double[] times = [.. start.Learned.Select(i => start.PredictedHalfTimes[i]).Where(time => time > 0).Order(), start.ShownTime];
        return times.Zip(times.Skip(1), (here, next) => next < start.ShownTime ? (here + next) / 2 : start.ShownTime).Prepend(0);
    }

    private static IReadOnlyList<double> Cosines(RandomStartRun run, double time)
    {
        IReadOnlyList<int> modes = run.Start.ModesByRank;
        return [.. from row in modes from column in modes select run.At(time, run.EncoderCosine(row, column))];
    }
}
