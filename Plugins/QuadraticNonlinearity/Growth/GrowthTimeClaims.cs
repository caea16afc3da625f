using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.QuadraticNonlinearity.Growth;

/// <summary>Statement 49, the part that holds: exponents add up to a degree, and the degree decides how growth takes off.</summary>
internal static class GrowthTimeClaims
{
    private const string Source = "Note 1, section 'Quadratic nonlinearity', statement 49";
    private const double EventTolerance = 1e-12;

    // Dividing by the length lowers the degree of the right-hand side by one, and with it the exponent of T1.
    private static readonly Control LowerDegree = new("right-hand side divided by the length of the state", system => ChangedFlow.Of(system, new DivisionByLength()));

    public static IEnumerable<Claim> Of(GrowthTimeStudy study) =>
        [Times(study), .. study.PowerLaws.Select(Slope)];

    public static string SlopeId(GrowthTimes series) => $"note1-49-slope-{series.Name}";

    private static Claim Times(GrowthTimeStudy study)
    {
        Comparison worst = Comparison.Worst(study.Series.SelectMany(series => series.Times));
        return new Claim
        {
            Id = "note1-49-growth-time",
            Statement = $"Balanced monomials {string.Join(", ", study.Series.Select(series => $"${series.Formula}$"))} grow to $s/2$ in $T_1 = [F_D(1/2) - F_D(\\varepsilon/s)]/(\\lambda_D\\prod_i k_i^{{k_i/D}})$, the time of the product of degree $D = \\sum_i k_i$ up to a factor (the time farthest off, over $\\varepsilon/s$ from $10^{{-8}}$ to $10^{{-4}}$).",
            Source = Source,
            Predicted = worst.Predicted,
            Measured = worst.Measured,
            Uncertainty = EventTolerance * worst.Measured,
            Bound = Bound.Near(worst.Predicted, 1e-6),
            Expected = Verdict.Supported,
            Control = Control.ScaledRightHandSide(1.1),
        };
    }

    private static Claim Slope(GrowthTimes series) => new()
    {
        Id = SlopeId(series),
        Statement = $"${series.Formula}$ takes off as a product of {NumberText.Of(series.Degree)} weights does: $T_1 \\propto \\varepsilon^{{-(1-2/{NumberText.Of(series.Degree)})}}$ for small $\\varepsilon$ (fit over $\\varepsilon/s$ from $10^{{-8}}$ to $10^{{-5}}$, with its 95 % interval).",
        Source = Source,
        Predicted = series.PredictedSlope,
        Measured = series.Slope,
        Uncertainty = series.SlopeHalfWidth,
        Bound = Bound.Within(series.PredictedSlope, 0.01),
        Expected = Verdict.Supported,
        Control = LowerDegree,
    };

    private sealed class DivisionByLength : IDerivativeChange
    {
        public void Change<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            TScalar square = 0;
            foreach (TScalar weight in state)
            {
                square += weight * weight;
            }

            TScalar length = TScalar.Sqrt(square);
            foreach (ref TScalar rate in derivative)
            {
                rate /= length;
            }
        }
    }
}
