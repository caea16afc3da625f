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
            Require(SumsTo(Nodes[i], StageWeights[i]), $"row {i} of a must sum to c[{i}]");
        }

        Require(SumsTo(1, Weights), "b must sum to 1");
        StabilityInterval = Methods.StabilityInterval.LengthOf(this);
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

    /// <summary>How far the method is stable on x' = λx with negative λ: while h|λ| is at most this.</summary>
    public double StabilityInterval { get; }

    /// <summary>Order q of the embedded error estimate; 0 for none.</summary>
    public int ErrorOrder { get; private init; }

    /// <summary>Weights e of the error estimate h Σ e_i k_i; empty for none.</summary>
    public IReadOnlyList<double> ErrorWeights { get; private init; } = [];

    /// <summary>Weights ē of a second estimate, of lower order, that corrects the first; empty for none.</summary>
    public IReadOnlyList<double> CoarseErrorWeights { get; private init; } = [];

    /// <summary>Order of the dense output: 1 is a straight line between the knots, 3 the cubic Hermite polynomial, more that with a correction.</summary>
    public int DenseOutputOrder { get; private init; } = 1;

    /// <summary>Stages that only the dense output needs: taken where it is asked for.</summary>
    public IReadOnlyList<ExtraStage> ExtraStages { get; private init; } = [];

    /// <summary>Rows d_0, d_1, … of the correction h θ²(1 − θ)² (D_0 + θ(D_1 + (1 − θ)(D_2 + θ(D_3 + …)))) with D_j = Σ_i d_ji k_i to the cubic Hermite polynomial at t + θh.</summary>
    public IReadOnlyList<IReadOnlyList<double>> DenseOutputWeights { get; private init; } = [];

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
        RequireZeroSum("e", errorWeights, Weights.Count);
        return this with { ErrorOrder = errorOrder, ErrorWeights = [.. errorWeights], CoarseErrorWeights = [] };
    }

    /// <summary>A copy with two error estimates: of the sizes E and Ē of h Σ e_i k_i and h Σ ē_i k_i, the error is E²/√(E² + Ē²/100).</summary>
    /// <remarks>Source: Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, section II.10.</remarks>
    /// <param name="errorOrder">q, where the combined estimate is O(h^{q+1}).</param>
    /// <param name="errorWeights">e: one per stage; they sum to 0.</param>
    /// <param name="coarseErrorWeights">ē: one per stage; they sum to 0.</param>
    /// <exception cref="ArgumentException">The weights contradict the tableau.</exception>
    public ButcherTableau WithErrorEstimates(int errorOrder, IReadOnlyList<double> errorWeights, IReadOnlyList<double> coarseErrorWeights)
    {
        ArgumentNullException.ThrowIfNull(coarseErrorWeights);
        RequireZeroSum("ē", coarseErrorWeights, Weights.Count);
        return WithErrorEstimate(errorOrder, errorWeights) with { CoarseErrorWeights = [.. coarseErrorWeights] };
    }

    /// <summary>A copy whose dense output is the cubic Hermite polynomial between the knots, of order 3.</summary>
    public ButcherTableau WithHermiteOutput() => this with { DenseOutputOrder = 3, ExtraStages = [], DenseOutputWeights = [] };

    /// <summary>A copy whose dense output is the cubic Hermite polynomial with a correction.</summary>
    /// <param name="denseOutputOrder">Order of the output; above 3.</param>
    /// <param name="extraStages">Stages beyond those of the step; the weights of each are one per slope before it.</param>
    /// <param name="denseOutputWeights">Rows d_0, d_1, …: in each, one entry per slope, which sum to 0, so that a constant derivative needs no correction.</param>
    /// <remarks>The slopes are the stages, the derivative at the end of the step unless that is the last stage, and the extra stages.</remarks>
    /// <exception cref="ArgumentException">The weights contradict the tableau.</exception>
    public ButcherTableau WithCorrectedHermiteOutput(
        int denseOutputOrder, IReadOnlyList<ExtraStage> extraStages, IReadOnlyList<IReadOnlyList<double>> denseOutputWeights)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(denseOutputOrder, 4);
        ArgumentNullException.ThrowIfNull(extraStages);
        ArgumentNullException.ThrowIfNull(denseOutputWeights);
        int slopes = Weights.Count + (IsFirstSameAsLast ? 0 : 1);
        for (int j = 0; j < extraStages.Count; j++)
        {
            Require(extraStages[j].Weights.Count == slopes + j, $"extra stage {j} must have {slopes + j} weights");
            Require(SumsTo(extraStages[j].Node, extraStages[j].Weights), $"the weights of extra stage {j} must sum to its node");
        }

        foreach (IReadOnlyList<double> row in denseOutputWeights)
        {
            RequireZeroSum("each row of d", row, slopes + extraStages.Count);
        }

        return this with { DenseOutputOrder = denseOutputOrder, ExtraStages = [.. extraStages], DenseOutputWeights = [.. denseOutputWeights.Select(row => row.ToArray())] };
    }

    /// <summary>Whether weights sum to a number, to the rounding of the largest of them.</summary>
    private static bool SumsTo(double expected, IReadOnlyList<double> weights) =>
        Math.Abs(weights.Sum() - expected) < SumTolerance * Math.Max(1, weights.Select(Math.Abs).DefaultIfEmpty().Max());

    private void RequireZeroSum(string name, IReadOnlyList<double> weights, int count) =>
        Require(weights.Count == count && SumsTo(0, weights), $"{name} must have {count} entries that sum to 0");

    private void Require(bool condition, string requirement)
    {
        if (!condition)
        {
            throw new ArgumentException($"Butcher tableau '{Name}': {requirement}.");
        }
    }
}
