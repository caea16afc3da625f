using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct.LearningRate.Steps;

/// <summary>Steps of both phases at one degree, over starts.</summary>
/// <param name="Theory">The target s and the degree d.</param>
/// <param name="Place">The place of the degree among those compared, from 0.</param>
/// <param name="LearningRateFraction">κ.</param>
/// <param name="Accuracy">δ.</param>
/// <param name="AtTarget">At κ, for each of <see cref="Fractions"/>.</param>
/// <param name="AtLargerTarget">The same at the target 4s.</param>
/// <param name="Slow">At κ = .05, near the flow.</param>
/// <param name="SlowApproach">N2 at κ = .05 from s/2 itself.</param>
/// <param name="ApproachFromHalf">The same at each of <see cref="ApproachFractions"/>.</param>
internal sealed record StepSweep(
    BalancedProduct Theory,
    int Place,
    double LearningRateFraction,
    double Accuracy,
    IReadOnlyList<StepCount> AtTarget,
    IReadOnlyList<StepCount> AtLargerTarget,
    IReadOnlyList<StepCount> Slow,
    double SlowApproach,
    IReadOnlyList<double> ApproachFromHalf)
{
    /// <summary>κ at which steps are compared with the flow.</summary>
    public const double SlowFraction = 0.05;

    private const double TargetRatio = 4;
    private const int StartCount = 7;
    private const int ApproachCount = 35;

    /// <summary>ε/s, two a decade.</summary>
    public static IReadOnlyList<double> Fractions { get; } = Spacing.Logarithmic(1e-4, 0.1, StartCount);

    /// <summary>κ in steps of a fortieth: ½ is among them.</summary>
    public static IReadOnlyList<double> ApproachFractions { get; } = [.. Enumerable.Range(2, ApproachCount).Select(fortieth => fortieth / 40.0)];

    /// <summary>ε/s = 1e-4, at which steps are compared with the flow.</summary>
    public static double ReferenceFraction => Fractions[0];

    public int Degree => (int)Theory.Degree;

    /// <summary>The steps from <see cref="ReferenceFraction"/> at κ = .05.</summary>
    public StepCount SlowReference => Slow[0];

    public static StepSweep Take(ExperimentContext context, LearningRateSetting setting, int degree, int place)
    {
        (BalancedProduct theory, BalancedProduct larger) = (new(setting.Target, degree), new(TargetRatio * setting.Target, degree));
        double delta = setting.Accuracy;
        return new(
            theory,
            place,
            setting.Fraction,
            delta,
            Count(theory, setting.Fraction),
            Count(larger, setting.Fraction),
            Count(theory, SlowFraction),
            FromHalf(SlowFraction),
            [.. ApproachFractions.Select(FromHalf)]);

        double FromHalf(double fraction) => StepCount.Of(context, theory, 0.5, fraction, delta).Approach;

        IReadOnlyList<StepCount> Count(BalancedProduct product, double fraction) =>
            [.. Fractions.Select(start => StepCount.Of(context, product, start, fraction, delta))];
    }

    /// <summary>[F_d(½) − F_d(ε/s)]/(2κ): N1 for small κ.</summary>
    public double GrowthFormula(double initialFraction, double learningRateFraction) =>
        Theory.GrowthTime(initialFraction * Theory.Target) / (learningRateFraction * Theory.MaximumLearningRate);

    /// <summary>[log(1/δ) + A_d]/(2κ), with its O(δ): N2 for small κ.</summary>
    public double ApproachFormula(double learningRateFraction) => Theory.ApproachTime(Accuracy) / (learningRateFraction * Theory.MaximumLearningRate);
}
