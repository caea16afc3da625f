namespace PluginLab.GradientFlows.Products;

/// <summary>
/// The curve that the conserved quantities confine a monomial to: wᵢ² = wᵢ(0)² + kᵢq, written as wᵢ² = kᵢ(aᵢ + r) with aᵢ ≥ 0 and the smallest aᵢ = 0.
/// </summary>
internal sealed class MonomialOrbit
{
    private const int MostIterations = 400;
    private readonly int[] exponents;
    private readonly double[] offsets;

    public MonomialOrbit(IReadOnlyList<int> exponents, IReadOnlyList<double> initialState)
    {
        if (exponents.Count != initialState.Count)
        {
            throw new ArgumentException($"{initialState.Count} weights but {exponents.Count} exponents.", nameof(initialState));
        }

        this.exponents = [.. exponents];
        double[] scaled = [.. initialState.Select((weight, i) => weight * weight / exponents[i])];
        InitialPosition = scaled.Min();
        offsets = [.. scaled.Select(value => value - InitialPosition)];
        Smallest = Array.IndexOf(scaled, InitialPosition);
        IsTied = scaled.Count(value => value == InitialPosition) > 1;
        Signs = [.. initialState.Select(weight => weight < 0 ? -1 : 1)];
        InitialSign = initialState.Select((weight, i) => exponents[i] % 2 == 0 ? Math.Abs(Math.Sign(weight)) : Math.Sign(weight)).Aggregate(1, (a, b) => a * b);
    }

    /// <summary>r at the start: the smallest wᵢ²/kᵢ.</summary>
    public double InitialPosition { get; }

    /// <summary>The weight with the smallest wᵢ²/kᵢ, the only one that may cross zero.</summary>
    public int Smallest { get; }

    /// <summary>Whether several weights share the smallest wᵢ²/kᵢ, so that r = 0 is a saddle.</summary>
    public bool IsTied { get; }

    /// <summary>Whether the smallest weight passes through zero with nonzero speed.</summary>
    public bool CanCross => !IsTied && exponents[Smallest] == 1;

    /// <summary>Signs of the weights at the start; +1 for zero.</summary>
    public int[] Signs { get; }

    /// <summary>Sign of the monomial at the start; 0 if it vanishes.</summary>
    public int InitialSign { get; }

    /// <summary>|m| on the orbit at r, without the factor of the weight at <paramref name="left"/> (−1 for none).</summary>
    public double Magnitude(double r, int left)
    {
        double product = 1;
        for (int i = 0; i < exponents.Length; i++)
        {
            product *= i == left ? 1 : Math.Pow(exponents[i] * (offsets[i] + r), 0.5 * exponents[i]);
        }

        return product;
    }

    /// <summary>|wᵢ| at r.</summary>
    public double Weight(double r, int index) => Math.Sqrt(exponents[index] * (offsets[index] + r));

    /// <summary>Σ kᵢ²/wᵢ² at r: the sharpness of a minimum there, over s².</summary>
    public double Steepness(double r) => exponents.Zip(offsets, (exponent, offset) => exponent / (offset + r)).Sum();

    /// <summary>The r with |m| = level: Newton steps in log r on the convex function Σ kᵢ log(kᵢ(aᵢ + r)) from above, so that they never overshoot.</summary>
    public double PositionOf(double level)
    {
        if (level == 0)
        {
            return 0;
        }

        double degree = exponents.Sum();
        double goal = 2 * Math.Log(level);
        double v = (goal - exponents.Sum(exponent => exponent * Math.Log(exponent))) / degree;
        for (int i = 0; i < MostIterations; i++)
        {
            double r = Math.Exp(v);
            double value = -goal;
            double slope = 0;
            for (int j = 0; j < exponents.Length; j++)
            {
                value += exponents[j] * Math.Log(exponents[j] * (offsets[j] + r));
                slope += exponents[j] * r / (offsets[j] + r);
            }

            double step = value / slope;
            v -= step;
            if (Math.Abs(step) <= 1e-15 * Math.Max(1, Math.Abs(v)))
            {
                break;
            }
        }

        return Math.Exp(v);
    }
}
