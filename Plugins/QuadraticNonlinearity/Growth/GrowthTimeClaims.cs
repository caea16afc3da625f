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
    [
        Times(study),
        Slope(study, "note1-49-slope-degree-three", [2, 1], "$w_1^2w_2$ takes off as a product of three weights does", "-1/3"),
        Slope(study, "note1-49-slope-cubed-unit", [3, 1], "$w_1^3w_2$ takes off as a product of four weights does", "-1/2"),
        Slope(study, "note1-49-slope-two-squares", [2, 2], "$w_1^2w_2^2$ takes off as a product of four weights does", "-1/2"),
    ];

    private static Claim Times(GrowthTimeStudy study)
    {
        Comparison worst = Comparison.Worst(study.Series.SelectMany(series => series.Times));
        return new Claim
        {
            Id = "note1-49-growth-time",
            Statement = "Balanced monomials of exponents (1, 1), (2, 1), (3, 1) and (2, 2) grow to $s/2$ in $T_1 = [F_D(1/2) - F_D(\\varepsilon/s)]/(\\lambda_D\\prod_i k_i^{k_i/D})$, the time of the product of degree $D = \\sum_i k_i$ up to a factor (the time farthest off, over $\\varepsilon/s$ from $10^{-8}$ to $10^{-4}$).",
            Source = Source,
            Predicted = worst.Predicted,
            Measured = worst.Measured,
            Uncertainty = EventTolerance * worst.Measured,
            Bound = Bound.Near(worst.Predicted, 1e-6),
            Expected = Verdict.Supported,
            Control = Control.ScaledRightHandSide(1.1),
        };
    }

    private static Claim Slope(GrowthTimeStudy study, string id, int[] exponents, string what, string slope)
    {
        GrowthTimes series = study.Of(exponents);
        double predicted = (2.0 / series.Degree) - 1;
        return new Claim
        {
            Id = id,
            Statement = $"{what}: $T_1 \\propto \\varepsilon^{{{slope}}}$ for small $\\varepsilon$ (fit over $\\varepsilon/s$ from $10^{{-8}}$ to $10^{{-5}}$, with its 95 % interval).",
            Source = Source,
            Predicted = predicted,
            Measured = series.Slope,
            Uncertainty = series.SlopeHalfWidth,
            Bound = Bound.Within(predicted, 0.01),
            Expected = Verdict.Supported,
            Control = LowerDegree,
        };
    }

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
