using PluginLab.Dynamics;

namespace PluginLab.Numerics.Integration.Methods;

/// <summary>The solution within a step: x(t + θh) = x(t) + h Σ b_i(θ) k_i, over the stages, the derivative at the end of the step and the extra stages.</summary>
/// <remarks>
/// Order 1 is the straight line, b_i(θ) = θ b_i. Order 3 is the cubic with the states and slopes of both knots,
/// b_i(θ) = θ²(3 − 2θ) b_i, and + θ(1 − θ)² on the first slope and − θ²(1 − θ) on the last; higher orders add
/// θ²(1 − θ)² (d_i0 + θ (d_i1 + (1 − θ)(d_i2 + θ (d_i3 + …)))).
/// Source: Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, equations II.6.7, II.6.12 and II.6.18.
/// </remarks>
internal sealed class DenseOutput
{
    private readonly int order;
    private readonly int endPosition;
    private readonly double[] weights;
    private readonly double[][] corrections;

    /// <summary>Prepares the weights of a tableau.</summary>
    public DenseOutput(ButcherTableau tableau)
    {
        order = tableau.DenseOutputOrder;
        EndSlope = tableau.Weights.Count - (tableau.IsFirstSameAsLast ? 1 : 0);
        SlopeCount = EndSlope + 1 + tableau.ExtraStages.Count;
        weights = new double[SlopeCount];
        tableau.Weights.ToArray().CopyTo(weights, 0);
        corrections = [.. tableau.DenseOutputWeights.Select(row => row.ToArray())];
        Slopes = [.. Enumerable.Range(0, SlopeCount).Where(i => weights[i] != 0 || corrections.Any(row => row[i] != 0) || (order > 1 && (i == 0 || i == EndSlope)))];
        endPosition = Array.IndexOf(Slopes, EndSlope);
    }

    /// <summary>How many slopes a step has: its stages, the derivative at its end if that is no stage, and the extra stages.</summary>
    public int SlopeCount { get; }

    /// <summary>Which slope is the derivative at the end of the step; the extra stages follow it.</summary>
    public int EndSlope { get; }

    /// <summary>The slopes with a weight.</summary>
    public int[] Slopes { get; }

    /// <summary>The weights b_i(θ) of <see cref="Slopes"/>.</summary>
    /// <typeparam name="TScalar">One fraction, or one for each lane.</typeparam>
    public void Weigh<TScalar>(TScalar fraction, Span<TScalar> result)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        TScalar rest = 1 - fraction;
        TScalar bump = fraction * rest;
        TScalar progress = order == 1 ? fraction : fraction * fraction * (3 - (2 * fraction));
        for (int i = 0; i < Slopes.Length; i++)
        {
            int slope = Slopes[i];
            result[i] = (progress * weights[slope]) + (bump * bump * Correct(slope, fraction, rest));
        }

        if (order > 1)
        {
            result[0] += bump * rest;
            result[endPosition] -= bump * fraction;
        }
    }

    private TScalar Correct<TScalar>(int slope, TScalar fraction, TScalar rest)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        TScalar sum = 0;
        for (int row = corrections.Length - 1; row >= 0; row--)
        {
            sum = corrections[row][slope] + ((row % 2 == 0 ? fraction : rest) * sum);
        }

        return sum;
    }
}
