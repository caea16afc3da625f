namespace PluginLab.GradientFlows.Products;

/// <summary>Times at which a monomial with any start reaches given products, by quadrature along its orbit.</summary>
/// <remarks>
/// On wᵢ² = kᵢ(aᵢ + r) the weight y of smallest wᵢ²/kᵢ obeys y' = (s − m) k y^(k−1) Π_{j≠i} wⱼ^kⱼ, so that t = ∫ dy / that. The integrand is smooth also
/// where y crosses zero with k = 1. Next to the target, where s − m computed from y would be rounding, v = −log |1 − m/s| takes its place:
/// v' = m² Σ kᵢ²/wᵢ². Adaptive Gauss–Kronrod quadrature, in log |y| where y keeps its sign; relative accuracy about 1e-12.
/// Source: note 1, "General case", with the conserved quantities.
/// </remarks>
public sealed class MonomialHittingTime
{
    /// <summary>|1 − m/s| from which on the distance to the target is what is integrated over.</summary>
    private const double NearTarget = 0.5;

    private readonly double target;
    private readonly IReadOnlyList<int> exponents;
    private readonly MonomialOrbit orbit;
    private readonly double signOfOthers;
    private readonly double start;
    private readonly double initialProduct;

    /// <summary>Prepares the orbit of a start.</summary>
    /// <param name="target">The target s.</param>
    /// <param name="exponents">The exponents kᵢ ≥ 1.</param>
    /// <param name="initialState">wᵢ(0), one per exponent.</param>
    public MonomialHittingTime(double target, IReadOnlyList<int> exponents, IReadOnlyList<double> initialState)
    {
        ArgumentNullException.ThrowIfNull(initialState);
        (this.target, this.exponents, orbit) = (target, exponents, new MonomialOrbit(exponents, initialState));
        start = initialState[orbit.Smallest];
        initialProduct = new Monomial(target, exponents).EvaluateProduct([.. initialState]);
        signOfOthers = exponents.Select((exponent, i) => exponent % 2 == 0 || i == orbit.Smallest ? 1 : orbit.Signs[i]).Aggregate(1, (a, b) => a * b);
    }

    /// <summary>Time at which the product reaches a level.</summary>
    /// <returns>The time; NaN if the flow never reaches the level after the start.</returns>
    public double To(double product)
    {
        bool isAhead = (product - initialProduct) * (target - product) > 0 || (product == initialProduct && product != target);
        if (!isAhead || !IsNearTarget(product))
        {
            return isAhead ? TimeTo(product) : double.NaN;
        }

        double edge = target + (NearTarget * Math.Abs(target) * Math.Sign(initialProduct - target));
        return IsNearTarget(initialProduct) ? Approach(initialProduct, product) : TimeTo(edge) + Approach(edge, product);
    }

    private bool IsNearTarget(double product) => Math.Abs(target - product) < NearTarget * Math.Abs(target);

    private double Approach(double from, double to)
    {
        double side = Math.Sign((target - from) / target);
        return GaussKronrod.Integrate(
            v =>
            {
                double product = target * (1 - (side * Math.Exp(-v)));
                return 1 / (product * product * orbit.Steepness(orbit.PositionOf(Math.Abs(product))));
            },
            -Math.Log(Math.Abs((target - from) / target)),
            -Math.Log(Math.Abs((target - to) / target)));
    }

    private double TimeTo(double product)
    {
        int exponent = exponents[orbit.Smallest];
        double end = orbit.Weight(orbit.PositionOf(Math.Abs(product)), orbit.Smallest);
        double sign = exponent % 2 == 0 ? Math.Sign(start) : Math.Sign(product) * signOfOthers;
        bool isOnOrbit = exponent % 2 == 1 || product == 0 || Math.Sign(product) == signOfOthers;
        bool needsCrossing = start * sign < 0 || start == 0 || sign == 0;
        return isOnOrbit && (!needsCrossing || orbit.CanCross) ? Integrate(sign * end) : double.NaN;
    }

    private double Integrate(double end)
    {
        const double LargestRatioOfLinearScale = 4;
        double ratio = end / start;
        if (!(ratio > 0) || (ratio < LargestRatioOfLinearScale && ratio > 1 / LargestRatioOfLinearScale))
        {
            return GaussKronrod.Integrate(y => 1 / Speed(y), start, end);
        }

        double sign = Math.Sign(start);
        return GaussKronrod.Integrate(
            v =>
            {
                double y = sign * Math.Exp(v);
                return y / Speed(y);
            },
            Math.Log(Math.Abs(start)),
            Math.Log(Math.Abs(end)));
    }

    private double Speed(double y)
    {
        int exponent = exponents[orbit.Smallest];
        double others = signOfOthers * orbit.Magnitude(y * y / exponent, orbit.Smallest);
        double lower = Math.Pow(y, exponent - 1);
        return (target - (lower * y * others)) * exponent * lower * others;
    }
}
