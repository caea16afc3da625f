using PluginLab.Experiments;

namespace PluginLab.GradientFlows.Networks;

/// <summary>The layers W_1, …, W_L of a network as they lie in a state, row by row one after another, and the passes through them.</summary>
/// <remarks>
/// With A = X W_1 ⋯ W_L and a target T the passes give ½‖T − A‖² and its negative gradient (X W_1 ⋯ W_{l−1})ᵀ (T − A) (W_{l+1} ⋯ W_L)ᵀ.
/// Prefix products are kept going forward, the residual times the suffixes is carried back: three matrix products per layer.
/// Without inputs X = I, and no product is spent on it. Immutable and thread-safe: work space is pooled per call.
/// </remarks>
internal sealed class LayerChain
{
    private readonly int[] widths;
    private readonly int[] offsets;
    private readonly int[] prefixOffsets;
    private readonly double[]? inputs;
    private readonly double[] target;
    private readonly int rows;
    private readonly int widest;

    public LayerChain(IReadOnlyList<int> widths, Matrix? inputs, Matrix target)
    {
        this.widths = [.. widths];
        this.inputs = inputs?.Values.ToArray();
        this.target = target.Values.ToArray();
        rows = inputs?.Rows ?? this.widths[0];
        widest = this.widths.Max();
        offsets = new int[this.widths.Length];
        prefixOffsets = new int[this.widths.Length + 1];
        for (int layer = 1; layer < this.widths.Length; layer++)
        {
            offsets[layer] = offsets[layer - 1] + (this.widths[layer - 1] * this.widths[layer]);
            prefixOffsets[layer + 1] = prefixOffsets[layer] + (rows * this.widths[layer]);
        }
    }

    public int Depth => widths.Length - 1;

    public int Dimension => offsets[^1];

    /// <summary>The entries of W_layer, counted from 1.</summary>
    public ReadOnlySpan<double> Layer(ReadOnlySpan<double> state, int layer) => state[offsets[layer - 1]..offsets[layer]];

    public double EvaluateLoss(ReadOnlySpan<double> state)
    {
        using var scratch = new Scratch(prefixOffsets[^1]);
        return HalfSquare(Residual(state, scratch.Values));
    }

    public void EvaluateNegativeGradient(ReadOnlySpan<double> state, Span<double> gradient)
    {
        int widthOfError = rows * widest;
        using var scratch = new Scratch(prefixOffsets[^1] + (2 * widthOfError));
        Span<double> prefixes = scratch.Values[..prefixOffsets[^1]];
        Span<double> current = scratch.Values.Slice(prefixOffsets[^1], widthOfError);
        Span<double> next = scratch.Values[(prefixOffsets[^1] + widthOfError)..];
        Span<double> error = Residual(state, prefixes);
        for (int layer = Depth; layer >= 1; layer--)
        {
            WriteLayerGradient(layer, prefixes, error, gradient[offsets[layer - 1]..offsets[layer]]);
            if (layer > 1)
            {
                Span<double> carried = next[..(rows * widths[layer - 1])];
                RowMajorProducts.MultiplyRightTransposed(error, Layer(state, layer), widths[layer], widths[layer - 1], carried);
                error = carried;
                Span<double> free = current;
                current = next;
                next = free;
            }
        }
    }

    /// <summary>leftᵀ W_1 ⋯ W_L right, from vector-matrix products alone.</summary>
    public double EvaluateBilinearForm(ReadOnlySpan<double> left, ReadOnlySpan<double> state, ReadOnlySpan<double> right)
    {
        using var scratch = new Scratch(2 * widest);
        Span<double> current = scratch.Values[..widest];
        Span<double> next = scratch.Values[widest..];
        left.CopyTo(current);
        for (int layer = 1; layer <= Depth; layer++)
        {
            RowMajorProducts.Multiply(current[..widths[layer - 1]], Layer(state, layer), widths[layer - 1], widths[layer], next[..widths[layer]]);
            Span<double> free = current;
            current = next;
            next = free;
        }

        return RowMajorProducts.Dot(current[..widths[^1]], right);
    }

    public static double HalfSquare(ReadOnlySpan<double> values) => 0.5 * RowMajorProducts.Dot(values, values);

    /// <summary>Fills the prefix products X W_1 ⋯ W_l and turns the last of them into T − A.</summary>
    private Span<double> Residual(ReadOnlySpan<double> state, Span<double> prefixes)
    {
        for (int layer = 1; layer <= Depth; layer++)
        {
            Span<double> prefix = prefixes[prefixOffsets[layer]..prefixOffsets[layer + 1]];
            if (layer == 1 && inputs is null)
            {
                Layer(state, 1).CopyTo(prefix);
            }
            else
            {
                RowMajorProducts.Multiply(Prefix(layer - 1, prefixes), Layer(state, layer), widths[layer - 1], widths[layer], prefix);
            }
        }

        Span<double> residual = prefixes[prefixOffsets[Depth]..];
        for (int i = 0; i < residual.Length; i++)
        {
            residual[i] = target[i] - residual[i];
        }

        return residual;
    }

    private void WriteLayerGradient(int layer, ReadOnlySpan<double> prefixes, ReadOnlySpan<double> error, Span<double> gradient)
    {
        if (layer == 1 && inputs is null)
        {
            error.CopyTo(gradient);
        }
        else
        {
            RowMajorProducts.MultiplyLeftTransposed(Prefix(layer - 1, prefixes), error, widths[layer - 1], widths[layer], gradient);
        }
    }

    private ReadOnlySpan<double> Prefix(int layer, ReadOnlySpan<double> prefixes) =>
        layer == 0 ? inputs : prefixes[prefixOffsets[layer]..prefixOffsets[layer + 1]];
}
