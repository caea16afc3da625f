using PluginLab.Experiments;
using PluginLab.Numerics.Fitting;
using PluginLab.Plugins.DegreeProduct.Approach;

namespace PluginLab.Plugins.DegreeProduct.Growth;

/// <summary>What note 1 says of the first phase above degree 2: a hyperbola in time, a power of the start.</summary>
internal static class TakeOffClaims
{
    private const double ExponentTolerance = 0.01;
    private const double PrefactorTolerance = 0.02;
    private const double SlopeTolerance = 0.01;

    /// <summary>How much longer a larger degree must take by the asymptotes for the statement on small starts to speak of the sweep's smallest.</summary>
    private const double SmallestAsymptoticRatio = 1.05;

    public static IEnumerable<Claim> Of(IReadOnlyList<DegreeMeasurement> measurements)
    {
        List<DegreeMeasurement> hyperbolic = [.. measurements.Where(measurement => measurement.Degree > 2)];
        return
        [
            .. hyperbolic.Take(1).Select(HyperbolicSign),
            .. hyperbolic.Select(HyperbolicGrowth),
            .. hyperbolic.SelectMany(PowersOfTheStart),
            SlowTakeOff([.. measurements.Where(measurement => measurement.Degree >= 2)]),
        ];
    }

    private static IEnumerable<Claim> PowersOfTheStart(DegreeMeasurement measurement)
    {
        int d = measurement.Degree;
        PowerLawFit? fit = measurement.Growth.Fit;
        double exponent = (2.0 / d) - 1;
        yield return new Claim
        {
            Id = $"note1-39-exponent-{d}",
            Statement = $"At $d = {d}$ the first phase takes a time $∝ ε^{{-(1-2/d)}}$: fitted exponent for $ε ≤ 10^{{-5}}s$, with its 95 % interval.",
            Source = $"{GrowthClaims.GeneralCase}, statement 39",
            Predicted = exponent,
            Measured = fit?.Exponent ?? double.NaN,
            Uncertainty = fit?.ExponentInterval(FitUncertainty.Window).HalfWidth ?? double.NaN,
            Bound = Bound.Within(exponent, ExponentTolerance),
            Expected = Verdict.Supported,
            Control = Controls.Inflation,
        };
        double smallest = measurement.Growth.Starts[0];
        yield return new Claim
        {
            Id = $"note1-39-prefactor-{d}",
            Statement = $"At $d = {d}$ the constant in $Θ(ε^{{-(1-2/d)}}/s)$ is $1/(d-2)$: $T_1 (d-2) s ε^{{1-2/d}}$ at $ε = 10^{{-8}}s$.",
            Source = $"{GrowthClaims.GeneralCase}, statement 39",
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
        LinearFit? fit = measurement.Growth.Early.Fit(measurement.Setting.Target, d);
        return new Claim
        {
            Id = $"note1-38-hyperbolic-growth-{d}",
            Statement = $"At $d = {d}$ the product blows up as $((d-2)s(t_0 - t))^{{-d/(d-2)}}$: slope of $u^{{-(1-2/d)}}$ in time while $u ≤ 10^{{-3}}s$.",
            Source = $"{GrowthClaims.GeneralCase}, statement 38",
            Predicted = slope,
            Measured = fit?.Slope ?? double.NaN,
            Uncertainty = fit?.SlopeInterval(FitUncertainty.Window).HalfWidth ?? double.NaN,
            Bound = Bound.Near(slope, SlopeTolerance),
            Expected = Verdict.Supported,
            Control = Controls.Faster,
        };
    }

    private static Claim HyperbolicSign(DegreeMeasurement measurement)
    {
        int d = measurement.Degree;
        double slope = (d - 2) * measurement.Setting.Target;
        LinearFit? fit = measurement.Growth.Early.Fit(measurement.Setting.Target, d);
        return new Claim
        {
            Id = "note1-38-sign",
            Statement = $"At $d > 2$ the product grows as $(s(t - t_0))^{{-d/(d-2)}}$, so that $u^{{-(1-2/d)}}$ rises with time: its slope at $d = {d}$.",
            Source = $"{GrowthClaims.GeneralCase}, statement 38",
            Predicted = slope,
            Measured = fit?.Slope ?? double.NaN,
            Uncertainty = fit?.SlopeInterval(FitUncertainty.Window).HalfWidth ?? double.NaN,
            Bound = Bound.Near(slope, SlopeTolerance),
            Expected = Verdict.Refuted,
            CorrectedForm = "$u = ((d-2)s(t_0 - t))^{-d/(d-2)}$: time runs towards $t_0$",
            Control = Controls.Backwards,
        };
    }

    private static Claim SlowTakeOff(IReadOnlyList<DegreeMeasurement> measurements)
    {
        List<(DegreeMeasurement Smaller, DegreeMeasurement Larger)> pairs = [.. OrderClaims.Neighbours(measurements)];
        return new Claim
        {
            Id = "note1-40-slow-take-off",
            Statement = "From a very small start, $ε = 10^{-8}s$, a larger degree from 2 on takes longer to take off: the smallest ratio of $T_1$ between neighbouring degrees is above 1.",
            Source = $"{GrowthClaims.GeneralCase}, statement 40",
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
        measurement.Degree > 2 ? measurement.Theory.GrowthTimeAsymptote(measurement.Growth.Starts[0]) : 0;

    private static double LongestGrowth(DegreeMeasurement measurement) => measurement.Theory.GrowthTime(measurement.Growth.Starts[0]);
}
