using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks.Layers;

namespace PluginLab.GradientFlows.Networks;

/// <summary>Gradient flow of a linear network on data: loss ½‖Y − X W_1 ⋯ W_L‖², inputs whitened or not.</summary>
/// <remarks>
/// dW_l/dt = (X W_1 ⋯ W_{l−1})ᵀ (Y − X W_1 ⋯ W_L) (W_{l+1} ⋯ W_L)ᵀ. With XᵀX = I as a sum over the data this is the flow of
/// <see cref="LinearNetwork"/> with target Σ = XᵀY, exactly; the losses differ by the constant ½(‖Y‖² − ‖Σ‖²). State as there.
/// Source: note 0, section "General setup".
/// </remarks>
public sealed class DataNetwork : IGradientFlow, IHasInvariants
{
    private readonly LayerChain chain;

    /// <summary>Creates the network.</summary>
    /// <param name="inputs">X, N × n_0.</param>
    /// <param name="outputs">Y, N × n_L.</param>
    /// <param name="widths">n_0, …, n_L.</param>
    /// <exception cref="ArgumentException">Inputs and outputs differ in their number of rows, or the widths do not fit them.</exception>
    public DataNetwork(Matrix inputs, Matrix outputs, IReadOnlyList<int> widths)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        if (inputs.Rows != outputs.Rows)
        {
            throw new ArgumentException($"There are {inputs.Rows} inputs but {outputs.Rows} outputs; there must be one output per input.", nameof(outputs));
        }

        OnTarget = new LinearNetwork(inputs.Transpose().Multiply(outputs), widths);
        chain = new LayerChain(OnTarget.Widths, inputs, outputs);
        Invariants = NetworkInvariants.Of(chain);
    }

    /// <summary>The network that learns Σ = XᵀY directly: same layers, same state; for whitened inputs the same flow.</summary>
    public LinearNetwork OnTarget { get; }

    /// <summary>The entries of all W_lᵀW_l − W_{l+1}W_{l+1}ᵀ; nothing for a single layer.</summary>
    public IReadOnlyList<Invariant> Invariants { get; }

    /// <inheritdoc/>
    public int Dimension => chain.Dimension;

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) =>
        chain.EvaluateNegativeGradient(state, derivative);

    /// <inheritdoc/>
    public double EvaluateLoss(ReadOnlySpan<double> state) => chain.EvaluateLoss(state);
}
