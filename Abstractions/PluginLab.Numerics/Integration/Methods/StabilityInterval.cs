namespace PluginLab.Numerics.Integration.Methods;

/// <summary>How far an explicit Runge–Kutta method is stable on the negative real axis.</summary>
internal static class StabilityInterval
{
    private const double Spacing = 0.01;
    private const int Bisections = 40;

    // |R| may touch 1 within the interval; rounding must not end it there.
    private const double Rounding = 1e-9;

    /// <summary>The largest x such that |R(−z)| ≤ 1 for all z up to x, where one step on x' = λx multiplies the state by R(hλ) = 1 + hλ Σ_k (hλ)^k bᵀA^k 1.</summary>
    /// <remarks>At most 2s² for s stages. Source: Hairer and Wanner, Solving Ordinary Differential Equations II, section IV.2.</remarks>
    public static double LengthOf(ButcherTableau tableau)
    {
        double[] coefficients = [1, .. Moments(tableau)];
        double x = Spacing;
        while (IsStable(coefficients, x))
        {
            x += Spacing;
        }

        double stable = x - Spacing;
        for (int i = 0; i < Bisections; i++)
        {
            double middle = 0.5 * (stable + x);
            (stable, x) = IsStable(coefficients, middle) ? (middle, x) : (stable, middle);
        }

        return stable;
    }

    /// <summary>bᵀA^k 1 for k = 0, 1, … below the number of stages.</summary>
    private static IEnumerable<double> Moments(ButcherTableau tableau)
    {
        double[] power = [.. tableau.Weights.Select(_ => 1.0)];
        for (int k = 0; k < tableau.Weights.Count; k++)
        {
            yield return tableau.Weights.Zip(power, (weight, entry) => weight * entry).Sum();
            power = [.. tableau.StageWeights.Select(row => row.Zip(power, (weight, entry) => weight * entry).Sum())];
        }
    }

    private static bool IsStable(double[] coefficients, double x)
    {
        double factor = 0;
        for (int k = coefficients.Length - 1; k >= 0; k--)
        {
            factor = coefficients[k] - (x * factor);
        }

        return Math.Abs(factor) <= 1 + Rounding;
    }
}
