using System.Runtime.InteropServices;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.GradientFlows.Networks.Layers;

/// <summary>The layers W_1, …, W_L of a network as they lie in a state, row by row one after another, and the passes through them.</summary>
/// <remarks>
/// With A = X W_1 ⋯ W_L and a target T the passes give ½‖T − A‖² and its negative gradient (X W_1 ⋯ W_{l−1})ᵀ (T − A) (W_{l+1} ⋯ W_L)ᵀ.
/// Without inputs X = I, and no product is spent on it. Immutable and thread-safe: work space is pooled per call.
/// </remarks>
internal sealed class LayerChain
{
    private readonly int[] widths;
    private readonly double[] inputs;
    private readonly double[] target;
    private readonly int maximumThreads;
    private readonly PassOrder order;

    /// <summary>Prepares the passes; the bits do not depend on how many threads one evaluation over doubles may use.</summary>
    public LayerChain(IReadOnlyList<int> widths, Matrix? inputs, Matrix target, int maximumThreads = 1)
    {
        this.maximumThreads = maximumThreads;
        this.widths = [.. widths];
        this.inputs = inputs is null ? [] : inputs.Values.ToArray();
        this.target = target.Values.ToArray();
        order = inputs is null ? PassOrder.Cheapest(this.widths, hasInputs: false) : PassOrder.Cheapest([inputs.Rows, .. widths], hasInputs: true);
    }

    public int Depth => widths.Length - 1;

    public int Dimension => order.Dimension;

    /// <summary>T, row by row.</summary>
    public IReadOnlyList<double> Target => target;

    /// <summary>n_layer, the width of the neurons behind W_layer; of the inputs for 0.</summary>
    public int Width(int layer) => widths[layer];

    /// <summary>The entries of W_layer, counted from 1.</summary>
    public ReadOnlySpan<double> Layer(ReadOnlySpan<double> state, int layer) => state[order.LayerRange(layer)];

    public double EvaluateLoss(ReadOnlySpan<double> state) => EvaluateLoss(state, target);

    /// <summary>The loss for any target T, row by row.</summary>
    public double EvaluateLoss(ReadOnlySpan<double> state, ReadOnlySpan<double> target)
    {
        using var scratch = new Scratch<Real>(order.WorkLength);
        LayerPass<Real> pass = new(order, Real.Cast(inputs), Real.Cast(state), scratch.Values, maximumThreads);
        return HalfSquare(MemoryMarshal.Cast<Real, double>(pass.EvaluateResidual(Real.Cast(target))));
    }

    public void EvaluateNegativeGradient(ReadOnlySpan<double> state, Span<double> gradient) =>
        EvaluateNegativeGradient(Real.Cast(state), Real.Cast(target), Real.Cast(gradient));

    /// <summary>The negative gradient for any target T, row by row. Inputs are doubles: with them, the scalar must be <see cref="Real"/>.</summary>
    public void EvaluateNegativeGradient<TScalar>(ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> target, Span<TScalar> gradient)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        using var scratch = new Scratch<TScalar>(order.WorkLength);
        LayerPass<TScalar> pass = new(order, MemoryMarshal.Cast<double, TScalar>(inputs), state, scratch.Values, maximumThreads);
        pass.WriteNegativeGradient(pass.EvaluateResidual(target), gradient);
    }

    /// <summary>leftᵀ W_1 ⋯ W_L right, from vector-matrix products alone.</summary>
    public double EvaluateBilinearForm(ReadOnlySpan<double> left, ReadOnlySpan<double> state, ReadOnlySpan<double> right)
    {
        int widest = widths.Max();
        using var scratch = new Scratch<double>(2 * widest);
        Span<double> current = scratch.Values[..widest], next = scratch.Values[widest..];
        left.CopyTo(current);
        for (int layer = 1; layer <= Depth; layer++)
        {
            (int rows, int columns) = (widths[layer - 1], widths[layer]);
            MatrixProduct.Multiply(new(current[..rows], 1, rows), new(Layer(state, layer), rows, columns), next[..columns]);
            Span<double> free = current;
            current = next;
            next = free;
        }

        return VectorUpdate.Dot(current[..widths[^1]], right);
    }

    public static double HalfSquare(ReadOnlySpan<double> values) => 0.5 * VectorUpdate.Dot(values, values);
}
