using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks.Layers;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.GradientFlows.Networks;

/// <summary>The two-layer linear network on its invariant set W_2 = W_1ᵀ: M = W Wᵀ learns a symmetric target Σ.</summary>
/// <remarks>
/// dW/dt = (Σ − W Wᵀ) W, the flow of <see cref="LinearNetwork"/> from a tied start. State: W = W_1 alone, n × h, row by row.
/// As a gradient flow in W its loss is ¼‖Σ − WWᵀ‖², half the loss of the network: in the untied state each weight counts twice.
/// A negative eigenvalue of Σ is never learned. Parameters over other scalars: Σ row by row, symmetric; every scalar gives the same bits. Source: note 0, section "Speed of learning".
/// </remarks>
public sealed partial class TiedLinearNetwork : IGradientFlow, IHasInvariants, ILinearModel
{
    private readonly double[] target;
    private readonly int size;

    /// <summary>Creates a tied network.</summary>
    /// <param name="target">Σ, n × n and symmetric.</param>
    /// <param name="hiddenWidth">h, positive.</param>
    /// <exception cref="ArgumentException">The target is not square or not symmetric.</exception>
    public TiedLinearNetwork(Matrix target, int hiddenWidth)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hiddenWidth);
        if (!target.Equals(target.Transpose()))
        {
            throw new ArgumentException("The target of a tied network must be a symmetric matrix.", nameof(target));
        }

        (Target, HiddenWidth) = (target, hiddenWidth);
        (this.target, size) = (target.Values.ToArray(), target.Rows);
        Invariants = [NetworkInvariants.Loss((_, state, parameters) => 0.5 * EvaluateNetworkLoss(state, parameters))];
    }

    /// <inheritdoc/>
    public Matrix Target { get; }

    /// <summary>The hidden width h.</summary>
    public int HiddenWidth { get; }

    /// <summary>The loss, which never increases; the flow conserves no function of W.</summary>
    public IReadOnlyList<Invariant> Invariants { get; }

    /// <inheritdoc/>
    public int Dimension => size * HiddenWidth;

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
    {
        using var scratch = new Scratch<double>(size * size);
        SymmetricProduct.EvaluateResidual(target, Layer(state), scratch.Values);
        MatrixProduct.Multiply(new(scratch.Values, size, size), Layer(state), derivative);
    }

    /// <summary>¼‖Σ − WWᵀ‖², the loss whose negative gradient in W the right-hand side is.</summary>
    public double EvaluateLoss(ReadOnlySpan<double> state) => 0.5 * EvaluateNetworkLoss(state);

    /// <inheritdoc/>
    public double EvaluateNetworkLoss(ReadOnlySpan<double> state) => EvaluateNetworkLoss(state, target);

    /// <inheritdoc/>
    public double EvaluateBilinearForm(ReadOnlySpan<double> left, ReadOnlySpan<double> state, ReadOnlySpan<double> right)
    {
        using var scratch = new Scratch<double>(2 * HiddenWidth);
        Span<double> first = scratch.Values[..HiddenWidth];
        Span<double> second = scratch.Values[HiddenWidth..];
        MatrixProduct.Multiply(new(left, 1, size), Layer(state), first);
        MatrixProduct.Multiply(new(right, 1, size), Layer(state), second);
        return VectorUpdate.Dot(first, second);
    }

    /// <summary>The weights W of a state.</summary>
    public Matrix Weights(ReadOnlySpan<double> state) => new(size, HiddenWidth, state.ToArray());

    /// <inheritdoc/>
    public Matrix Product(ReadOnlySpan<double> state)
    {
        Matrix weights = Weights(state);
        return weights.Multiply(weights.Transpose());
    }

    private double EvaluateNetworkLoss(ReadOnlySpan<double> state, ReadOnlySpan<double> target)
    {
        using var scratch = new Scratch<double>(size * size);
        SymmetricProduct.EvaluateResidual(target, Layer(state), scratch.Values);
        return LayerChain.HalfSquare(scratch.Values);
    }

    private MatrixView Layer(ReadOnlySpan<double> state) => new(state, size, HiddenWidth);
}
