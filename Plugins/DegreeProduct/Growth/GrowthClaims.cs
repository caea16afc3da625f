using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DegreeProduct.Growth;

/// <summary>What note 1 says of the first phase, from ε to s/2.</summary>
internal static class GrowthClaims
{
    public const string GeneralCase = "Note 1, section 'General case, Phase 1: growth'";
    private const double TimeTolerance = 1e-6;
    private const double LargestStart = 0.45;

    public static IEnumerable<Claim> Of(IReadOnlyList<DegreeMeasurement> measurements) =>
    [
        ReducedEquation(measurements),
        .. measurements.Select(GrowthTime),
        .. measurements.Where(measurement => measurement.Degree == 1).SelectMany(LinearGrowth),
    ];

    private static Claim ReducedEquation(IReadOnlyList<DegreeMeasurement> measurements)
    {
        double worst = Largest.Of(measurements.SelectMany(ErrorsInTime));
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

    /// <summary>How far the times at which the product is measured are from those of the closed form, over the length of the run; NaN if the run broke off.</summary>
    private static IEnumerable<double> ErrorsInTime(DegreeMeasurement measurement)
    {
        ProductCurve curve = measurement.Curve;
        return curve.IsBroken ? [double.NaN] : curve.Product.Zip(curve.Times)
            .Where(point => !(point.First <= 0) && !(point.First >= 0.99 * measurement.Setting.Target))
            .Select(point => Math.Abs(measurement.Theory.HittingTime(measurement.Setting.InitialProduct, point.First) - point.Second) / curve.Times[^1]);
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
        EarlyGrowth early = measurement.Growth.Early;
        double span = early.Span;
        const string Corrected = "$w(t) = w(0) + Θ(s)t$, exactly $s - (s - ε)e^{-t}$";
        yield return new Claim
        {
            Id = "note1-36-growth-without-time",
            Statement = "At $d = 1$ the weight grows by $Θ(s)$ whatever the time: by as much after the whole early phase as after its first part.",
            Source = $"{GeneralCase}, statement 36",
            Predicted = 1,
            Measured = early.Rise / early.FirstRise,
            Uncertainty = 0,
            Bound = new Bound(0.5, 2),
            Expected = Verdict.Refuted,
            CorrectedForm = Corrected,
            Control = Controls.Burst,
        };
        double predicted = (1 - Math.Exp(-span)) / span;
        yield return new Claim
        {
            Id = "note1-36-linear-growth",
            Statement = $"At $d = 1$ the weight grows linearly: {Corrected}; growth over $st$ in the early phase.",
            Source = $"{GeneralCase}, statement 36, corrected",
            Predicted = predicted,
            Measured = early.Rise / (measurement.Setting.Target * span),
            Uncertainty = 0,
            Bound = Bound.Near(predicted, TimeTolerance),
            Expected = Verdict.Supported,
            Control = Controls.Faster,
        };
    }
}
