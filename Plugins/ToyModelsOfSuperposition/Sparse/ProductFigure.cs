using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Sparse;

/// <summary>W Wᵀ, by which features reach outputs, beside the biases: dense and sparse.</summary>
internal static class ProductFigure
{
    public static Figure Draw(TrainedModel dense, TrainedModel sparse) => new()
    {
        Id = "product",
        Title = "How features reach the outputs, dense and sparse",
        Subtitle = $"$n = {NumberText.Of(dense.Model.Features)}$ features, $h = {NumberText.Of(dense.Model.Design.HiddenWidth)}$ neurons",
        Caption = "Entry $w_i \\cdot w_j$ of $W W^\\top$ by which feature $j$ reaches output $i$; the last column is the bias $b_i$. (a) Dense. (b) Sparse.",
        AltText = "Two matrices in blue, white and red with one more column for the bias: dense, ones on the diagonal for the kept features and a half as bias of the others; sparse, a band matrix with positive neighbours, negative others and negative biases.",
        Size = new FigureSize(1060, 430),
        Columns = 2,
        Shared = SharedParts.ColorBar,
        Panels = [Map(dense, "a"), Map(sparse, "b")],
        ClaimIds = ["dense-top-features"],
        Findings =
        [
            new()
            {
                Title = "Sparse features interfere, and a bias pays for it",
                Caption = "When dense the features that are kept do not interfere, and the others are answered with their mean ½. When sparse features interfere; the ReLU removes what is negative, a negative bias most of what is positive.",
                ClaimIds = ["dense-top-features"],
            },
        ],
    };

    private static Panel Map(TrainedModel trained, string id)
    {
        int features = trained.Model.Features;
        bool isByAngle = trained.Vectors.Columns == 2 && trained.RepresentedCount == features;
        int[] order = [.. Enumerable.Range(0, features).OrderBy(i => isByAngle ? Math.Atan2(trained.Vectors[i, 1], trained.Vectors[i, 0]) : i)];
        Matrix product = trained.Model.Product(trained.State);
        IReadOnlyList<double> biases = trained.Model.Biases(trained.State);
        return new Panel
        {
            Title = $"density $p = {Rounded.Text(trained.Model.Density, 2)}$",
            X = Axis.Category($"feature $j${(isByAngle ? ", by angle" : "")}, and bias", [.. order.Select(j => NumberText.Of(j + 1)), "$b_i$"]),
            Y = Axis.Category($"output $i${(isByAngle ? ", by angle" : "")}", [.. order.Reverse().Select(i => NumberText.Of(i + 1))]),
            Legend = LegendPlacement.None,
            Marks =
            [
                new HeatMap
                {
                    Id = $"product-{id}",
                    XEdges = [.. Enumerable.Range(0, features + 2).Select(k => k + 0.5)],
                    YEdges = [.. Enumerable.Range(0, features + 1).Select(k => k + 0.5)],
                    Values = [.. order.Reverse().SelectMany(i => order.Select(j => product[j, i]).Append(biases[i]))],
                    Scale = new ColorScale { Label = "$w_i \\cdot w_j$, $b_i$", Map = ColorMap.Diverging, Limits = new Limits(-1.4, 1.4) },
                },
                new ReferenceLine { Id = $"bias-{id}", Role = MarkRole.Reference, Orientation = Orientation.Vertical, Value = features + 0.5 },
            ],
        };
    }
}
