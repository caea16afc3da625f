namespace PluginLab.GradientFlows.Products;

/// <summary>Gradient descent on a balanced product of degree d, scale-free: y ← y + (2κ/d)(1 − y^d) y^(d−1) with y = w/s^(1/d), κ = ηλ_d/2.</summary>
/// <remarks>Source: note 1, the to-dos of the sections "Learning rate", answered. The minimum y = 1 is stable for κ &lt; 1; κ = ½ converges faster than any power.</remarks>
public sealed class DescentMap
{
    /// <summary>Creates the map.</summary>
    /// <param name="degree">The degree d; from 1 on.</param>
    /// <param name="learningRateFraction">κ, the learning rate as a fraction of the largest stable one; positive.</param>
    public DescentMap(int degree, double learningRateFraction)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(learningRateFraction);
        (Degree, LearningRateFraction) = (degree, learningRateFraction);
    }

    /// <summary>The degree d.</summary>
    public int Degree { get; }

    /// <summary>κ.</summary>
    public double LearningRateFraction { get; }

    /// <summary>The next y.</summary>
    public double Next(double y)
    {
        double power = Power(y, Degree - 1);
        return y + (2 * LearningRateFraction / Degree * (1 - (power * y)) * power);
    }

    /// <summary>Counts the steps of both phases from a balanced start.</summary>
    /// <param name="initialFraction">ε/s; in (0, ½).</param>
    /// <param name="accuracy">δ; in (0, ½).</param>
    /// <param name="mostSteps">Steps after which to give up.</param>
    /// <returns>
    /// Steps to u ≥ s/2, and from there to the first of two consecutive u with |u − s| ≤ δs; null for a phase that did not end.
    /// </returns>
    public (int? Growth, int? Approach) CountSteps(double initialFraction, double accuracy, int mostSteps)
    {
        double y = Math.Pow(initialFraction, 1.0 / Degree);
        int? growth = null;
        bool wasAccurate = false;
        for (int step = 0; step <= mostSteps; step++)
        {
            double fraction = Power(y, Degree);
            growth ??= fraction >= 0.5 ? step : null;
            bool isAccurate = Math.Abs(1 - fraction) <= accuracy;
            if (isAccurate && wasAccurate && growth is { } start)
            {
                return (growth, Math.Max(0, step - 1 - start));
            }

            (wasAccurate, y) = (isAccurate, Next(y));
        }

        return (growth, null);
    }

    internal static double Power(double value, int exponent)
    {
        double power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= value;
        }

        return power;
    }
}
