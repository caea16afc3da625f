using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DeepLinearNetwork.Narrow;

/// <summary>How a narrow network approaches the best approximation of its rank.</summary>
internal static class NarrowFigure
{
    private const double SmallDistance = 1e-2;
    private const double TimesShown = 2;

    /// <summary>The figure; none where there is no narrow network.</summary>
    public static IEnumerable<Figure> Draw(NarrowStudy study)
    {
        if (study is not { Task: { } task, Path: { } path })
        {
            return [];
        }

        string width = NumberText.Of(task.HiddenWidth);
        return
        [
            new Figure
            {
                Id = "bottleneck",
                Title = "A network with fewer hidden neurons than modes",
                Subtitle = $"depth $L = {NumberText.Of(task.Depth)}$, hidden width {width}, {NumberText.Of(task.SingularValues.Count)} modes",
                Caption = $"(a) Strengths of the modes. (b) Distance of the product from the best approximation of rank {width}, over $s_1$: {Rounded.Text(study.Distances[^1], 2)} in the end.",
                AltText = "Panel (a): strengths of the modes against time; all but the weakest reach their singular values. Panel (b): distance to the best approximation on a logarithmic axis, which falls to rounding.",
                Size = new FigureSize(1060, 400),
                Columns = 2,
                Panels =
                [
                    new Panel
                    {
                        X = Axis.Linear("flow time $t$").Between(0, EndShown(path.Times, study.Distances)),
                        Y = Axis.Linear("strength $u_i$"),
                        Marks = [.. task.SingularValues.Select((_, i) => Mode(study, i))],
                    },
                    new Panel
                    {
                        X = Axis.Linear("flow time $t$"),
                        Y = Axis.Logarithmic("distance to the best approximation"),
                        Marks = [new Line { Id = "distance", Color = 0, X = path.Times, Y = study.Distances }],
                    },
                ],
                ClaimIds = ["bottleneck"],
                Findings =
                [
                    new()
                    {
                        Title = "A narrow network ends at the best approximation of its rank",
                        Caption = $"The {width} largest modes are learned, the others given up.",
                        ClaimIds = ["bottleneck"],
                    },
                ],
            },
        ];
    }

    /// <summary>Twice the time from which on the distance stays small.</summary>
    private static double EndShown(IReadOnlyList<double> times, IReadOnlyList<double> distances)
    {
        double settled = times.Zip(distances).LastOrDefault(point => !(point.Second < SmallDistance)).First;
        return settled > 0 ? Math.Min(times[^1], TimesShown * settled) : times[^1];
    }

    private static Line Mode(NarrowStudy study, int mode) => new()
    {
        Id = $"mode-{NumberText.Of(mode + 1)}",
        Label = $"mode {NumberText.Of(mode + 1)}",
        Color = mode,
        X = study.Path!.Times,
        Y = study.Path.Observe(study.Task!.Strength(mode)),
    };
}
