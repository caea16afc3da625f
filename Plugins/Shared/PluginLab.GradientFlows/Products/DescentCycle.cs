namespace PluginLab.GradientFlows.Products;

/// <summary>A cycle of period 2 of <see cref="DescentMap"/> around its minimum.</summary>
/// <param name="Low">The smaller y.</param>
/// <param name="High">The larger y.</param>
/// <param name="Multiplier">Product of the slopes of the map at both: stable between −1 and 1.</param>
public readonly record struct DescentCycle(double Low, double High, double Multiplier)
{
    /// <summary>The cycle at degree 2: y² ∈ {1/(κr), r/κ} with r + 1/r = 1 + κ, r ≥ 1; multiplier 9 − 2(1 + κ)². Stable for 1 &lt; κ &lt; √5 − 1.</summary>
    /// <param name="learningRateFraction">κ; above 1.</param>
    public static DescentCycle OfDegreeTwo(double learningRateFraction)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(learningRateFraction, 1);
        double kappa = learningRateFraction;
        double r = ((1 + kappa) + Math.Sqrt((kappa - 1) * (kappa + 3))) / 2;
        return new(Math.Sqrt(1 / (kappa * r)), Math.Sqrt(r / kappa), 9 - (2 * (1 + kappa) * (1 + kappa)));
    }
}

/// <summary>Learning rates, as κ, at which gradient descent on a balanced product of degree d changes its character.</summary>
/// <remarks>
/// With h(y) = (2/d)(1 − y^d)y^(d−1) a 2-cycle {y₁, y₂} has h(y₁) = −h(y₂) and κ = (y₂ − y₁)/h(y₁): a curve over y, on which one condition is solved by
/// bisection. Degree 2 in closed form: 1, √5 − 1, 2.
/// </remarks>
public sealed class DescentThresholds
{
    /// <summary>κ at which the minimum turns into a cycle of period 2: 1 for every degree.</summary>
    public const double PeriodTwo = 1;

    private readonly int degree;
    private readonly double turning;

    /// <summary>Finds the thresholds.</summary>
    /// <param name="degree">The degree d; from 2 on.</param>
    public DescentThresholds(int degree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 2);
        this.degree = degree;
        turning = Math.Pow((degree - 1.0) / ((2 * degree) - 1), 1.0 / degree);
        double low = MonotoneRoot.Bisect(y => CycleFrom(y).Multiplier + 1, turning, 1 - 1e-9);
        CycleAtPeriodFour = CycleFrom(low);
        PeriodFour = LearningRateFraction(CycleAtPeriodFour);
        double outer = MonotoneRoot.Bisect(high => Peak(OuterFraction(high)) - high, 1 + 1e-9, 2);
        Escape = OuterFraction(outer);
    }

    /// <summary>κ at which that cycle turns into one of period 4.</summary>
    public double PeriodFour { get; }

    /// <summary>The cycle of period 2 there, of multiplier −1.</summary>
    public DescentCycle CycleAtPeriodFour { get; }

    /// <summary>κ beyond which even the best start escapes: there the peak of the map lands on the unstable outer 2-cycle.</summary>
    public double Escape { get; }

    private double Push(double y) => 2.0 / degree * (1 - DescentMap.Power(y, degree)) * DescentMap.Power(y, degree - 1);

    private double Slope(double y) =>
        2.0 / degree * (((degree - 1) * DescentMap.Power(y, degree - 2)) - (((2 * degree) - 1) * DescentMap.Power(y, (2 * degree) - 2)));

    private double LearningRateFraction(DescentCycle cycle) => (cycle.High - cycle.Low) / Push(cycle.Low);

    private DescentCycle CycleFrom(double low)
    {
        double push = Push(low);
        double high = MonotoneRoot.Bisect(y => Push(y) + push, 1, 2);
        double kappa = (high - low) / push;
        return new(low, high, (1 + (kappa * Slope(low))) * (1 + (kappa * Slope(high))));
    }

    /// <summary>κ of the outer cycle {high, −z}, where h(−z) = −h(high); z = high for even degrees.</summary>
    private double OuterFraction(double high)
    {
        double push = Push(high);
        double z = MonotoneRoot.Bisect(value => Push(-value) + push, degree % 2 == 0 ? 1 : 0, 2);
        return (high + z) / -push;
    }

    private double Peak(double kappa)
    {
        double summit = MonotoneRoot.Bisect(y => 1 + (kappa * Slope(y)), turning, 1);
        return summit + (kappa * Push(summit));
    }
}
