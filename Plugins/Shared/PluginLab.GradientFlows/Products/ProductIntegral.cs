namespace PluginLab.GradientFlows.Products;

/// <summary>F_d(x) = ∫ x^−(2−2/d)/(1 − x) dx: the time of a balanced product of degree d, in units of 1/λ_d, as a function of x = u/s.</summary>
/// <remarks>
/// F_d(x) = Σ_{n≥0} x^(n+a)/(n + a) with a = 2/d − 1, where log x stands for the first term at d = 2: that is x^a/a · ₂F₁(1, a; a+1; x). For x up to ½
/// this series is used; above, F_d(x) = C_d − log y − H_d(y) with y = 1 − x and H_d(y) = Σ_{k≥1} (1−a)_k/(k! k) y^k, whose terms are all positive, so
/// that both ends are reached without cancellation. Special cases: F_1 = −log(1 − x), F_2 = log(x/(1 − x)), F_4 = −2/√x + log((1 + √x)/(1 − √x)).
/// Degrees are real, from 1 on. Accurate to a few units in 10¹⁵ of the largest term.
/// </remarks>
public static class ProductIntegral
{
    private const double TermTolerance = 1e-18;
    private const double Half = 0.5;

    /// <summary>F_d(x) for 0 &lt; x &lt; 1; at 0 it is 0 for d &lt; 2 and −∞ from there on; +∞ at 1.</summary>
    public static double Evaluate(double degree, double x)
    {
        Check(degree);
        double inner = Math.Min(x, Half);
        double a = (2 / degree) - 1;
        double sum = a == 0 ? Math.Log(inner) : Math.Pow(inner, a) / a;
        double power = Math.Pow(inner, 2 / degree);
        double exponent = 2 / degree;
        while (power > TermTolerance * Math.Abs(sum) * exponent && power > 0)
        {
            sum += power / exponent;
            (power, exponent) = (power * inner, exponent + 1);
        }

        return x <= Half ? sum : sum + FromHalf(degree, 1 - x);
    }

    /// <summary>F_d(to) − F_d(from) without cancellation; both in (0, 1), 0 allowed for d &lt; 2.</summary>
    public static double Between(double degree, double from, double to)
    {
        Check(degree);
        double below = UpToHalf(degree, Math.Min(from, Half), Math.Min(to, Half));
        double above = (to > Half ? FromHalf(degree, 1 - to) : 0) - (from > Half ? FromHalf(degree, 1 - from) : 0);
        return below + above;
    }

    /// <summary>F_d(1 − y) − F_d(½) = log(1/(2y)) + H_d(½) − H_d(y): the second phase, up to the remaining distance y in (0, 1).</summary>
    public static double FromHalf(double degree, double remaining)
    {
        Check(degree);
        return remaining <= Half
            ? -Math.Log(2 * remaining) + Remainder(degree, Half) - Remainder(degree, remaining)
            : -UpToHalf(degree, 1 - remaining, Half);
    }

    /// <summary>A_d = C_d − F_d(½) = H_d(½) − log 2: the second phase takes log(1/δ) + A_d + O(δ). −log 2, 0, .29177, .45197, .55314 for d = 1, …, 5; tends to 1.</summary>
    public static double ApproachConstant(double degree)
    {
        Check(degree);
        return Remainder(degree, Half) - Math.Log(2);
    }

    /// <summary>C_d = lim F_d(x) + log(1 − x) for x → 1, that is −(ψ(2/d − 1) + γ); 0 at d = 1 and 2.</summary>
    public static double LimitConstant(double degree) => ApproachConstant(degree) + Evaluate(degree, Half);

    private static void Check(double degree)
    {
        if (!(degree >= 1 && double.IsFinite(degree)))
        {
            throw new ArgumentOutOfRangeException(nameof(degree), degree, "The degree must be a number from 1 on.");
        }
    }

    private static double UpToHalf(double degree, double from, double to)
    {
        if (from == 0 || to == 0)
        {
            return Evaluate(degree, to) - Evaluate(degree, from);
        }

        double ratio = Math.Log(to / from);
        double mean = Math.Sqrt(from) * Math.Sqrt(to);
        double sum = 0;
        double term;
        int n = 0;
        do
        {
            double exponent = n == 0 ? (2 / degree) - 1 : n - 1 + (2 / degree);
            term = PowerDifference(mean, ratio, exponent);
            sum += term;
            n++;
        }
        while (Math.Abs(term) > TermTolerance * Math.Abs(sum));

        return sum;
    }

    /// <summary>(x^p − y^p)/p from the geometric mean of x and y and log(x/y), also for p near 0.</summary>
    private static double PowerDifference(double mean, double logarithmOfRatio, double p)
    {
        double z = 0.5 * p * logarithmOfRatio;
        return Math.Pow(mean, p) * logarithmOfRatio * (z == 0 ? 1 : Math.Sinh(z) / z);
    }

    private static double Remainder(double degree, double y)
    {
        double rise = 2 - (2 / degree);
        double coefficient = 1;
        double sum = 0;
        double term = double.PositiveInfinity;
        for (int k = 1; term > TermTolerance * sum; k++)
        {
            coefficient *= (rise + k - 1) / k * y;
            term = coefficient / k;
            sum += term;
        }

        return sum;
    }
}
