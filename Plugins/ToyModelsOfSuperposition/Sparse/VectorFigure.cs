using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Plugins.ToyModelsOfSuperposition.Dense;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Sparse;

/// <summary>The vectors of the features in the plane of two hidden neurons, from dense to sparse.</summary>
internal static class VectorFigure
{
    private const double Reach = 1.5;

    /// <summary>From the tip of a vector to the middle of its name.</summary>
    private const double Gap = 0.2;

    /// <summary>From where a text is set to its middle.</summary>
    private const double NameX = 0.16;
    private const double NameY = 0.1;

    private const double LeastShown = 1e-3;

    /// <summary>The figure; none where there is no plane.</summary>
    public static IEnumerable<Figure> Draw(DenseStudy dense, DensitySweep sweep, PentagonStudy? pentagon)
    {
        if (dense.Setting.HiddenWidth != 2)
        {
            return [];
        }

        TrainedModel between = sweep.Between;
        TrainedModel sparse = pentagon?.Best ?? sweep.AtRun;
        string equal = pentagon is null ? "" : ", equal importances";
        return
        [
            new Figure
            {
                Id = "vectors",
                Title = "Vectors of the features, from dense to sparse inputs",
                Subtitle = $"$n = {NumberText.Of(dense.Setting.Features)}$ features, $h = 2$ neurons, importances $I_i = {Rounded.Text(dense.Setting.ImportanceDecay)}^{{i-1}}${(pentagon is null ? "" : ", in (c) all 1")}",
                Caption = $"Vectors $w_i$ of the features. (a) Dense: {NumberText.Of(dense.Trained.RepresentedCount)} features. (b) In between: {NumberText.Of(between.RepresentedCount)} features. "
                    + $"(c) Sparse{equal}: {NumberText.Of(sparse.RepresentedCount)} features.",
                AltText = "Three planes with the vectors of five features from the origin: dense inputs leave two vectors at a right angle, denser ones more, sparse ones the five corners of a pentagon.",
                Size = new FigureSize(1060, 430),
                Columns = 3,
                Shared = SharedParts.YAxis,
                Panels =
                [
                    Plane(dense.Trained, "a"),
                    Plane(between, "b"),
                    Plane(sparse, "c"),
                ],
                ClaimIds = ["dense-top-features", "pentagon-angles", "pentagon-norms", "more-features-than-neurons"],
                Findings =
                [
                    new() { Title = "The sparser the inputs, the more features share the plane", ClaimIds = ["more-features-than-neurons"] },
                    new() { Caption = "Dense inputs leave the two most important features alone, at a right angle.", ClaimIds = ["dense-top-features"] },
                    new() { Caption = $"Sparse ones lie at the corners of a pentagon{Share(pentagon)}.", ClaimIds = ["pentagon-angles", "pentagon-norms"] },
                ],
            },
        ];
    }

    private static string Share(PentagonStudy? pentagon) => pentagon is null ? ""
        : $", where {Rounded.Text(100 * pentagon.PentagonFraction, 3)} % of {NumberText.Of(pentagon.Ends.Count)} random starts end";

    private static Panel Plane(TrainedModel trained, string id) => new()
    {
        Title = $"density $p = {Rounded.Text(trained.Model.Density, 2)}$",
        X = Axis.Linear("hidden neuron 1").Between(-Reach, Reach),
        Y = Axis.Linear("hidden neuron 2").Between(-Reach, Reach),
        IsAspectLocked = true,
        Legend = LegendPlacement.None,
        Marks = [.. Enumerable.Range(0, trained.Vectors.Rows).Where(i => trained.SquaredNorms[i] > LeastShown).SelectMany(i => Vector(trained, id, i))],
    };

    private static IEnumerable<Mark> Vector(TrainedModel trained, string id, int feature)
    {
        (double x, double y) = (trained.Vectors[feature, 0], trained.Vectors[feature, 1]);
        string number = NumberText.Of(feature + 1);
        double stretch = 1 + (Gap / Math.Sqrt(trained.SquaredNorms[feature]));
        yield return new PhasePath { Id = $"feature-{id}-{number}", Label = $"feature {number}", Color = feature, X = [0, x], Y = [0, y] };
        yield return new Annotation { Id = $"name-{id}-{number}", X = (stretch * x) - NameX, Y = (stretch * y) - NameY, Text = $"$w_{number}$" };
    }
}
