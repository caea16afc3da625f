namespace PluginLab.GradientFlows.Products;

/// <summary>Closed forms of a balanced product u = w₁ ⋯ w_d with equal weights, u' = d (s − u) u^(2−2/d), from 0 &lt; u &lt; s.</summary>
/// <remarks>
/// T(u₀ → u₁) = [F_d(u₁/s) − F_d(u₀/s)]/λ_d with λ_d = d s^(2−2/d) and F_d of <see cref="ProductIntegral"/>. Source: note 1, "General case", whose Θ(·)
/// become constants here. Degrees are real, from 1 on. Times are those of the loss ½(s − u)²; halve them for (s − u)².
/// </remarks>
public sealed record BalancedProduct
{
    private const int MostIterations = 200;
    private const double LongestStep = 20;
    private const double StepTolerance = 4e-15;
    private const double LargestNoise = 1e-9;
    private const double LongestScaledTime = 1e8;

    // s − u is then below 1e-300 s, and 1/(1 + e^logit) about to underflow.
    private const double LargestLogit = 700;

    /// <summary>Creates the closed forms.</summary>
    /// <param name="target">The target s; positive.</param>
    /// <param name="degree">The degree d; from 1 on, not necessarily whole.</param>
    public BalancedProduct(double target, double degree)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(target);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        (Target, Degree) = (target, degree);
    }

    /// <summary>The target s.</summary>
    public double Target { get; }

    /// <summary>The degree d.</summary>
    public double Degree { get; }

    /// <summary>λ_d = d s^(2−2/d): the rate at which s − u decays in the end, and the sharpness at the balanced minimum.</summary>
    public double ApproachRate => Degree * Math.Pow(Target, 2 - (2 / Degree));

    /// <summary>η_max = 2/λ_d: gradient descent converges to the balanced minimum below it.</summary>
    public double MaximumLearningRate => 2 / ApproachRate;

    /// <summary>1/λ_d: the learning rate at which gradient descent converges faster than any power.</summary>
    public double SuperlinearLearningRate => 1 / ApproachRate;

    /// <summary>Time from one product to another, both strictly between 0 and s (from 0 allowed for d &lt; 2); negative if <paramref name="to"/> comes first.</summary>
    public double HittingTime(double from, double to) => ProductIntegral.Between(Degree, from / Target, to / Target) / ApproachRate;

    /// <summary>T1: time of the first phase, from ε to s/2.</summary>
    public double GrowthTime(double initialProduct) => HittingTime(initialProduct, Target / 2);

    /// <summary>ε^−(1−2/d)/((d − 2) s): what T1 tends to for small ε and d &gt; 2; NaN for d ≤ 2, where T1 has no such power.</summary>
    public double GrowthTimeAsymptote(double initialProduct) =>
        Degree > 2 ? Math.Pow(initialProduct, (2 / Degree) - 1) / ((Degree - 2) * Target) : double.NaN;

    /// <summary>T2: time of the second phase, from s/2 to (1 − δ)s; exact.</summary>
    public double ApproachTime(double accuracy) => ProductIntegral.FromHalf(Degree, accuracy) / ApproachRate;

    /// <summary>[log(1/δ) + A_d]/λ_d: T2 up to O(δ), the formula missing from note 1.</summary>
    public double ApproachTimeAsymptote(double accuracy) => (-Math.Log(accuracy) + ProductIntegral.ApproachConstant(Degree)) / ApproachRate;

    /// <summary>The product after a time from 0 &lt; u₀ &lt; s (u₀ = 0 allowed for d = 1), by safeguarded Newton steps on the closed form.</summary>
    /// <returns>u(t), as exact as the time is: to about 1e-16 λ_d t of the product's growth in that time; NaN if the iteration does not settle.</returns>
    public double ProductAt(double initialProduct, double time)
    {
        if (Degree == 1)
        {
            return Target + ((initialProduct - Target) * Math.Exp(-time));
        }

        double start = initialProduct / Target;
        double goal = ApproachRate * time;
        if (goal > LongestScaledTime)
        {
            return Target;
        }

        double a = (2 / Degree) - 1;
        double logit = Math.Log(start / (1 - start));
        double x = start;
        double previousStep = double.PositiveInfinity;
        for (int i = 0; i < MostIterations; i++)
        {
            double step = Math.Clamp((goal - ElapsedAt(start, logit)) / Math.Pow(x, a), -LongestStep, LongestStep);
            logit += step;
            if (logit > LargestLogit)
            {
                return Target;
            }

            x = 1 / (1 + Math.Exp(-logit));
            bool isAtRoundingNoise = Math.Abs(step) < LargestNoise && Math.Abs(step) >= Math.Abs(previousStep);
            if (Math.Abs(step) <= StepTolerance * Math.Max(1, Math.Abs(logit)) || isAtRoundingNoise)
            {
                return Target * x;
            }

            previousStep = step;
        }

        return double.NaN;
    }

    /// <summary>(d/e)^(de/(2(e−d))): the target above which degree e approaches faster than the smaller degree d. ½, 8/27, .178, .107 for e = d + 1 and d = 1, …, 4.</summary>
    /// <param name="degree">The smaller degree d.</param>
    /// <param name="larger">The larger degree e.</param>
    public static double RateCrossing(double degree, double larger) => Math.Pow(degree / larger, CrossingExponent(degree, larger));

    /// <summary>The target above which the larger degree has the shorter second phase to a relative accuracy δ; tends to <see cref="RateCrossing"/> for δ → 0.</summary>
    /// <param name="degree">The smaller degree d.</param>
    /// <param name="larger">The larger degree e.</param>
    /// <param name="accuracy">The accuracy δ; in (0, ½).</param>
    public static double TimeCrossing(double degree, double larger, double accuracy)
    {
        double ratio = ProductIntegral.FromHalf(larger, accuracy) / ProductIntegral.FromHalf(degree, accuracy);
        return Math.Pow(ratio * degree / larger, CrossingExponent(degree, larger));
    }

    private static double CrossingExponent(double degree, double larger) => degree * larger / (2 * (larger - degree));

    private double ElapsedAt(double start, double logit)
    {
        double remaining = 1 / (1 + Math.Exp(logit));
        return remaining < 0.5
            ? ProductIntegral.Between(Degree, start, 0.5) + ProductIntegral.FromHalf(Degree, remaining)
            : ProductIntegral.Between(Degree, start, 1 / (1 + Math.Exp(-logit)));
    }
}
