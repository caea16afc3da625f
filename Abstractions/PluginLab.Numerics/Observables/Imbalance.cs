using PluginLab.Experiments;

namespace PluginLab.Numerics.Observables;

/// <summary>The matrices W_lᵀW_l − W_{l+1}W_{l+1}ᵀ between neighbouring layers of a linear network W_1 ⋯ W_L: conserved by gradient flow, zero when balanced.</summary>
/// <remarks>Source: Arora, Cohen and Hazan, ICML 2018. A network that multiplies in the other order, W_L ⋯ W_1, has the transposes as layers.</remarks>
public static class Imbalance
{
    /// <summary>W_lᵀW_l − W_{l+1}W_{l+1}ᵀ, square with the width of the neurons between the layers.</summary>
    /// <param name="layer">W_l.</param>
    /// <param name="nextLayer">W_{l+1}, with as many rows as W_l has columns.</param>
    /// <exception cref="ArgumentException">The layers do not fit.</exception>
    public static Matrix Between(Matrix layer, Matrix nextLayer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(nextLayer);
        return layer.Columns == nextLayer.Rows
            ? layer.Transpose().Multiply(layer).Subtract(nextLayer.Multiply(nextLayer.Transpose()))
            : throw new ArgumentException($"A layer with {layer.Columns} columns is not followed by one with {nextLayer.Rows} rows; both are the width between them.", nameof(nextLayer));
    }

    /// <summary>The largest Frobenius norm of the imbalance over all pairs of neighbours; 0 for a single layer, NaN if a layer has a NaN.</summary>
    /// <param name="layers">W_1, …, W_L.</param>
    /// <exception cref="ArgumentException">Neighbours do not fit.</exception>
    public static double LargestNorm(IReadOnlyList<Matrix> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        return layers.Zip(layers.Skip(1), (layer, next) => Between(layer, next).FrobeniusNorm()).Aggregate(0.0, Math.Max);
    }
}
