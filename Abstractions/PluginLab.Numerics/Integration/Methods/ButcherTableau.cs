namespace PluginLab.Numerics.Integration.Methods;

/// <summary>Coefficients of an explicit Runge–Kutta method with its dense output: a new method of this kind is data, not code.</summary>
/// <remarks>
/// With stages k_i = f(t + c_i h, x + h Σ_{j&lt;i} a_ij k_j) a step is x + h Σ b_i k_i. Source: Hairer, Nørsett and Wanner,
/// Solving Ordinary Differential Equations I, section II.1. The tableau checks itself when it is created.
/// </remarks>
public sealed record ButcherTableau
{
    private const double SumTolerance = 1e-14;

    /// <summary>Creates a tableau and checks it.</summary>
    /// <param name="name">Name of the method.</param>
    /// <param name="order">Order of convergence p: the global error is O(h^p).</param>
    /// <param name="nodes">c: one per stage.</param>
    /// <param name="stageWeights">a: the strictly lower triangle, row by row; row i has i entries, which sum to c_i.</param>
    /// <param name="weights">b: one per stage; they sum to 1.</param>
    /// <exception cref="ArgumentException">The coefficients contradict each other.</exception>
    public ButcherTableau(
        string name, int order, IReadOnlyList<double> nodes, IReadOnlyList<IReadOnlyList<double>> stageWeights, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(stageWeights);
        ArgumentNullException.ThrowIfNull(weights);
        (Name, Order, Nodes, Weights) = (name, order, [.. nodes], [.. weights]);
        StageWeights = [.. stageWeights.Select(row => (IReadOnlyList<double>)[.. row])];
        Require(Nodes.Count == Weights.Count && StageWeights.Count == Weights.Count, "c, a and b must have one entry per stage");
        for (int i = 0; i < StageWeights.Count; i++)
        {
            Require(StageWeights[i].Count == i, $"row {i} of a must have {i} entries");
            Require(Math.Abs(StageWeights[i].Sum() - Nodes[i]) < SumTolerance, $"row {i} of a must sum to c[{i}]");
        }

        Require(Math.Abs(Weights.Sum() - 1) < SumTolerance, "b must sum to 1");
    }

    /// <summary>Name of the method.</summary>
    public string Name { get; init; }

    /// <summary>Order of convergence p.</summary>
    public int Order { get; }

    /// <summary>Nodes c.</summary>
    public IReadOnlyList<double> Nodes { get; }

    /// <summary>Strictly lower triangle a, by rows.</summary>
    public IReadOnlyList<IReadOnlyList<double>> StageWeights { get; }

    /// <summary>Weights b.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Order q of the embedded error estimate; 0 for none.</summary>
    public int ErrorOrder { get; private init; }

    /// <summary>Weights e of the error estimate h Σ e_i k_i; empty for none.</summary>
    public IReadOnlyList<double> ErrorWeights { get; private init; } = [];

    /// <summary>Order of the dense output: 1 is a straight line between the knots, 3 the cubic Hermite polynomial, 4 that with a correction.</summary>
    public int DenseOutputOrder { get; private init; } = 1;

    /// <summary>Weights d of the correction h θ²(1 − θ)² Σ d_i k_i to the cubic Hermite polynomial at t + θh; empty for none.</summary>
    public IReadOnlyList<double> DenseOutputWeights { get; private init; } = [];

    /// <summary>Whether the last stage is the derivative at the end of the step (first same as last).</summary>
    public bool IsFirstSameAsLast => Weights[^1] == 0 && Nodes[^1] == 1 && StageWeights[^1].SequenceEqual(Weights.Take(Weights.Count - 1));

    /// <summary>A copy with an error estimate.</summary>
    /// <param name="errorOrder">Order of the lower-order solution that the estimate belongs to; positive.</param>
    /// <param name="errorWeights">e: one per stage; they sum to 0.</param>
    /// <exception cref="ArgumentException">The weights contradict the tableau.</exception>
    public ButcherTableau WithErrorEstimate(int errorOrder, IReadOnlyList<double> errorWeights)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(errorOrder);
        ArgumentNullException.ThrowIfNull(errorWeights);
        Require(errorWeights.Count == Weights.Count && Math.Abs(errorWeights.Sum()) < SumTolerance, "e must have one entry per stage and sum to 0");
        return this with { ErrorOrder = errorOrder, ErrorWeights = [.. errorWeights] };
    }

    /// <summary>A copy whose dense output is the cubic Hermite polynomial between the knots, of order 3.</summary>
    public ButcherTableau WithHermiteOutput() => this with { DenseOutputOrder = 3, DenseOutputWeights = [] };

    /// <summary>A copy whose dense output is the cubic Hermite polynomial with a correction, of order 4.</summary>
    /// <param name="denseOutputWeights">d: one per stage; they sum to 0, so that a constant derivative needs no correction.</param>
    /// <exception cref="ArgumentException">The weights contradict the tableau.</exception>
    public ButcherTableau WithCorrectedHermiteOutput(IReadOnlyList<double> denseOutputWeights)
    {
        ArgumentNullException.ThrowIfNull(denseOutputWeights);
        Require(
            denseOutputWeights.Count == Weights.Count && Math.Abs(denseOutputWeights.Sum()) < SumTolerance, "d must have one entry per stage and sum to 0");
        return this with { DenseOutputOrder = 4, DenseOutputWeights = [.. denseOutputWeights] };
    }

    private void Require(bool condition, string requirement)
    {
        if (!condition)
        {
            throw new ArgumentException($"Butcher tableau '{Name}': {requirement}.");
        }
    }
}
