using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct.LearningRate.Steps;

/// <summary>Steps of gradient descent on a product of equal weights at η = κη_max: those of the flow, corrected for the length of a step.</summary>
/// <remarks>
/// Euler's method with step h follows y' = g − (h/2)g'g instead of y' = g (backward error analysis: Hairer, Lubich and Wanner, Geometric Numerical Integration, chapter IX), so that from a
/// to b it takes ∫ dy/(hg) + ½ log(g(b)/g(a)) + O(h) steps. Here h = 2κ and g = G_d(x)/d with G_d(x) = (1 − x)x^(1−1/d), x = u/s. Near the target it multiplies distances by 1 − 2κ exactly.
/// </remarks>
/// <param name="Degree">d.</param>
/// <param name="Fraction">κ.</param>
internal readonly record struct DiscreteSteps(int Degree, double Fraction)
{
    /// <summary>κ from which on the second phase is not monotone: iterates pass the target, and when they settle depends on where they passed it.</summary>
    public const double LargestMonotoneFraction = 0.5;

    /// <summary>N1 = [F_d(½) − F_d(ε/s)]/(2κ) + ½ log(G_d(½)/G_d(ε/s)): whole steps are this, rounded up. At d = 1 exactly log(½/(1 − ε/s))/log(1 − 2κ), and 0 from κ = ½ on.</summary>
    /// <param name="initialFraction">ε/s; in (0, ½).</param>
    public double Growth(double initialFraction) => Degree == 1
        ? Fraction < LargestMonotoneFraction ? Math.Log(0.5 / (1 - initialFraction)) / Math.Log(1 - (2 * Fraction)) : 0
        : (ProductIntegral.Between(Degree, initialFraction, 0.5) / (2 * Fraction)) + (Math.Log(Speed(0.5) / Speed(initialFraction)) / 2);

    /// <summary>N2 = [log(1/δ) + A_d + κ(A_d + (2 − 1/d) log 2)]/(−log(1 − 2κ)), to first order in κ: the linearized map, and how far s/2 is from its range. At d = 1 exactly log(1/(2δ))/(−log(1 − 2κ)).</summary>
    /// <param name="accuracy">δ.</param>
    public double Approach(double accuracy)
    {
        double constant = ProductIntegral.ApproachConstant(Degree);
        double correction = Fraction * (constant + ((2 - (1.0 / Degree)) * Math.Log(2)));
        return (constant + correction - Math.Log(accuracy)) / -Math.Log(1 - (2 * Fraction));
    }

    /// <summary>Steps that the scale-free map takes from s/2 itself to (1 − δ)s. Up to κ = ½ it rises from there without passing the target, and from any start the second phase takes as many or one less.</summary>
    /// <param name="accuracy">δ.</param>
    public int CountFromHalf(double accuracy)
    {
        DescentMap map = new(Degree, Fraction);
        double y = Math.Pow(0.5, 1.0 / Degree);
        int steps = 0;
        while (1 - Math.Pow(y, Degree) > accuracy)
        {
            y = map.Next(y);
            steps++;
        }

        return steps;
    }

    private double Speed(double x) => (1 - x) * Math.Pow(x, 1 - (1.0 / Degree));
}
