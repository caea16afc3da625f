using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Pairs;

/// <summary>Two features in one neuron against the density, and the density at which the second one enters.</summary>
internal static class PairFigure
{
    private const int TheoryPoints = 200;

    public static Figure Draw(PairStudy study) => new()
    {
        Id = "pair",
        Title = "Two features in one neuron, against the density",
        Subtitle = $"$n = 2$ features, $h = 1$ neuron, $I_2/I_1 = {Rounded.Text(study.Change.RelativeImportance)}$",
        Caption = $"(a) Weights of both features at the best end. Dashed: where feature 1 alone loses its stability, $p = {Rounded.Text(study.Change.Predicted, 6)}$, measured ${Rounded.WithUncertainty(study.Change.Measured.Middle, study.Change.Measured.HalfWidth)}$ (half of the bracket). "
            + "(b) That density against the importance of the second feature, by linear stability for uniform features, with the measured one.",
        AltText = "Panel (a): weights of two features against the density; feature one stays near one, feature two is at zero when dense and falls to minus one when sparse. Panel (b): rising curve of the density of the phase change against the relative importance, with one measured point on it.",
        Size = new FigureSize(1060, 420),
        Columns = 2,
        Panels = [Weights(study), Boundary(study)],
        ClaimIds = ["antipodal-pair", "dense-single-feature", "phase-change"],
        Findings =
        [
            new() { Title = "Below a density set by its importance a second feature enters the neuron", ClaimIds = ["phase-change"] },
            new() { Caption = "When dense one feature is kept.", ClaimIds = ["dense-single-feature"] },
            new() { Title = "Sparse features share the neuron as an antipodal pair", Caption = "When sparse the two are an antipodal pair.", ClaimIds = ["antipodal-pair"] },
        ],
    };

    private static Panel Weights(PairStudy study) => new()
    {
        X = Axis.Logarithmic("density $p$"),
        Y = Axis.Linear("weight $w_i$ (sign of $w_1$ positive)"),
        Marks =
        [
            new ReferenceLine { Id = "threshold", Label = "predicted", Role = MarkRole.Theory, Orientation = Orientation.Vertical, Value = study.Change.Predicted },
            .. Enumerable.Range(0, 2).SelectMany(i => Weight(study, i)),
        ],
    };

    private static IEnumerable<Mark> Weight(PairStudy study, int feature)
    {
        string number = NumberText.Of(feature + 1);
        double[] densities = [.. study.Best.Select(end => end.Model.Density)];
        double[] weights = [.. study.Best.Select(end => end.Vectors[feature, 0] * Math.Sign(end.Vectors[0, 0]))];
        yield return new Line { Id = $"weight-{number}", Label = $"feature {number}", Color = feature, X = densities, Y = weights };
        yield return new Scatter { Id = $"end-{number}", Color = feature, X = densities, Y = weights };
    }

    private static Panel Boundary(PairStudy study)
    {
        IReadOnlyList<double> densities = Spacing.Linear(0.01, 1, TheoryPoints);
        return new Panel
        {
            X = Axis.Linear("importance $I_2/I_1$ of the second feature").Between(0, 1),
            Y = Axis.Linear("density $p$").Between(0, 1),
            Marks =
            [
                new Line { Id = "boundary", Label = "linear stability", Role = MarkRole.Theory, X = [.. densities.Select(DedicatedFeature.Uniform.CostOverGain)], Y = densities },
                new Annotation { Id = "alone", X = 0.12, Y = 0.62, Text = "feature 1 alone" },
                new Annotation { Id = "both", X = 0.55, Y = 0.24, Text = "both features" },
                new Scatter { Id = "measured", Label = "measured", Color = 2, X = [study.Change.RelativeImportance], Y = [study.Change.Measured.Middle] },
            ],
        };
    }
}
