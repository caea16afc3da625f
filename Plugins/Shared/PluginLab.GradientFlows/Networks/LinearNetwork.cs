using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks.Layers;

namespace PluginLab.GradientFlows.Networks;

/// <summary>Gradient flow of a linear network M = W_1 W_2 ⋯ W_L that learns a target Σ: loss ½‖Σ − W_1 ⋯ W_L‖².</summary>
/// <remarks>
/// dW_l/dt = (W_1 ⋯ W_{l−1})ᵀ (Σ − W_1 ⋯ W_L) (W_{l+1} ⋯ W_L)ᵀ. W_l is n_{l−1} × n_l with widths n_0, …, n_L; Σ is n_0 × n_L.
/// State: W_1 row by row, then W_2, and so on. Conserved: W_lᵀW_l − W_{l+1}W_{l+1}ᵀ. Parameters over other scalars: Σ row by row; every scalar
/// gives the same bits. An evaluation multiplies from the side with fewer neurons and allocates nothing.
/// Source: Saxe, McClelland and Ganguli, ICLR 2014, equations 1–3; the convention ½‖·‖² drops the factors 2 of the notes.
/// </remarks>
public sealed partial class LinearNetwork : IGradientFlow, IHasInvariants, ILinearModel
{
    private readonly LayerChain chain;

    /// <summary>Creates a network of any depth L ≥ 1 and any widths.</summary>
    /// <param name="target">Σ, n_0 × n_L; with whitened inputs XᵀY.</param>
    /// <param name="widths">n_0, …, n_L: at least two, all positive; the first and the last are the shape of the target.</param>
    /// <param name="maximumThreads">Threads that one evaluation may use: worth it from layers of a few hundred neurons on. The bits do not depend on it.</param>
    /// <exception cref="ArgumentException">The widths are fewer than two, not positive, or do not fit the target; or there is no thread.</exception>
    public LinearNetwork(Matrix target, IReadOnlyList<int> widths, int maximumThreads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumThreads, 1);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(widths);
        if (FindFault(target, widths) is { } fault)
        {
            throw new ArgumentException(fault, nameof(widths));
        }

        (Target, Widths) = (target, [.. widths]);
        chain = new LayerChain(Widths, inputs: null, target, maximumThreads);
        Invariants = [.. NetworkInvariants.Of(chain), NetworkInvariants.Loss((_, state, parameters) => chain.EvaluateLoss(state, parameters))];
    }

    /// <inheritdoc/>
    public Matrix Target { get; }

    /// <summary>The widths n_0, …, n_L of the layers of neurons.</summary>
    public IReadOnlyList<int> Widths { get; }

    /// <summary>Number L of layers of weights.</summary>
    public int Depth => chain.Depth;

    /// <inheritdoc/>
    public int Dimension => chain.Dimension;

    /// <summary>The entries of all W_lᵀW_l − W_{l+1}W_{l+1}ᵀ, which are conserved and none for a single layer, and the loss, which never increases.</summary>
    public IReadOnlyList<Invariant> Invariants { get; }

    /// <summary>What is wrong with widths for a target, as a sentence; null if nothing is.</summary>
    public static string? FindFault(Matrix target, IReadOnlyList<int> widths)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(widths);
        return widths.Count < 2 || widths.Any(width => width < 1)
            ? "A network has at least two widths, all of them positive, such as 3,4,3."
            : widths[0] != target.Rows || widths[^1] != target.Columns
                ? $"The widths run from {widths[0]} to {widths[^1]} but the target is {target.Rows} × {target.Columns}; the first width must be its number of rows, the last its number of columns."
                : null;
    }

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) =>
        chain.EvaluateNegativeGradient(state, derivative);

    /// <inheritdoc/>
    public double EvaluateLoss(ReadOnlySpan<double> state) => chain.EvaluateLoss(state);

    /// <inheritdoc/>
    public double EvaluateNetworkLoss(ReadOnlySpan<double> state) => chain.EvaluateLoss(state);

    /// <inheritdoc/>
    public double EvaluateBilinearForm(ReadOnlySpan<double> left, ReadOnlySpan<double> state, ReadOnlySpan<double> right) =>
        chain.EvaluateBilinearForm(left, state, right);

    /// <summary>The layer W_l, counted from 1, as a copy.</summary>
    public Matrix Layer(ReadOnlySpan<double> state, int layer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layer, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(layer, Depth);
        return new(Widths[layer - 1], Widths[layer], chain.Layer(state, layer).ToArray());
    }

    /// <inheritdoc/>
    public Matrix Product(ReadOnlySpan<double> state)
    {
        Matrix product = Layer(state, 1);
        for (int layer = 2; layer <= Depth; layer++)
        {
            product = product.Multiply(Layer(state, layer));
        }

        return product;
    }

    /// <summary>The conserved matrix W_lᵀW_l − W_{l+1}W_{l+1}ᵀ between layers l and l + 1, for l from 1 to L − 1; zero when balanced.</summary>
    public Matrix Imbalance(ReadOnlySpan<double> state, int layer) => Numerics.Observables.Imbalance.Between(Layer(state, layer), Layer(state, layer + 1));

    /// <summary>The state that holds the given layers.</summary>
    /// <exception cref="ArgumentException">The layers are not as many, or not of the shapes, as the widths say.</exception>
    public double[] State(IReadOnlyList<Matrix> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        bool fits = layers.Count == Depth && layers.Index().All(item => item.Item.Rows == Widths[item.Index] && item.Item.Columns == Widths[item.Index + 1]);
        return fits
            ? [.. layers.SelectMany(layer => layer.Values.ToArray())]
            : throw new ArgumentException($"The layers must be {Depth} matrices with the widths {string.Join(", ", Widths)}.", nameof(layers));
    }
}
