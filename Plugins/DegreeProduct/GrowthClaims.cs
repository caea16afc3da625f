using PluginLab.Experiments;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>What note 1 says of the first phase, from ε to s/2.</summary>
internal static class GrowthClaims
{
    private const string GeneralCase = "Note 1, section 'General case, Phase 1: growth'";
    private const double TimeTolerance = 1e-6;
    private const double ExponentTolerance = 0.01;
    private const double PrefactorTolerance = 0.02;
    private const double SlopeTolerance = 0.01;
    private const double LargestStart = 0.45;

    /// <summary>How much longer a larger degree must take by the asymptotes for the statement on small starts to speak of the sweep's smallest.</summary>
    private const double SmallestAsymptoticRatio = 1.05;

    public static IEnumerable<Claim> Of(IReadOnlyList<DegreeMeasurement> measurements) =>
    [
        ReducedEquation(measurements),
        .. measurements.Select(GrowthTime),
        .. measurements.Where(measurement => measurement.Degree == 1).SelectMany(LinearGrowth),
        .. measurements.Where(measurement => measurement.Degree > 2).Take(1).Select(HyperbolicSign),
        .. measurements.Where(measurement => measurement.Degree > 2).Select(HyperbolicGrowth),
        .. measurements.Where(measurement => measurement.Degree > 2).SelectMany(PowersOfTheStart),
        SlowTakeOff([.. measurements.Where(measurement => measurement.Degree >= 2)]),
    ];

    private static Claim ReducedEquation(IReadOnlyList<DegreeMeasurement> measurements)
    {
        double worst = measurements.Max(measurement => measurement.Curve.Product
            .Zip(measurement.Curve.Times)
            .Where(point => point.First > 0 && point.First < 0.99 * measurement.Setting.Target)
            .Max(point => Math.Abs(measurement.Theory.HittingTime(measurement.Setting.InitialProduct, point.First) - point.Second) / measurement.Curve.Times[^1]));
        return new Claim
        {
            Id = "note1-35-reduced-equation",
            Statement = "Equal weights stay equal, and their product obeys $u' = d(s - u)u^{2-2/d}$: the largest error in time, relative to the length of the run, is zero.",
            Source = "Note 1, section 'General case', statement 35",
            Predicted = 0,
            Measured = worst,
            Uncertainty = 0,
            Bound = Bound.AtMost(TimeTolerance),
            Expected = Verdict.Supported,
            Control = Controls.Faster,
        };
    }

    /// <summary>The id of the claim of a degree's growth time: by degree it is about another statement.</summary>
    public static string GrowthTimeId(DegreeMeasurement measurement) => $"note1-{GrowthStatement(measurement.Degree).Number}-growth-time-{measurement.Degree}";

    private static (string Number, string Source, string Form) GrowthStatement(int degree) => degree switch
    {
        1 => ("37", GeneralCase, "$Θ(1)$, exactly $\\log(2(1 - ε/s))$"),
        2 => ("28", "Note 1, section 'Degree d = 2, Phase 1: growth'", "$Θ(\\log(s/ε)/s)$, exactly $\\log((s - ε)/ε)/(2s)$"),
        _ => ("39", GeneralCase, "$Θ(ε^{-(1-2/d)}/s)$, exactly $[F_d(1/2) - F_d(ε/s)]/(d s^{2-2/d})$"),
    };

    private static Claim GrowthTime(DegreeMeasurement measurement)
    {
        int d = measurement.Degree;
        (string number, string source, string form) = GrowthStatement(d);
        double predicted = measurement.Theory.GrowthTime(measurement.Setting.InitialProduct);
        return new Claim
        {
            Id = GrowthTimeId(measurement),
            Statement = $"At $d = {d}$ the product takes the time {form} from $ε$ to $s/2$.",
            Source = $"{source}, statement {number}",
            Predicted = predicted,
            Measured = measurement.Curve.GrowthTime,
            Uncertainty = 0,
            Bound = Bound.Near(predicted, TimeTolerance),
            Expected = Verdict.Supported,
            NotApplicable = measurement.Setting.InitialProduct > LargestStart * measurement.Setting.Target
                ? "the first phase is too short to time: it needs a start below 0.45 s"
                : null,
            Control = Controls.Faster,
        };
    }

    private static IEnumerable<Claim> LinearGrowth(DegreeMeasurement measurement)
    {
        (IReadOnlyList<double> times, IReadOnlyList<double> product) = (measurement.Growth.EarlyTimes, measurement.Growth.EarlyProduct);
        double span = times[^1];
        double growth = product[^1] - product[0];
        const string Corrected = "$w(t) = w(0) + Θ(s)t$, exactly $s - (s - ε)e^{-t}$";
        yield return new Claim
        {
            Id = "note1-36-growth-without-time",
            Statement = "At $d = 1$ the weight grows by $Θ(s)$ whatever the time: by as much after the whole early phase as after its first part.",
            Source = $"{GeneralCase}, statement 36",
            Predicted = 1,
            Measured = growth / (product[1] - product[0]),
            Uncertainty = 0,
            Bound = new Bound(0.5, 2),
            Expected = Verdict.Refuted,
            CorrectedForm = Corrected,
        };
        double predicted = (1 - Math.Exp(-span)) / span;
        yield return new Claim
        {
            Id = "note1-36-linear-growth",
            Statement = $"At $d = 1$ the weight grows linearly: {Corrected}; growth over $st$ in the early phase.",
            Source = $"{GeneralCase}, statement 36, corrected",
            Predicted = predicted,
            Measured = growth / (measurement.Setting.Target * span),
            Uncertainty = 0,
            Bound = Bound.Near(predicted, TimeTolerance),
            Expected = Verdict.Supported,
            Control = Controls.Faster,
        };
    }

    private static IEnumerable<Claim> PowersOfTheStart(DegreeMeasurement measurement)
    {
        int d = measurement.Degree;
        PowerLawFit? fit = measurement.Growth.Fit(measurement.Setting.Target);
        double exponent = (2.0 / d) - 1;
        yield return new Claim
        {
            Id = $"note1-39-exponent-{d}",
            Statement = $"At $d = {d}$ the first phase takes a time $∝ ε^{{-(1-2/d)}}$: fitted exponent for $ε ≤ 10^{{-4}}s$.",
            Source = $"{GeneralCase}, statement 39",
            Predicted = exponent,
            Measured = fit?.Exponent ?? double.NaN,
            Uncertainty = fit?.ExponentUncertainty ?? double.NaN,
            Bound = Bound.Within(exponent, ExponentTolerance),
            Expected = Verdict.Supported,
            Control = Controls.Inflation,
        };
        double smallest = GrowthSweep.InitialFractions[0] * measurement.Setting.Target;
        yield return new Claim
        {
            Id = $"note1-39-prefactor-{d}",
            Statement = $"At $d = {d}$ the constant in $Θ(ε^{{-(1-2/d)}}/s)$ is $1/(d-2)$: $T_1 (d-2) s ε^{{1-2/d}}$ at $ε = 10^{{-8}}s$.",
            Source = $"{GeneralCase}, statement 39",
            Predicted = 1,
            Measured = measurement.Growth.Times[0] / measurement.Theory.GrowthTimeAsymptote(smallest),
            Uncertainty = 0,
            Bound = Bound.Near(1, PrefactorTolerance),
            Expected = Verdict.Supported,
            Control = Controls.Faster,
        };
    }

    private static Claim HyperbolicGrowth(DegreeMeasurement measurement)
    {
        int d = measurement.Degree;
        double slope = -(d - 2) * measurement.Setting.Target;
        LinearFit? fit = measurement.Growth.EarlyFit(d);
        return new Claim
        {
            Id = $"note1-38-hyperbolic-growth-{d}",
            Statement = $"At $d = {d}$ the product blows up as $((d-2)s(t_0 - t))^{{-d/(d-2)}}$: slope of $u^{{-(1-2/d)}}$ in time while $u ≤ 10^{{-3}}s$.",
            Source = $"{GeneralCase}, statement 38",
            Predicted = slope,
            Measured = fit?.Slope ?? double.NaN,
            Uncertainty = fit?.SlopeUncertainty ?? double.NaN,
            Bound = Bound.Near(slope, SlopeTolerance),
            Expected = Verdict.Supported,
            Control = Controls.Faster,
        };
    }

    private static Claim HyperbolicSign(DegreeMeasurement measurement)
    {
        int d = measurement.Degree;
        double slope = (d - 2) * measurement.Setting.Target;
        LinearFit? fit = measurement.Growth.EarlyFit(d);
        return new Claim
        {
            Id = "note1-38-sign",
            Statement = $"At $d > 2$ the product grows as $(s(t - t_0))^{{-d/(d-2)}}$, so that $u^{{-(1-2/d)}}$ rises with time: its slope at $d = {d}$.",
            Source = $"{GeneralCase}, statement 38",
            Predicted = slope,
            Measured = fit?.Slope ?? double.NaN,
            Uncertainty = fit?.SlopeUncertainty ?? double.NaN,
            Bound = Bound.Near(slope, SlopeTolerance),
            Expected = Verdict.Refuted,
            CorrectedForm = "$u = ((d-2)s(t_0 - t))^{-d/(d-2)}$: time runs towards $t_0$",
        };
    }

    private static Claim SlowTakeOff(IReadOnlyList<DegreeMeasurement> measurements)
    {
        List<(DegreeMeasurement Smaller, DegreeMeasurement Larger)> pairs = [.. ApproachClaims.Neighbours(measurements)];
        return new Claim
        {
            Id = "note1-40-slow-take-off",
            Statement = "From a very small start, $ε = 10^{-8}s$, a larger degree from 2 on takes longer to take off: the smallest ratio of $T_1$ between neighbouring degrees is above 1.",
            Source = $"{GeneralCase}, statement 40",
            Predicted = pairs.Select(pair => LongestGrowth(pair.Larger) / LongestGrowth(pair.Smaller)).DefaultIfEmpty(double.NaN).Min(),
            Measured = pairs.Select(pair => pair.Larger.Growth.Times[0] / pair.Smaller.Growth.Times[0]).DefaultIfEmpty(double.NaN).Min(),
            Uncertainty = 0,
            Bound = Bound.AtLeast(1),
            Expected = Verdict.Supported,
            NotApplicable = pairs.Count == 0 ? "fewer than two of the degrees are 2 or larger"
                : pairs.Any(pair => LongestAsymptote(pair.Larger) < SmallestAsymptoticRatio * LongestAsymptote(pair.Smaller)) ? "the start is not small enough for degrees this large"
                : null,
            Control = Controls.Inflation,
        };
    }

    private static double LongestAsymptote(DegreeMeasurement measurement) =>
        measurement.Degree > 2 ? measurement.Theory.GrowthTimeAsymptote(GrowthSweep.InitialFractions[0] * measurement.Setting.Target) : 0;

    private static double LongestGrowth(DegreeMeasurement measurement) => measurement.Theory.GrowthTime(GrowthSweep.InitialFractions[0] * measurement.Setting.Target);
}
