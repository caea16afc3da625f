using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.QuadraticNonlinearity.Basins;

/// <summary>The basin of the target, start by start.</summary>
internal static class BasinMapFigure
{
    private const double ShortestTime = 0.1;
    private const double LongestTime = 100;

    public static Figure Draw(BasinMapStudy study) => new()
    {
        Id = "basin-map",
        Title = "Final loss and time to learn, start by start",
        Subtitle = $"gradient flow of $w_1^2w_2$ from {study.Grid.Count} starts, $s = {Rounded.Text(study.Runs.Target)}$",
        Caption = $"(a) Final loss against both initial weights: 0, or $s^2/2$ where $w_1$ dies out. Of {study.Grid.Count} starts {study.Fates.CountOf(Fate.Stuck)} are stuck, {study.Misplaced} of all on the wrong side of the boundary (dashed) and {study.Fates.CountOf(Fate.Undecided)} undecided; "
            + $"the nearest is ${Rounded.Text(study.SmallestDistance, 2)}\\,s^{{1/3}}$ from it. (b) Time until the loss has fallen to a millionth of $s^2/2$; grey where it never does.",
        AltText = "Two maps over the plane of the initial weights. In panel (a) the final loss: zero above a downward wedge from the origin, bounded by two dashed rays, one half of the squared target within it. In panel (b) the time to learn, which grows without bound towards the rays and towards the upper vertical axis.",
        Size = new FigureSize(1060, 500),
        Columns = 2,
        Shared = SharedParts.YAxis | SharedParts.Legend,
        Panels = [Losses(study), Times(study)],
        ClaimIds = ["note1-49-basin-boundary", "note1-49-spurious-minimum"],
        Findings =
        [
            new()
            {
                Title = "The target is learned from above $w_2 = -|w_1|/\\sqrt{2}$, and from nowhere else",
                Caption = "The time to learn diverges towards the boundary and towards the saddles on $w_1 = 0 < w_2$.",
                ClaimIds = ["note1-49-basin-boundary"],
            },
            new() { Caption = "Stuck starts end at $(0, -\\sqrt{w_2^2 - w_1^2/2})$.", ClaimIds = ["note1-49-spurious-minimum"] },
        ],
    };

    private static Panel Losses(BasinMapStudy study)
    {
        double worst = study.Runs.Target * study.Runs.Target / 2;
        return Map("loss", study, [.. study.Fates.Losses.Select(loss => loss / worst)], new ColorScale { Label = "final loss over $s^2/2$", Limits = new Limits(0, 1) });
    }

    private static Panel Times(BasinMapStudy study)
    {
        double[] times = [.. Enumerable.Range(0, study.Grid.Count).Select(i => Math.Max(study.Fates.LearningTime(i) / study.Runs.TimeUnit, ShortestTime))];
        return Map("time", study, times, new ColorScale { Label = "time to learn $t s^{4/3}$", Norm = AxisScale.Logarithmic, Limits = new Limits(ShortestTime, LongestTime) });
    }

    private static Panel Map(string id, BasinMapStudy study, double[] values, ColorScale scale) => new()
    {
        X = Axis.Linear("initial weight $w_1(0)/s^{1/3}$").Between(-BasinMapStudy.Extent, BasinMapStudy.Extent),
        Y = Axis.Linear("initial weight $w_2(0)/s^{1/3}$").Between(-BasinMapStudy.Extent, BasinMapStudy.Extent),
        Marks =
        [
            new HeatMap { Id = $"final-{id}", XEdges = study.Grid.Edges, YEdges = study.Grid.Edges, Values = values, Scale = scale },
            new Line
            {
                Id = $"boundary-{id}",
                Label = "$w_2 = -|w_1|/\\sqrt{2}$",
                Role = MarkRole.Theory,
                Color = Palette.Stuck,
                X = [-BasinMapStudy.Extent, 0, BasinMapStudy.Extent],
                Y = [BasinMapStudy.BoundarySlope * BasinMapStudy.Extent, 0, BasinMapStudy.BoundarySlope * BasinMapStudy.Extent],
            },
        ],
        IsAspectLocked = true,
    };
}
