using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct.Approach;

/// <summary>What note 1 says of the second phase, from s/2 to (1 − δ)s, and what it leaves out.</summary>
internal static class ApproachClaims
{
    private const string Section = "Note 1, section 'General case, Phase 2: approach'";
    private const double RateTolerance = 5e-4;
    private const double TimeTolerance = 1e-5;

    /// <summary>Up to this degree times are held to <see cref="TimeTolerance"/>; beyond, to as much more as an error of the weights counts more in their product.</summary>
    private const double DegreeOfTolerance = 5;
    private const double CrossingTolerance = 1e-9;
    private const double RoundingOfRates = 1e-12;
    private const int SecantSteps = 2;

    /// <summary>|log s| beyond which there is no crossing to speak of.</summary>
    private const double FarthestLogarithm = 100;

    /// <summary>Accuracies up to which the missing formula, exact up to O(δ), is compared.</summary>
    private const double LargestAsymptoticAccuracy = 1e-2;

    public static IEnumerable<Claim> Of(IReadOnlyList<DegreeMeasurement> measurements) =>
    [
        .. measurements.Select(Rate),
        RateSign(measurements[^1]),
        .. measurements.Select(ApproachTime),
        .. measurements.Select(MissingFormula),
        AlwaysBetter(measurements),
        .. Neighbours(measurements).Select(pair => Crossing(pair.Smaller, pair.Larger)),
    ];

    public static IEnumerable<(DegreeMeasurement Smaller, DegreeMeasurement Larger)> Neighbours(IReadOnlyList<DegreeMeasurement> measurements) =>
        measurements.Zip(measurements.Skip(1));

    /// <summary>For every target the measured rate of the larger degree over that of the smaller one; NaN where one is missing.</summary>
    public static IEnumerable<double> RateQuotients((DegreeMeasurement Smaller, DegreeMeasurement Larger) pair) =>
        pair.Larger.Approach.Rates.Zip(pair.Smaller.Approach.Rates, (larger, smaller) => larger / smaller);

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

    private static Claim AlwaysBetter(IReadOnlyList<DegreeMeasurement> measurements)
    {
        double[] quotients = [.. Neighbours(measurements).SelectMany(RateQuotients)];
        double crossing = Neighbours(measurements).Select(pair => BalancedProduct.RateCrossing(pair.Smaller.Degree, pair.Larger.Degree)).DefaultIfEmpty(0).Max();
        return new Claim
        {
            Id = "note1-43-always-better",
            Statement = "In the second phase a bigger degree is always better: the number of targets from 0.1 to 10 at which it decays more slowly than the next smaller degree is zero.",
            Source = $"{Section}, statement 43",
            Predicted = 0,
            Measured = quotients.Any(double.IsNaN) ? double.NaN : quotients.Count(quotient => quotient < 1),
            Uncertainty = 0,
            Bound = Bound.AtMost(0),
            Expected = Verdict.Refuted,
            CorrectedForm = "degree $d + 1$ decays faster than $d$ only above $s = (d/(d+1))^{d(d+1)/2}$: $1/2$, $8/27$, $0.178$, $0.107$ for $d = 1, ..., 4$",
            Control = Controls.TargetWithoutInfluence,
            NotApplicable = crossing < measurements[0].Approach.Targets[1] ? "none of the targets lies below a crossing of the degrees" : null,
        };
    }

    private static Claim Crossing(DegreeMeasurement smaller, DegreeMeasurement larger)
    {
        (int d, int e) = (smaller.Degree, larger.Degree);
        double predicted = BalancedProduct.RateCrossing(d, e);
        // Both rates are good to 1e-12, and the crossing is as uncertain as the line between their logarithms is flat.
        double tolerance = Math.Max(CrossingTolerance, 2 * RoundingOfRates / ((2.0 / d) - (2.0 / e)));
        return new Claim
        {
            Id = $"note1-43-crossing-{d}-{e}",
            Statement = $"Degrees ${d}$ and ${e}$ decay equally fast at $s = (d/e)^{{de/(2(e-d))}}$: located where the rates at the minimum, differences of what is integrated, are equal.",
            Source = $"{Section}, statement 43, corrected",
            Predicted = predicted,
            Measured = MeasuredCrossing(smaller, larger),
            Uncertainty = 0,
            Bound = Bound.Near(predicted, tolerance),
            Expected = Verdict.Supported,
            Control = Controls.SlowFirst,
        };
    }

    private static double ToleranceAt(int degree) => TimeTolerance * Math.Max(1, degree / DegreeOfTolerance);

    /// <summary>By secant steps on the logarithm of the ratio of rates, nearly a line in log s; NaN if there is none.</summary>
    private static double MeasuredCrossing(DegreeMeasurement smaller, DegreeMeasurement larger)
    {
        (double previous, double current) = (Math.Log(smaller.Approach.Targets[0]), Math.Log(smaller.Approach.Targets[^1]));
        (double before, double now) = (LogarithmOfRatio(previous), LogarithmOfRatio(current));
        for (int i = 0; i < SecantSteps; i++)
        {
            double next = current - (now * (current - previous) / (now - before));
            if (!(Math.Abs(next) < FarthestLogarithm))
            {
                return double.NaN;
            }

            (previous, before, current, now) = (current, now, next, LogarithmOfRatio(next));
        }

        return Math.Exp(current);

        double LogarithmOfRatio(double logarithmOfTarget) =>
            Math.Log(larger.Approach.RateAtMinimum(Math.Exp(logarithmOfTarget)) / smaller.Approach.RateAtMinimum(Math.Exp(logarithmOfTarget)));
    }

    /// <summary>The quotient of measured and predicted that is farthest from 1.</summary>
    private static double Worst(ApproachSweep sweep, Func<ApproachSweep, IReadOnlyList<double>> measured, Func<double, double> predict) =>
        measured(sweep).Zip(sweep.Targets, (value, target) => value / predict(target)).MaxBy(ratio => double.IsNaN(ratio) ? double.PositiveInfinity : Math.Abs(ratio - 1));
}
