namespace PluginLab.Numerics.Integration.Methods;

/// <summary>The solution within a step: x(t + θh) = x(t) + h Σ b_i(θ) k_i, over the stages and the derivative at the end of the step.</summary>
/// <remarks>
/// Order 1 is the straight line, b_i(θ) = θ b_i. Order 3 is the cubic with the states and slopes of both knots,
/// b_i(θ) = θ²(3 − 2θ) b_i, and + θ(1 − θ)² on the first slope and − θ²(1 − θ) on the last; order 4 adds θ²(1 − θ)² d_i.
/// Source: Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, equations II.6.7 and II.6.12.
/// </remarks>
internal sealed class DenseOutput
{
    private readonly int order;
    private readonly double[] weights;
    private readonly double[] corrections;

    /// <summary>Prepares the weights of a tableau.</summary>
    public DenseOutput(ButcherTableau tableau)
    {
        order = tableau.DenseOutputOrder;
        SlopeCount = tableau.Weights.Count + (tableau.IsFirstSameAsLast ? 0 : 1);
        weights = new double[SlopeCount];
        corrections = new double[SlopeCount];
        tableau.Weights.ToArray().CopyTo(weights, 0);
        tableau.DenseOutputWeights.ToArray().CopyTo(corrections, 0);
        Slopes = [.. Enumerable.Range(0, SlopeCount).Where(i => weights[i] != 0 || corrections[i] != 0 || (order > 1 && (i == 0 || i == SlopeCount - 1)))];
    }

    /// <summary>How many slopes a step has: its stages, and the derivative at its end if that is no stage.</summary>
    public int SlopeCount { get; }

    /// <summary>The slopes with a weight.</summary>
    public int[] Slopes { get; }

    /// <summary>The weights b_i(θ) of <see cref="Slopes"/>.</summary>
    public void Weigh(double fraction, Span<double> result)
    {
        double rest = 1 - fraction;
        double bump = fraction * rest;
        double progress = order == 1 ? fraction : fraction * fraction * (3 - (2 * fraction));
        for (int i = 0; i < Slopes.Length; i++)
        {
            int slope = Slopes[i];
            result[i] = (progress * weights[slope]) + (bump * bump * corrections[slope]);
        }

        if (order > 1)
        {
            result[0] += bump * rest;
            result[Slopes.Length - 1] -= bump * fraction;
        }
    }
}
