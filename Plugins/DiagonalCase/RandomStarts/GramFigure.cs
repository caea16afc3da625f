using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Plugins.DiagonalCase.RandomStarts;

/// <summary>The Gram matrix of the encoder's directions at the start and after each mode is learned.</summary>
internal static class GramFigure
{
    private const int MostMoments = 6;
    private const int PanelsAcross = 3;

    public static Figure Draw(RandomStartRun run)
    {
        double[] moments = [.. Moments(run.Start).Take(MostMoments)];
        int rows = (moments.Length + PanelsAcross - 1) / PanelsAcross;
        return new Figure
        {
            Id = "gram",
            Title = "Each learned mode clears its row and column of the Gram matrix",
            Caption =
                "Cosines between all encoder vectors, the Gram matrix $W^eW^{eT}$ over the lengths, in the order of $|s_i|$: at the start, and between each half-time and the next. "
                + "A learned vector becomes perpendicular to all others at once, learned or not; what they share beside it stays.",
            AltText = "Small heat maps of cosines between encoder vectors at successive times: a random symmetric matrix becomes the identity, one row and column after another from the first.",
            Size = new FigureSize(960, 80 + (280 * rows)),
            Columns = Math.Min(PanelsAcross, moments.Length),
            Shared = SharedParts.XAxis | SharedParts.YAxis | SharedParts.ColorBar,
            Panels = [.. moments.Select((time, k) => Map(run, time, k))],
            ClaimIds = ["note0-16-cosine-floor", "note0-21-cosine-floor", "note0-06-perpendicular"],
        };
    }

    /// <summary>The start, then halfway from each half-time to the next, the last at the end.</summary>
    private static IEnumerable<double> Moments(RandomStart start)
    {
        double[] times = [.. start.Learned.Select(i => start.PredictedHalfTimes[i]).Where(time => time > 0).Order(), start.EndTime];
        return times.Zip(times.Skip(1), (here, next) => next < start.EndTime ? (here + next) / 2 : start.EndTime).Prepend(0);
    }

    private static Panel Map(RandomStartRun run, double time, int place)
    {
        IReadOnlyList<int> modes = run.Start.ModesByRank;
        double[] edges = [.. Enumerable.Range(0, modes.Count + 1).Select(i => i + 0.5)];
        return new Panel
        {
            Title = $"$t = {NumberText.Of(Math.Round(time, 2))}$",
            X = Axis.Linear("mode $j$ by $|s_j|$"),
            Y = Axis.Linear("mode $i$ by $|s_i|$"),
            Legend = LegendPlacement.None,
            IsAspectLocked = true,
            Marks =
            [
                new HeatMap
                {
                    Id = $"gram-{place + 1}",
                    XEdges = edges,
                    YEdges = edges,
                    Values = [.. from row in modes from column in modes select run.At(time, run.EncoderCosine(row, column))],
                    Scale = new ColorScale { Label = "$\\cos(W^e_i, W^e_j)$", Map = ColorMap.Diverging, Limits = new Limits(-1, 1) },
                },
            ],
        };
    }
}
