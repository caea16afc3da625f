using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.Equalization.Paths;

/// <summary>Ratio and product of the two weights, from each start of a run.</summary>
internal static class PathFigures
{
    public static Figure Ratio(PathStudy study) => new()
    {
        Id = "ratio",
        Title = "How far the weights equalize depends on where they start",
        Subtitle = Starts(study),
        Caption = $"At $t = {Rounded.Text(study.Paths[0].Path.Times[^1])}$ the ratio is {EachStart(study, path => path.Ratios[^1])}. The closed form (dashed) is met to a relative {Rounded.Text(LargestError(study), 2)} "
            + "at all times. While $w_2$ grows at the constant rate $sw_1$ all starts fall as $1/(st)$ (grey); the larger the start, the earlier and the farther above 1 they stop.",
        AltText = "Ratio of the two weights against time, both logarithmic: flat starts at different heights join one falling line, and each curve levels off at its own value above 1.",
        Panels =
        [
            new Panel
            {
                X = Axis.Logarithmic("flow time $t$"),
                Y = Axis.Logarithmic("ratio $w_1/w_2$"),
                Marks = [One(), Collapse(study), .. Lines(study, path => path.Path.Times, path => path.Ratios), .. Theory(study)],
            },
        ],
        ClaimIds = ["note1-27-ratio-path", "note1-27-final-ratio", "note1-51-decreases-below-target"],
    };

    public static Figure Product(PathStudy study) => new()
    {
        Id = "product",
        Title = "Every start learns the target; the smaller the start, the later",
        Subtitle = Starts(study),
        Caption = $"The product of the two weights reaches $s/2$ at $t = $ {EachStart(study, path => path.Theory.HittingTime(study.Runs.Target / 2))} in the closed form. From $w_1(0) \\gg \\sqrt{{s}}$ the product is learned "
            + "before the weights have had time to equalize.",
        AltText = "Product of the two weights against time: sigmoid curves, one per initial weight, all levelling off at the target.",
        Panels =
        [
            new Panel
            {
                X = Axis.Linear("flow time $t$"),
                Y = Axis.Linear("product $w_1w_2$"),
                Marks =
                [
                    new ReferenceLine { Id = "target", Label = "target $s$", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = study.Runs.Target },
                    .. Lines(study, path => path.Path.Times, path => path.Products),
                ],
            },
        ],
        ClaimIds = ["note1-28-time-to-learn"],
    };

    public static Figure RatioAgainstProduct(PathStudy study) => new()
    {
        Id = "ratio-against-product",
        Title = "The product grows as the ratio falls, until they are near equal",
        Subtitle = Starts(study),
        Caption = $"While $w_1 \\gg w_2$ each start moves along $w_1(0)^2/(w_1w_2)$ (dashed), as the note says. From $w_1(0) = 0.2\\sqrt{{s}}$ product times ratio is {Rounded.Text(100 * study.ProductTimesRatio.RelativeError, 3)} % above $w_1(0)^2$ "
            + "when the ratio has fallen to 10: the approximation holds to $1/r^2$.",
        AltText = "Ratio against product, both logarithmic: straight falling lines that bend to the horizontal just above a ratio of 1 or end at the target before they do.",
        Panels =
        [
            new Panel
            {
                X = Axis.Logarithmic("product $w_1w_2$"),
                Y = Axis.Logarithmic("ratio $w_1/w_2$"),
                Marks = [One(), .. Lines(study, path => path.Products, path => path.Ratios), .. Approximation(study)],
            },
        ],
        ClaimIds = ["note1-52-product-times-ratio", "note1-27-conserved"],
    };

    private static string Starts(PathStudy study) =>
        $"$w_2(0) = 10^{{-4}}\\sqrt{{s}}$, $s = {Rounded.Text(study.Runs.Target)}$; colours: $w_1(0)$";

    private static string EachStart(PathStudy study, Func<PairPath, double> value) =>
        string.Join(", ", study.Paths.Select(path => $"{Rounded.Text(value(path), 3)} (from {Rounded.Text(path.FirstWeight)})"));

    private static double LargestError(PathStudy study) => study.Paths.Max(path =>
        path.PredictedRatios.Zip(path.Ratios, (predicted, measured) => new Comparison(predicted, measured).RelativeError).Max());

    private static ReferenceLine One() =>
        new() { Id = "one", Label = "1: equal", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = 1 };

    private static Line Collapse(PathStudy study)
    {
        double[] times = [1e-5 / study.Runs.Target, 1 / study.Runs.Target];
        return new Line { Id = "collapse", Label = "$1/(st)$", Role = MarkRole.Reference, X = times, Y = [.. times.Select(time => 1 / (study.Runs.Target * time))] };
    }

    private static IEnumerable<Mark> Lines(PathStudy study, Func<PairPath, IReadOnlyList<double>> x, Func<PairPath, IReadOnlyList<double>> y) =>
        study.Paths.Select((path, i) => new Line
        {
            Id = $"start-{i + 1}",
            Label = $"$w_1(0) = {Rounded.Text(path.FirstWeight)}$",
            Color = Palette.FirstStart + i,
            X = x(path),
            Y = y(path),
        });

    private static IEnumerable<Mark> Theory(PathStudy study) => study.Paths.Select((path, i) => new Line
    {
        Id = $"closed-form-{i + 1}",
        Label = i == 0 ? "closed form" : null,
        Role = MarkRole.Theory,
        X = path.Path.Times,
        Y = path.PredictedRatios,
    });

    private static IEnumerable<Mark> Approximation(PathStudy study) => study.Paths.Select((path, i) =>
    {
        double first = path.FirstWeight;
        double last = Math.Min(study.Runs.Target, first * first);
        return new Line
        {
            Id = $"approximation-{i + 1}",
            Label = i == 0 ? "$w_1(0)^2/(w_1w_2)$, the note" : null,
            Role = MarkRole.Theory,
            X = [path.Products[0], last],
            Y = [first * first / path.Products[0], first * first / last],
        };
    });
}
