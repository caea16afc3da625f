using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Plugins.Equalization.Degrees;
using PluginLab.Plugins.Equalization.FinalRatios;
using PluginLab.Plugins.Equalization.Paths;
using PluginLab.Plugins.Equalization.Times;

namespace PluginLab.Plugins.Equalization;

/// <summary>Two weights trained to a product s from very unequal starts: how fast, and how far, do they equalize?</summary>
/// <remarks>
/// Source: note 1, section "How fast do weights equalize?". w₁' = (s − w₁w₂)w₂, w₂' = (s − w₁w₂)w₁ conserves c = w₁² − w₂², so the ratio ends at the ρ with
/// ρ − 1/ρ = c/s: at the golden ratio from w₁ = √s, w₂ ≪ w₁, where the note's heuristic puts a threshold. From small starts the time to equalize does
/// not depend on their size. Weights scale as √s and times as 1/s, and so do all starts that are not parameters.
/// </remarks>
public sealed class EqualizationExperiment : IExperiment
{
    private static readonly Parameter<double> Target = Parameter.Real("target", "Target $s$ of the product $w_1w_2$.", 1, 0.01, 100);

    private static readonly Parameter<IReadOnlyList<double>> InitialWeights = Parameter.Reals(
        "initial-weights", "Initial values of the larger weight $w_1$; the smaller one starts at $10^{-4}\\sqrt{s}$.", [0.01, 0.05, 0.2, 0.5, 1, 2, 4], 1e-3, 10);

    private static readonly Parameter<double> EndTime = Parameter.Real("end-time", "Flow time $T$ up to which those starts are followed.", 12, 0.1, 1000);

    private static readonly Parameter<int> GridPoints = Parameter.WholeNumber(
        "grid-points", "Number of starts along each side of the map of the final ratio.", 100, 20, 600);

    /// <inheritdoc/>
    public ExperimentInfo Info { get; } = new()
    {
        Id = "equalization",
        Title = "How fast and how far two weights equalize",
        Question = "From $w_1 \\gg w_2$, when and how closely do the two weights of a product become equal, and is that before the product is learned?",
        Parameters = [Target, InitialWeights, EndTime, GridPoints],
        Constraints =
        [
            Constraint.Require(
                "Every initial weight must be at least ten times the smaller one, which is a ten-thousandth of the square root of the target.",
                values => values.Get(InitialWeights).All(weight => weight >= 10 * PathStudy.SecondWeight * Math.Sqrt(values.Get(Target)))),
            Constraint.Require(
                "There must be at most twelve initial weights, so that a figure can tell them apart.",
                values => values.Get(InitialWeights).Count <= 12),
        ],
    };

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        PairRuns runs = new(context, context.Get(Target));

        PathStudy paths = PathStudy.Measure(runs, context.Get(InitialWeights), context.Get(EndTime));
        FinalRatioStudy finals = FinalRatioStudy.Measure(runs);
        RatioMapStudy map = RatioMapStudy.Measure(runs, context.Get(GridPoints));
        context.Progress?.Report(0.4);
        TimeStudy times = TimeStudy.Measure(runs);
        DegreeStudy degrees = DegreeStudy.Measure(runs);
        DirectionStudy directions = DirectionStudy.Measure(runs);

        return new ExperimentResult
        {
            Claims = [.. PathClaims.Of(paths), .. DegreeClaims.Of(degrees), .. DirectionClaims.Of(directions), .. FinalRatioClaims.Of(finals), RatioMapClaim.Of(map), .. TimeClaims.Of(times), ApproachRateClaim.Measure(runs)],
            Figures =
            [
                PathFigures.Ratio(paths), PathFigures.Product(paths), PathFigures.RatioAgainstProduct(paths), FinalRatioFigure.Draw(finals), RatioMapFigure.Draw(map),
                TimeFigure.Draw(times), DegreeFigure.Draw(degrees), DirectionFigure.Draw(directions),
            ],
            Metrics =
            [
                new("ratio-at-square-root", "final ratio $\\rho$ from $w_1(0) = \\sqrt{s}$", finals.AtSquareRoot.Ratio.Measured),
                new("threshold-golden-ratio", "$w_1(0)/\\sqrt{s}$ at which the final ratio is the golden ratio", finals.GoldenThreshold.Middle),
                new("threshold-ten-percent", "$w_1(0)/\\sqrt{s}$ at which the final ratio is 1.1", finals.TenPercentThreshold.Middle),
                new("time-to-equalize", "time to a ratio of 1.1 from the smallest scale", times.Points[0].Equalized.Measured),
                new("time-to-equalize-drift", "how much longer than the formula of small starts it takes from $w_1(0) = 0.1\\sqrt{s}$, relative", times.LargestDrift),
                new("time-to-learn", "time to $s/2$ from the smallest scale", times.Points[0].Learned.Measured),
            ],
            Notes = [$"The time to equalize from small starts is claimed for scales up to ${Rounded.Text(TimeStudy.LargestSmallScale)}\\sqrt{{s}}$; above, the product is no longer small by then, and only the closed form of two unequal weights applies."],
        };
    }
}
