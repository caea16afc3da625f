using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;
using PluginLab.Plugins.DegreeProduct.Approach;
using PluginLab.Plugins.DegreeProduct.BestDegree;
using PluginLab.Plugins.DegreeProduct.FewestSteps;
using PluginLab.Plugins.DegreeProduct.Growth;
using PluginLab.Plugins.DegreeProduct.LearningRate;
using PluginLab.Plugins.DegreeProduct.Stability;
using PluginLab.Plugins.DegreeProduct.Stability.Chaos;
using PluginLab.Plugins.DegreeProduct.Weights;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>
/// Note 1: a product of d weights trained to s by gradient flow, wᵢ' = (s − w₁⋯w_d) Π_{j≠i} wⱼ. From equal weights u = w₁⋯w_d obeys
/// u' = d (s − u) u^(2−2/d), so that every Θ(·) of the note becomes a constant: T(u₀ → u₁) = [F_d(u₁/s) − F_d(u₀/s)]/(d s^(2−2/d)).
/// </summary>
public sealed class DegreeProductExperiment : IExperiment
{
    private const double SmallestTarget = 0.01;
    private const double LargestTarget = 100;
    private const double SmallestProduct = 1e-8;
    private const double SmallestAccuracy = 1e-6;
    private const double LargestAccuracy = 0.4;

    private static readonly Parameter<double> Target = Parameter.Real(
        "target", "the target $s$ of the product", defaultValue: 1, SmallestTarget, LargestTarget);

    private static readonly Parameter<IReadOnlyList<int>> Degrees = Parameter.WholeNumbers(
        "degrees", "the degrees $d$ to compare: numbers of weights in the product", defaultValue: [1, 2, 3, 4, 5], minimum: 1, maximum: 64);

    private static readonly Parameter<double> InitialProduct = Parameter.Real(
        "initial-product", "the product $ε$ at the start, from equal weights", defaultValue: 1e-3, SmallestProduct, LargestTarget);

    private static readonly Parameter<double> Accuracy = Parameter.Real(
        "accuracy", "the distance $δ$ to the target, relative to it, at which the second phase and every curve end: there is no end time", defaultValue: 1e-6, SmallestAccuracy, LargestAccuracy);

    private static readonly Parameter<int> GridPoints = Parameter.WholeNumber(
        "grid-points", "the number of starts over which the first phase of each degree is timed, and of targets over which the second is", 121, 13, 1001);

    private static readonly Parameter<int> MapPoints = Parameter.WholeNumber(
        "map-points", "the number of targets, and of starts, of the map of the best degree", 41, 5, 101);

    /// <inheritdoc/>
    public ExperimentInfo Info { get; } = new()
    {
        Id = "degree-d-product",
        Title = "A product of d weights",
        Question = "How fast does a product of $d$ weights reach its target under gradient flow, and how does this depend on the degree $d$?",
        Parameters = [Target, Degrees, InitialProduct, Accuracy, GridPoints, MapPoints, .. LearningRateStudy.Parameters],
        Constraints =
        [
            Constraint.Require(
                "The initial product must be below half the target, where the first phase ends: lower 'initial-product' or raise 'target'.",
                values => values.Get(InitialProduct) < values.Get(Target) / 2),
            Constraint.Require(
                "The degrees must be distinct and in increasing order.",
                values => values.Get(Degrees).Zip(values.Get(Degrees).Skip(1)).All(pair => pair.First < pair.Second)),
            .. LearningRateStudy.Constraints,
        ],
    };

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentContext context)
    {
        DegreeSetting setting = new(context.Get(Target), context.Get(InitialProduct), context.Get(Accuracy), context.Get(GridPoints));
        List<DegreeMeasurement> measurements = [];
        foreach (int degree in context.Get(Degrees))
        {
            measurements.Add(DegreeMeasurement.Take(context, setting, degree, measurements.Count));
            context.Progress?.Report((double)measurements.Count / context.Get(Degrees).Count);
        }

        var best = BestDegreeStudy.Take(context, setting, context.Get(Degrees), context.Get(MapPoints));
        var stability = StabilityStudy.Take(context, setting, context.Get(Degrees));
        var descent = LearningRateStudy.Take(context, setting.Target, setting.Accuracy, context.Get(Degrees));
        return new ExperimentResult
        {
            Claims =
            [
                .. GrowthClaims.Of(measurements), .. TakeOffClaims.Of(measurements), .. ApproachClaims.Of(measurements),
                .. OrderClaims.Of(measurements), .. WeightClaims.Of(measurements), .. LearningRateStudy.Claims(descent),
                .. BestDegreeClaims.Of(best), .. StepMapClaims.Of(best.Steps), .. BestFractionClaims.Of(best), .. EqualPairClaims.Of(stability.EqualPair), .. ChaosClaims.Of(stability.Chaos), .. SharpnessClaims.Of(stability),
            ],
            Figures =
            [
                .. DegreeFigures.Of(measurements), .. LearningRateStudy.Figures(descent),
                .. BestDegreeFigure.DrawIfCompared(best), StepMapFigure.Draw(best), BestFractionFigure.Draw(best), .. StabilityFigures.Of(stability),
            ],
            Metrics = [.. measurements.SelectMany(Metrics), .. best.Fractions.Select(Metric)],
            Notes = [.. Slips, .. measurements.SelectMany(measurement => measurement.Notes), .. best.Notes],
        };
    }

    private static IEnumerable<string> Slips =>
    [
        "The note writes $Θ(s)$ for $Θ(s)t$ at $d = 1$, $t - t_0$ for $t_0 - t$ at $d > 2$, and drops a minus sign in its intermediate line of the second phase.",
        "The time of the second phase is missing from the note; it is $[\\log(1/δ) + A_d]/(d s^{2-2/d})$ up to $O(δ)$, with $A_d = C_d - F_d(1/2)$.",
    ];

    private static IEnumerable<Metric> Metrics(DegreeMeasurement measurement)
    {
        string d = NumberText.Of(measurement.Degree);
        yield return new($"growth-time-{d}", $"$T_1$ from $ε$ to $s/2$ at $d = {d}$", measurement.Curve.GrowthTime);
        yield return new($"approach-time-{d}", $"$T_2$ from $s/2$ to $(1-δ)s$ at $d = {d}$", measurement.Curve.ApproachTime);
        yield return new($"approach-constant-{d}", $"$A_d$ at $d = {d}$", ProductIntegral.ApproachConstant(measurement.Degree));
    }

    private static Metric Metric(BestFraction best) =>
        new($"best-fraction-{NumberText.Of(best.Degree)}", $"best $κ = η/η_{{\\max}}$ at $d = {NumberText.Of(best.Degree)}$, from $ε/s = {PowerOfTen.Text(BestFraction.Start)}$", best.Middle);
}
