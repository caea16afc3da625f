using PluginLab.Experiments;
using PluginLab.Plugins.QuadraticNonlinearity.Basins;
using PluginLab.Plugins.QuadraticNonlinearity.Growth;
using PluginLab.Plugins.QuadraticNonlinearity.Ratios;

namespace PluginLab.Plugins.QuadraticNonlinearity;

/// <summary>One hidden unit with quadratic nonlinearity, w₁²w₂ trained to s: does it learn like the deeper product w₁w₂w₃?</summary>
/// <remarks>
/// Source: note 1, section "Quadratic nonlinearity". w₁' = 2(s − w₁²w₂)w₁w₂, w₂' = (s − w₁²w₂)w₁² conserves w₁² − 2w₂², so the ratio tends to √2 and not to
/// 1; with w₁ = √2 w₂ the product learns as w₁w₂w₃ does, 2^(2/3) times as fast; and from w₂ ≤ −|w₁|/√2 it never learns. Weights scale as s^(1/3) and
/// times as s^(−4/3), and so do all starts that are not parameters.
/// </remarks>
public sealed class QuadraticNonlinearityExperiment : IExperiment
{
    /// <summary>Monomials up to degree 8: from 10⁻⁸s, larger ones wait a million times longer.</summary>
    private const int LargestExponent = 4;

    /// <summary>Explicit methods take about a third of this many steps, however smooth the path is; integrators allow a million.</summary>
    private const double MostTimeTimesCurvature = 2e6;

    private static readonly Parameter<double> Target = Parameter.Real("target", "Target $s$ of the product $w_1^2w_2$.", 1, 0.01, 100);

    private static readonly Parameter<double> InitialProduct = Parameter.Real(
        "initial-product", "Product $\\varepsilon$ from which the quadratic unit is compared with a product of three weights.", 1e-3, 1e-9, 10);

    private static readonly Parameter<IReadOnlyList<double>> InitialWeights = Parameter.Reals(
        "initial-weights", "Starts whose ratio $w_1/w_2$ is followed: pairs $w_1(0), w_2(0)$ one after another.",
        [0.05, 0.05, 0.2, 0.02, 0.02, 0.2, 0.5, 0.05, 1.5, 0.05], 1e-3, 10);

    private static readonly Parameter<double> EndTime = Parameter.Real("end-time", "Flow time $T$ up to which those starts are followed.", 20, 0.1, 1000);

    private static readonly Parameter<int> GridPoints = Parameter.WholeNumber(
        "grid-points", "Number of starts along each side of the map of the basin.", 100, 20, 600);

    private static readonly Parameter<int> RandomStarts = Parameter.WholeNumber(
        "random-starts", "Number of Gaussian starts of $w_1^2w_2$; a fifth as many of each network.", 20_000, 10_000, 200_000);

    private static readonly Parameter<int> HiddenWidth = Parameter.WholeNumber(
        "hidden-width", "Number $h$ of hidden units of the widest network that is tried from Gaussian starts.", 3, 1, 3);

    private static readonly Parameter<IReadOnlyList<int>> Exponents = Parameter.WholeNumbers(
        "exponents", "Exponents of the monomials $w_1^{k_1}w_2^{k_2}$ whose take-off is compared: pairs $k_1, k_2$ one after another.",
        [1, 1, 2, 1, 3, 1, 2, 2], 1, LargestExponent);

    /// <inheritdoc/>
    public ExperimentInfo Info { get; } = new()
    {
        Id = "quadratic-nonlinearity",
        Title = "A quadratic nonlinearity against one more layer",
        Question = "Does $w_1^2w_2$, a network with one quadratic hidden unit, learn like the deeper product $w_1w_2w_3$?",
        Parameters = [Target, InitialProduct, InitialWeights, Exponents, EndTime, GridPoints, RandomStarts, HiddenWidth],
        Constraints =
        [
            Constraint.Require(
                "The number of grid points must be even, so that no start lies on $w_1 = 0$, from where $w_1$ never moves.",
                values => values.Get(GridPoints) % 2 == 0),
            Constraint.Require(
                "The initial product must be at most a tenth of the target, so that there is a growth phase to compare.",
                values => values.Get(InitialProduct) <= 0.1 * values.Get(Target)),
            Constraint.Require(
                "The initial weights must be one to six pairs: an even number of values from 2 to 12.",
                values => values.Get(InitialWeights).Count is >= 2 and <= 12 && values.Get(InitialWeights).Count % 2 == 0),
            Constraint.Require(
                $"End time times curvature, $T(w_1^4 + 4w_1^2w_2^2)$ at each of these starts, must be at most {NumberText.Of(MostTimeTimesCurvature)}: beyond, an explicit method takes millions of steps; shorten the end time or take smaller weights.",
                values => values.Get(InitialWeights).Chunk(2).All(start => start.Length < 2 || values.Get(EndTime) * Curvature(start[0], start[1]) <= MostTimeTimesCurvature)),
            Constraint.Require(
                "The exponents must be one to six different pairs: an even number of values from 2 to 12.",
                values => values.Get(Exponents).Count is >= 2 and <= 12 && values.Get(Exponents).Count % 2 == 0
                    && values.Get(Exponents).Chunk(2).DistinctBy(pair => (pair[0], pair[1])).Count() == values.Get(Exponents).Count / 2),
        ],
    };

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        QuadraticRuns runs = new(context, context.Get(Target));

        RatioStudy ratios = RatioStudy.Measure(runs, Pairs(context.Get(InitialWeights)), context.Get(EndTime));
        DegreeThreeStudy comparison = DegreeThreeStudy.Measure(runs, context.Get(InitialProduct));
        context.Progress?.Report(0.3);
        GrowthTimeStudy growth = GrowthTimeStudy.Measure(runs, context.Get(Exponents).Chunk(2));
        context.Progress?.Report(0.6);
        BasinStudy basins = BasinStudy.Measure(runs);
        BasinMapStudy map = BasinMapStudy.Measure(runs, context.Get(GridPoints));
        StuckStudy stuck = StuckStudy.Measure(runs, context.Get(RandomStarts), context.Get(HiddenWidth));
        NetworkStudy network = NetworkStudy.Measure(runs);

        return new ExperimentResult
        {
            Claims =
            [
                .. NetworkClaims.Of(network), .. LearningRateClaims.Of(runs), .. RatioClaims.Of(ratios), .. DegreeThreeClaims.Of(comparison),
                .. GrowthTimeClaims.Of(growth), .. BasinClaims.Of(basins, map), .. StuckClaims.Of(stuck),
            ],
            Figures =
            [
                CollapseFigure.Draw(comparison), NetworkFigure.Draw(network), RatioFigure.Draw(ratios), FinalRatioFigure.Draw(ratios),
                PhasePortraitFigure.Draw(basins, stuck), BasinMapFigure.Draw(map), StuckFigure.Draw(stuck), GrowthTimeFigure.Draw(growth),
            ],
            Metrics =
            [
                new("time-factor-balanced", "$T_1$ of $w_1w_2w_3$ over $T_1$ of $w_1^2w_2$, both balanced", comparison.CubicTime / comparison.BalancedTime),
                new("time-factor-equal-start", "the same from $w_1 = w_2$", comparison.CubicTime / comparison.EqualStartTime),
                .. growth.PowerLaws.Select(series => new Metric($"growth-exponent-{series.Name}", $"slope of $\\log T_1$ of ${series.Formula}$ in $\\log\\varepsilon$", series.Slope)),
                new("stuck-fraction", "fraction of Gaussian starts from which $w_1^2w_2$ never reaches the target", stuck.Monomial.Measured),
            ],
            Notes = ["The note lets the growth phase last while $w_1^2w_2 \\le s$, where nothing is left to grow; all times here are those to $s/2$, as in its other sections."],
        };
    }

    /// <summary>|∇(w₁²w₂)|² = w₁⁴ + 4w₁²w₂², the curvature of the loss along the flow where the target is met.</summary>
    private static double Curvature(double first, double second) => (first * first * first * first) + (4 * first * first * second * second);

    private static IReadOnlyList<double[]> Pairs(IReadOnlyList<double> weights) => [.. weights.Chunk(2)];
}
