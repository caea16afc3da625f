using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.Equalization.Degrees;

/// <summary>How a large weight and its small partners become equal, by degree.</summary>
internal static class DegreeFigure
{
    private static readonly int[] Colors = [Palette.Ratio, Palette.ThreeWeights, Palette.FourWeights];

    public static Figure Draw(DegreeStudy study) => new()
    {
        Id = "degrees",
        Title = "Any number of weights equalizes",
        Subtitle = $"one weight at ${Rounded.Text(DegreeStudy.LargeWeight)}\\,s^{{1/d}}$, the others at ${Rounded.Text(DegreeStudy.SmallWeight)}\\,s^{{1/d}}$",
        Caption = "The ratio of the largest to the other weights ends at "
            + string.Join(", ", study.Degrees.Select(equality => $"{Rounded.Text(equality.Ending.Ratio.Measured, 6)} for $d = {equality.Degree}$ (predicted {Rounded.Text(equality.Ending.Ratio.Predicted, 6)})"))
            + ", as $w_i^2 = w_i(0)^2 + q$ says. The larger the degree, the smaller the product at which the weights are equal.",
        AltText = "Ratio of the largest weight to the others against the product, both logarithmic, for two, three and four weights: falling curves that level off just above 1.",
        Panels =
        [
            new Panel
            {
                X = Axis.Logarithmic("product over target $u/s$"),
                Y = Axis.Logarithmic("ratio $w_1/w_2$"),
                Marks =
                [
                    new ReferenceLine { Id = "one", Label = "1: equal", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = 1 },
                    .. study.Degrees.Select((equality, i) => new Line
                    {
                        Id = $"degree-{equality.Degree}",
                        Label = $"$d = {equality.Degree}$",
                        Color = Colors[i],
                        X = equality.Path.Observe((_, state) => Product(state) / study.Runs.Target),
                        Y = equality.Path.Observe((_, state) => state[0] / state[1]),
                    }),
                    .. study.Degrees.Select((equality, i) => new Scatter
                    {
                        Id = $"limit-{equality.Degree}",
                        Label = i == 0 ? "predicted end" : null,
                        Role = MarkRole.Theory,
                        X = [1],
                        Y = [equality.Ending.Ratio.Predicted],
                    }),
                ],
            },
        ],
        ClaimIds = [.. study.Degrees.Where(equality => equality.Degree > 2).Select(equality => $"note1-34-degree-{equality.Degree}")],
    };

    private static double Product(ReadOnlySpan<double> state)
    {
        double product = 1;
        foreach (double weight in state)
        {
            product *= weight;
        }

        return product;
    }
}
