using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.EdgeOfStability.Onsets;

/// <summary>How fast a pair of modes leaves the minimum, against the learning rate, and where that begins.</summary>
internal static class GrowthFigure
{
    private const int TheoryPoints = 400;

    public static Figure Draw(OnsetStudy study) => new()
    {
        Id = "growth",
        Title = "Each pair of modes has an edge of stability of its own",
        Subtitle = $"Balanced minimum, $s = ({string.Join(", ", study.SingularValues.Select(value => Rounded.Text(value)))})$",
        Caption = $"(a) Two layers: a deviation of $M_{{ij}}$ shrinks or grows by $|1 - η(s_i + s_j)|$ per step (dashed), and grows from $η = 2/(s_i + s_j)$ on (triangles). "
            + $"(b) Onsets of all {NumberText.Of(study.TwoLayers.Count)} pairs at depths 1 to {NumberText.Of(OnsetStudy.DeepestNetwork)}, by bisection, lie on $2/\\lambda_{{ij}}$ to a relative {Rounded.Text(Largest.Of(study.ByDepth.Select(onset => onset.Onset.RelativeError)), 2)}.",
        AltText = "Growth factor per step against the learning rate for several pairs of modes: V-shaped curves that touch zero and cross one at the predicted onsets, the leading mode first. Below onsets against the Hessian eigenvalue, both logarithmic: points of five depths on one falling line.",
        Size = new FigureSize(640, 720),
        Panels = [Growth(study.Curves), Onsets(study.ByDepth)],
        ClaimIds = ["off-diagonal-onset", "diagonal-onset", "onset-by-depth"],
    };

    private static Panel Growth(IReadOnlyList<GrowthCurve> curves) => new()
    {
        X = Axis.Linear("learning rate $η$"),
        Y = Axis.Linear("growth factor per step"),
        Marks =
        [
            new ReferenceLine { Id = "one", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = 1 },
            .. curves.Select((curve, i) => new Line
            {
                Id = $"pair-{Slug(curve.Entry)}",
                Label = $"$M_{{{curve.Entry.Name}}}$",
                Color = i,
                X = curve.LearningRates,
                Y = curve.Factors,
            }),
            .. curves.Select(Theory),
            new Scatter
            {
                Id = "onset",
                Label = "onset $2/\\lambda_{ij}$",
                Role = MarkRole.Theory,
                X = [.. curves.Select(curve => curve.Onset)],
                Y = [.. curves.Select(_ => 1.0)],
            },
        ],
    };

    private static Line Theory(GrowthCurve curve)
    {
        IReadOnlyList<double> rates = Spacing.Linear(0, curve.LearningRates[^1], TheoryPoints);
        return new Line
        {
            Id = $"theory-{Slug(curve.Entry)}",
            Role = MarkRole.Theory,
            X = rates,
            Y = [.. rates.Select(rate => Math.Abs(1 - (rate * curve.Eigenvalue)))],
        };
    }

    private static Panel Onsets(IReadOnlyList<PairOnset> onsets)
    {
        IReadOnlyList<double> eigenvalues = Spacing.Logarithmic(onsets.Min(onset => onset.Eigenvalue) / 1.2, onsets.Max(onset => onset.Eigenvalue) * 1.2, TheoryPoints);
        return new Panel
        {
            X = Axis.Logarithmic("eigenvalue $\\lambda_{ij}$ of the Hessian"),
            Y = Axis.Logarithmic("onset of growth $η$"),
            Legend = LegendPlacement.Inside,
            Marks =
            [
                .. onsets.GroupBy(onset => onset.Depth).Select(depth => new Scatter
                {
                    Id = $"depth-{NumberText.Of(depth.Key)}",
                    Label = $"$L = {NumberText.Of(depth.Key)}$",
                    Color = depth.Key - 1,
                    X = [.. depth.Select(onset => onset.Eigenvalue)],
                    Y = [.. depth.Select(onset => onset.Onset.Measured)],
                }),
                new Line { Id = "formula", Label = "$2/\\lambda_{ij}$", Role = MarkRole.Theory, X = eigenvalues, Y = [.. eigenvalues.Select(eigenvalue => 2 / eigenvalue)] },
            ],
        };
    }

    private static string Slug(Entry entry) => entry.Name.Replace(',', '-');
}
