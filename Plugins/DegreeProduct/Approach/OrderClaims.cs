using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct.Approach;

/// <summary>What note 1 says of the second phase at neighbouring degrees: which of them is faster.</summary>
internal static class OrderClaims
{
    private const double CrossingTolerance = 1e-9;
    private const double RoundingOfRates = 1e-12;
    private const int SecantSteps = 2;

    /// <summary>|log s| beyond which there is no crossing to speak of.</summary>
    private const double FarthestLogarithm = 100;

    public static IEnumerable<Claim> Of(IReadOnlyList<DegreeMeasurement> measurements) =>
        [AlwaysBetter(measurements), .. Neighbours(measurements).Select(pair => Crossing(pair.Smaller, pair.Larger))];

    public static IEnumerable<(DegreeMeasurement Smaller, DegreeMeasurement Larger)> Neighbours(IReadOnlyList<DegreeMeasurement> measurements) =>
        measurements.Zip(measurements.Skip(1));

    /// <summary>For every target the measured rate of the larger degree over that of the smaller one; NaN where one is missing.</summary>
    public static IEnumerable<double> RateQuotients((DegreeMeasurement Smaller, DegreeMeasurement Larger) pair) =>
        pair.Larger.Approach.Rates.Zip(pair.Smaller.Approach.Rates, (larger, smaller) => larger / smaller);

    private static Claim AlwaysBetter(IReadOnlyList<DegreeMeasurement> measurements)
    {
        double[] quotients = [.. Neighbours(measurements).SelectMany(RateQuotients)];
        double crossing = Neighbours(measurements).Select(pair => BalancedProduct.RateCrossing(pair.Smaller.Degree, pair.Larger.Degree)).DefaultIfEmpty(0).Max();
        return new Claim
        {
            Id = "note1-43-always-better",
            Statement = "In the second phase a bigger degree is always better: the number of targets from 0.1 to 10 at which it decays more slowly than the next smaller degree is zero.",
            Source = $"{ApproachClaims.Section}, statement 43",
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
            Source = $"{ApproachClaims.Section}, statement 43, corrected",
            Predicted = predicted,
            Measured = MeasuredCrossing(smaller, larger),
            Uncertainty = 0,
            Bound = Bound.Near(predicted, tolerance),
            Expected = Verdict.Supported,
            Control = Controls.SlowFirst,
        };
    }

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
}
