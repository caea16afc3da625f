namespace PluginLab.GradientFlows.Products;

/// <summary>Where the gradient flow of a monomial Π wᵢ^kᵢ ends.</summary>
/// <remarks>
/// wᵢ² = wᵢ(0)² + kᵢq along the flow, and q ends at the root of Π(wᵢ(0)² + kᵢq)^kᵢ = s² if m has the sign of s. If not, the weight with the smallest wᵢ²/kᵢ
/// shrinks to zero first. With kᵢ = 1 it crosses, changes sign, and the target is reached; with kᵢ ≥ 2 the flow is stuck there, in a spurious minimum of loss
/// s²/2 (for (2, 1): (0, −√(w₂² − w₁²/2)) if w₂ ≤ −|w₁|/√2), and so it is in a saddle if several weights share the smallest wᵢ²/kᵢ (compared exactly).
/// Source: note 1, sections "General case" and "Quadratic nonlinearity", with the conserved quantities.
/// </remarks>
public sealed class MonomialLimit
{
    private readonly double[] state;

    /// <summary>Finds the limit.</summary>
    /// <param name="target">The target s; any real number.</param>
    /// <param name="exponents">The exponents kᵢ ≥ 1.</param>
    /// <param name="initialState">wᵢ(0), one per exponent.</param>
    public MonomialLimit(double target, IReadOnlyList<int> exponents, IReadOnlyList<double> initialState)
    {
        ArgumentNullException.ThrowIfNull(exponents);
        ArgumentNullException.ThrowIfNull(initialState);
        MonomialOrbit orbit = new(exponents, initialState);
        bool hasRightSign = orbit.InitialSign != 0 && orbit.InitialSign == Math.Sign(target);
        ReachesTarget = target == 0 || hasRightSign || orbit.CanCross;
        double position = ReachesTarget ? orbit.PositionOf(Math.Abs(target)) : 0;
        state = [.. initialState.Select((_, i) => orbit.Signs[i] * orbit.Weight(position, i))];
        if (ReachesTarget && !hasRightSign && Sign(state, exponents) * target < 0)
        {
            state[orbit.Smallest] = -state[orbit.Smallest];
        }

        Loss = ReachesTarget ? 0 : target * target / 2;
    }

    /// <summary>The weights in the end.</summary>
    public IReadOnlyList<double> State => state;

    /// <summary>Whether the product reaches the target; otherwise the flow ends with a weight at zero, in a spurious minimum or a saddle.</summary>
    public bool ReachesTarget { get; }

    /// <summary>The loss in the end: 0, or s²/2 where the flow is stuck.</summary>
    public double Loss { get; }

    private static int Sign(double[] weights, IReadOnlyList<int> exponents) =>
        weights.Select((weight, i) => exponents[i] % 2 == 0 ? Math.Abs(Math.Sign(weight)) : Math.Sign(weight)).Aggregate(1, (a, b) => a * b);
}
