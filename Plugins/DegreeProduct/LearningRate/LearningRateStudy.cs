using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence.Stability;
using PluginLab.Plugins.DegreeProduct.LearningRate.Steps;

namespace PluginLab.Plugins.DegreeProduct.LearningRate;

/// <summary>What all parts of the study share.</summary>
/// <param name="Target">s.</param>
/// <param name="Accuracy">δ.</param>
/// <param name="Fraction">κ.</param>
/// <param name="Modes">Singular values of the networks, falling.</param>
internal sealed record LearningRateSetting(double Target, double Accuracy, double Fraction, IReadOnlyList<double> Modes);

/// <summary>Everything measured with gradient descent.</summary>
/// <param name="Rates">The largest stable learning rates of each degree.</param>
/// <param name="SquareTimesWeight">That of w₁²w₂ off the balance.</param>
/// <param name="Steps">The steps of each degree.</param>
/// <param name="Networks">Several modes at each depth.</param>
internal sealed record LearningRateMeasurement(
    IReadOnlyList<LargestRates> Rates, StableRate SquareTimesWeight, IReadOnlyList<StepSweep> Steps, IReadOnlyList<ModeRuns> Networks);

/// <summary>The learning rate, note 1's to-do: gradient descent, w ← w + η w', is the Euler step on the same flow.</summary>
internal static class LearningRateStudy
{
    private const int MostModes = 8;
    private const double LargestModeRatio = 10;
    private const int LargestDepth = 3;

    private static readonly Parameter<double> Fraction = Parameter.Real(
        "learning-rate-fraction",
        "the learning rate $κ = η d s^{2-2/d}/2$ of gradient descent, as a fraction of the largest stable one, with which steps are counted",
        defaultValue: 0.5,
        minimum: 0.01,
        maximum: 0.9);

    private static readonly Parameter<IReadOnlyList<double>> Modes = Parameter.Reals(
        "modes", "the singular values $s_i$ that compete in linear networks of depth 1, 2 and 3", defaultValue: [4, 2, 1, 0.5], minimum: 0.01, maximum: 100);

    /// <summary>The parameters of this study alone.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Fraction, Modes];

    /// <summary>What they must satisfy.</summary>
    public static IReadOnlyList<Constraint> Constraints { get; } =
    [
        Constraint.Require("There must be at most 8 modes.", values => values.Get(Modes).Count <= MostModes),
        Constraint.Require(
            "The largest of the modes must be at most 10 times the smallest, or the smallest would take too many steps.",
            values => values.Get(Modes).Max() <= LargestModeRatio * values.Get(Modes).Min()),
    ];

    public static LearningRateMeasurement Take(ExperimentContext context, double target, double accuracy, IReadOnlyList<int> degrees)
    {
        LearningRateSetting setting = new(target, accuracy, context.Get(Fraction), [.. context.Get(Modes).OrderDescending()]);
        return new(
            [.. degrees.Select((degree, i) => LargestRates.Take(context, target, degree, i))],
            LargestRates.OfSquareTimesWeight(context, target),
            [.. degrees.Select((degree, i) => StepSweep.Take(context, setting, degree, i))],
            [.. Enumerable.Range(1, LargestDepth).Select(depth => ModeRuns.Take(context, setting, depth))]);
    }

    public static IEnumerable<Claim> Claims(LearningRateMeasurement measurement) =>
        [.. LargestRateClaims.Of(measurement), .. StepClaims.Of(measurement.Steps), .. ModeClaims.Of(measurement.Networks)];

    public static IEnumerable<Figure> Figures(LearningRateMeasurement measurement) =>
        [LargestRateFigure.Draw(measurement.Rates), StepFigure.Draw(measurement.Steps), ModeFigure.Draw(measurement.Networks)];
}
