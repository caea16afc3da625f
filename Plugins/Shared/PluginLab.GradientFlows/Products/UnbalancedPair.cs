namespace PluginLab.GradientFlows.Products;

/// <summary>Closed forms of two weights with any start: w₁' = (s − w₁w₂)w₂, w₂' = (s − w₁w₂)w₁.</summary>
/// <remarks>
/// With c = w₁² − w₂² conserved, z = (w₁ + w₂)² obeys z' = 2sz − (z² − c²)/2 = (z₊ − z)(z − z₋)/2, z± = 2s ± R, R = √(4s² + c²), and
/// w₁w₂ = (z − c²/z)/4, w₁/w₂ = (z + c)/(z − c). For s &lt; 0, and for s ≥ 0 on the anti-diagonal w₁ = −w₂ (which ends in the saddle), the same forms
/// hold for (w₁, −w₂) and −s. Any real s and weights; differences that would cancel are rewritten, so results are good to about 1e-14.
/// </remarks>
public sealed class UnbalancedPair
{
    private readonly double s;
    private readonly double sign;
    private readonly double sum;

    /// <summary>Creates the closed forms.</summary>
    /// <param name="target">The target s.</param>
    /// <param name="first">w₁(0).</param>
    /// <param name="second">w₂(0).</param>
    public UnbalancedPair(double target, double first, double second)
    {
        bool isMirrored = target < 0 || (first + second == 0 && target >= 0);
        sign = isMirrored ? -1 : 1;
        s = sign * target;
        sum = first + (sign * second);
        Target = target;
        Conserved = (first - second) * (first + second);
        Sharpness = double.Hypot(2 * s, Conserved);
    }

    /// <summary>The target s.</summary>
    public double Target { get; }

    /// <summary>c = w₁² − w₂².</summary>
    public double Conserved { get; }

    /// <summary>R = √(4s² + c²): the sharpness at the minimum that the flow reaches, and the rate of the final approach.</summary>
    public double Sharpness { get; }

    /// <summary>2/R: gradient descent stays at that minimum below it.</summary>
    public double MaximumLearningRate => 2 / Sharpness;

    /// <summary>exp(asinh(c/(2s))): w₁/w₂ in the end, that is ρ with ρ − 1/ρ = c/s; negative for s &lt; 0; 1 for c = 0. Infinite or 0 for s = 0.</summary>
    public double FinalRatio => sign * Math.Exp(Math.Asinh(Conserved / (2 * s)));

    /// <summary>The weights in the end; on the saddle's stable line (w₁ = −w₂ for s &gt; 0), and for s = c = 0, that is (0, 0).</summary>
    public (double First, double Second) Limit => Weights(UpperRoot);

    // z₊ and z₋ in the mirrored variables, where the smaller of the two is a difference that would cancel.
    private double UpperRoot => s >= 0 ? (2 * s) + Sharpness : Conserved * Conserved / (Sharpness - (2 * s));

    private double LowerRoot => s > 0 ? -(Conserved * Conserved) / (Sharpness + (2 * s)) : (2 * s) - Sharpness;

    /// <summary>The weights after a time t ≥ 0: z(t) = [2z₀e + z₊(z₀ − z₋)φ]/[2e + (z₀ − z₋)φ] with e = e^(−Rt), φ = (1 − e)/R.</summary>
    public (double First, double Second) StateAt(double time)
    {
        double z = sum * sum;
        double decay = Math.Exp(-Sharpness * time);
        double half = 0.5 * Sharpness * time;
        double phi = Sharpness == 0 ? time : half < 1 ? 2 * Math.Exp(-half) * Math.Sinh(half) / Sharpness : (1 - decay) / Sharpness;
        double weight = (z - LowerRoot) * phi;
        return Weights(((2 * z * decay) + (UpperRoot * weight)) / ((2 * decay) + weight));
    }

    /// <summary>Time at which the product reaches a level: (1/R) log of the quotient of (z − z₋)/(z₊ − z) there and at the start, z = 2p + √(4p² + c²).</summary>
    /// <returns>The time; NaN if the level is not reached after the start.</returns>
    public double HittingTime(double product)
    {
        double p = sign * product;
        double root = double.Hypot(2 * p, Conserved);
        double z = p >= 0 ? (2 * p) + root : Conserved * Conserved / (root - (2 * p));
        double left = (s - p) * (2 + (4 * (s + p) / (Sharpness + root)));
        return TimeTo(z, left);
    }

    /// <summary>Time at which w₁/w₂ reaches a ratio.</summary>
    /// <returns>The time; NaN if the ratio is not reached after the start, or if c = 0, where it is always ±1.</returns>
    public double RatioHittingTime(double ratio)
    {
        double z = Conserved * ((sign * ratio) + 1) / ((sign * ratio) - 1);
        return Conserved == 0 ? double.NaN : TimeTo(z, UpperRoot - z);
    }

    private double TimeTo(double z, double left)
    {
        double start = sum * sum;
        double time = Sharpness == 0
            ? 2 * ((1 / z) - (1 / start))
            : Math.Log((z - LowerRoot) / left * (UpperRoot - start) / (start - LowerRoot)) / Sharpness;
        return time >= 0 && double.IsFinite(time) ? time : double.NaN;
    }

    private (double First, double Second) Weights(double z)
    {
        double total = Math.CopySign(Math.Sqrt(z), sum);
        double difference = total == 0 ? 0 : Conserved / total;
        return ((total + difference) / 2, sign * (total - difference) / 2);
    }
}
