using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DegreeProduct.Weights;

/// <summary>What note 1 says of the weights when they start apart.</summary>
internal static class WeightClaims
{
    private const string Source = "Note 1, section 'General case', statement 34";
    private const string NoPair = "no degree is 2 or larger, so that there are no two weights";
    private const double Tolerance = 1e-6;

    public static IEnumerable<Claim> Of(IReadOnlyList<DegreeMeasurement> measurements)
    {
        List<UnequalStart> starts = [.. measurements.Where(measurement => measurement.Unequal is not null).Select(measurement => measurement.Unequal!)];
        string? notApplicable = starts.Count == 0 ? NoPair : null;
        double left = Largest.Of(starts.Select(start => start.LimitSpread / start.InitialSpread));
        yield return new Claim
        {
            Id = "note1-34-approach-each-other",
            Statement = "Weights that start apart approach each other in relative terms: their spread, largest over smallest, falls by the factor that the conserved $w_i^2 - w_1^2$ predict, at the degree where most of it is left.",
            Source = Source,
            Predicted = left,
            Measured = Largest.Of(starts.Select(start => start.FinalSpread / start.InitialSpread)),
            Uncertainty = 0,
            Bound = Bound.Near(starts.Count > 0 ? left : 0, 2 * Tolerance),
            Expected = Verdict.Supported,
            NotApplicable = notApplicable,
            Control = Controls.FastFirst,
        };
        yield return new Claim
        {
            Id = "note1-34-conserved",
            Statement = "The differences $w_i^2 - w_1^2$ are conserved: their largest change, relative to the largest $w_i^2$, is zero.",
            Source = $"{Source}, made exact",
            Predicted = 0,
            Measured = Largest.Of(starts.Select(start => start.Drift)),
            Uncertainty = 0,
            Bound = Bound.AtMost(Tolerance),
            Expected = Verdict.Supported,
            NotApplicable = notApplicable,
            Control = Controls.FastFirst,
        };
        yield return new Claim
        {
            Id = "note1-34-limit",
            Statement = "The final weights are $w_i = \\sqrt{w_i(0)^2 + q}$ with one $q$, so never quite equal: their largest relative deviation from this is zero.",
            Source = $"{Source}, made exact",
            Predicted = 0,
            Measured = Largest.Of(starts.Select(start => start.LimitError)),
            Uncertainty = 0,
            Bound = Bound.AtMost(Tolerance),
            Expected = Verdict.Supported,
            NotApplicable = notApplicable,
            Control = Controls.FastFirst,
        };
    }
}
