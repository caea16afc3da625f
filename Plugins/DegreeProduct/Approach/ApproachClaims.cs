using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct.Approach;

/// <summary>What note 1 says of the second phase at one degree, from s/2 to (1 − δ)s, and what it leaves out.</summary>
internal static class ApproachClaims
{
    public const string Section = "Note 1, section 'General case, Phase 2: approach'";
    private const double RateTolerance = 5e-4;
    private const double TimeTolerance = 1e-5;

    /// <summary>Up to this degree times are held to <see cref="TimeTolerance"/>; beyond, to as much more as an error of the weights counts more in their product.</summary>
    private const double DegreeOfTolerance = 5;

    /// <summary>Accuracies up to which the missing formula, exact up to O(δ), is compared.</summary>
    private const double LargestAsymptoticAccuracy = 1e-2;

    public static IEnumerable<Claim> Of(IReadOnlyList<DegreeMeasurement> measurements) =>
    [
        .. measurements.Select(Rate),
        RateSign(measurements[^1]),
        .. measurements.Select(ApproachTime),
        .. measurements.Select(MissingFormula),
    ];

    private static Claim Rate(DegreeMeasurement measurement)
    {
        int d = measurement.Degree;
        return new Claim
        {
            Id = $"note1-41-rate-{d}",
            Statement = $"At $d = {d}$ the distance to the target decays at the rate $Θ(s^{{2-2/d}})$, exactly $d s^{{2-2/d}}$: measured over predicted, the worst of targets from 0.1 to 10.",
            Source = $"{Section}, statement 41",
            Predicted = 1,
            Measured = Worst(measurement.Approach, sweep => sweep.Rates, target => new BalancedProduct(target, d).ApproachRate),
            Uncertainty = 0,
            Bound = Bound.Near(1, RateTolerance),
            Expected = Verdict.Supported,
            Control = Controls.Faster,
        };
    }

    private static Claim RateSign(DegreeMeasurement measurement)
    {
        double predicted = measurement.Degree * Math.Pow(measurement.Approach.Targets[0] / 2, 2 - (2.0 / measurement.Degree));
        return new Claim
        {
            Id = "note1-41-sign",
            Statement = $"The relative derivative of $s - u$ is $+Θ(u^{{2-2/d}})$, as the intermediate line has it: with the constant $d$, at $d = {measurement.Degree}$, $s = 0.1$ and $u = s/2$.",
            Source = $"{Section}, statement 41",
            Predicted = predicted,
            Measured = measurement.Approach.RelativeDerivative,
            Uncertainty = 0,
            Bound = Bound.Near(predicted, RateTolerance),
            Expected = Verdict.Refuted,
            CorrectedForm = "the relative derivative is $-d u^{2-2/d}$, as the note's next line has it",
            Control = Controls.Backwards,
        };
    }

    private static Claim ApproachTime(DegreeMeasurement measurement)
    {
        int d = measurement.Degree;
        double predicted = measurement.Theory.ApproachTime(measurement.Setting.Accuracy);
        (string number, string source, string form) = d == 2
            ? ("29", "Note 1, section 'Degree d = 2, Phase 2: approach'", "$Θ(\\log(1/δ)/s)$, exactly $\\log((1 - δ)/δ)/(2s)$")
            : ("42", Section, "$[F_d(1-δ) - F_d(1/2)]/(d s^{2-2/d})$, which the note leaves out");
        return new Claim
        {
            Id = $"note1-{number}-approach-time-{d}",
            Statement = $"At $d = {d}$ the product takes the time {form}, from $s/2$ to $(1-δ)s$.",
            Source = $"{source}, statement {number}",
            Predicted = predicted,
            Measured = measurement.Curve.ApproachTime,
            Uncertainty = 0,
            Bound = Bound.Near(predicted, ToleranceAt(d)),
            Expected = Verdict.Supported,
            Control = Controls.Faster,
        };
    }

    private static Claim MissingFormula(DegreeMeasurement measurement)
    {
        int d = measurement.Degree;
        double delta = measurement.Setting.Accuracy;
        double bracket = new BalancedProduct(1, d).ApproachTimeAsymptote(delta) * d;
        double remainder = 2 * delta / bracket;
        return new Claim
        {
            Id = $"note1-42-missing-formula-{d}",
            Statement = $"At $d = {d}$ the missing time is $T_2 = [\\log(1/δ) + A_d]/(d s^{{2-2/d}})$ up to $O(δ)$: measured over predicted, the worst of targets from 0.1 to 10.",
            Source = $"{Section}, statement 42: the note's sentence breaks off before the time",
            Predicted = 1,
            Measured = Worst(measurement.Approach, sweep => sweep.Times, target => new BalancedProduct(target, d).ApproachTimeAsymptote(delta)),
            Uncertainty = 0,
            Bound = Bound.Near(1, ToleranceAt(d) + Math.Abs(remainder)),
            Expected = Verdict.Supported,
            NotApplicable = delta > LargestAsymptoticAccuracy ? $"the formula is for small δ, and δ = {NumberText.Of(delta)} is above {NumberText.Of(LargestAsymptoticAccuracy)}" : null,
            Control = Controls.Faster,
        };
    }

    private static double ToleranceAt(int degree) => TimeTolerance * Math.Max(1, degree / DegreeOfTolerance);

    /// <summary>The quotient of measured and predicted that is farthest from 1.</summary>
    private static double Worst(ApproachSweep sweep, Func<ApproachSweep, IReadOnlyList<double>> measured, Func<double, double> predict) =>
        measured(sweep).Zip(sweep.Targets, (value, target) => value / predict(target)).MaxBy(ratio => double.IsNaN(ratio) ? double.PositiveInfinity : Math.Abs(ratio - 1));
}
