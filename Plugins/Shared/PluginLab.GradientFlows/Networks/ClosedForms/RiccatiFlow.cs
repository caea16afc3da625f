using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.GradientFlows.Networks.ClosedForms;

/// <summary>The exact solution of G' = FG + GF − cG² with symmetric F from G₀ = W₀W₀ᵀ: all modes of a balanced network at once.</summary>
/// <remarks>
/// G(t) = e^{Ft}W₀ [I + c W₀ᵀ (∫₀ᵗ e^{2Fτ}dτ) W₀]⁻¹ W₀ᵀe^{Ft}. In the eigenbasis of F, with B = (c∫e^{2fτ}dτ)^{½} W₀ row by row, this is
/// g · B(I + BᵀB)⁻¹Bᵀ · g with g² = 2f / (c(1 − e^{−2ft})); the middle is Q₁Q₁ᵀ, where Q₁ are the rows of the orthonormal factor of
/// [B; I] that belong to B. So nothing overflows, F may be singular and W₀ may have any width and rank.
/// Sources: Fukumizu, ALT 1998; Braun et al., NeurIPS 2022; Dominé et al., 2024 (λ-balanced starts).
/// </remarks>
public sealed class RiccatiFlow
{
    private readonly Matrix basis;
    private readonly Matrix start;
    private readonly Matrix initialGram;
    private readonly double[] eigenvalues;
    private readonly double quadraticFactor;

    private RiccatiFlow(Matrix symmetric, Matrix weights, double quadraticFactor)
    {
        var modes = SymmetricEigendecomposition.Compute(symmetric);
        (basis, eigenvalues) = (modes.Eigenvectors, [.. modes.Eigenvalues]);
        start = basis.Transpose().Multiply(weights);
        initialGram = weights.Multiply(weights.Transpose());
        this.quadraticFactor = quadraticFactor;
    }

    /// <summary>The tied network dW/dt = (Σ − WWᵀ)W: <see cref="Gram"/> is WWᵀ.</summary>
    /// <param name="target">Σ, n × n and symmetric.</param>
    /// <param name="weights">W(0), n × h.</param>
    public static RiccatiFlow Tied(Matrix target, Matrix weights)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(weights);
        return target.Equals(target.Transpose())
            ? new(target, weights, quadraticFactor: 2)
            : throw new ArgumentException("The target of a tied network must be symmetric.", nameof(target));
    }

    /// <summary>The two-layer network from a start with WeᵀWe − WdWdᵀ = λI: <see cref="Gram"/> is QQᵀ with Q = [We; Wdᵀ], and its upper right block We Wd.</summary>
    /// <param name="target">Σ, n_in × n_out.</param>
    /// <param name="encoder">We(0), n_in × h.</param>
    /// <param name="decoder">Wd(0), h × n_out.</param>
    /// <exception cref="ArgumentException">WeᵀWe − WdWdᵀ is no multiple of the identity, to 1e-12 of the larger of the two.</exception>
    public static RiccatiFlow Balanced(Matrix target, Matrix encoder, Matrix decoder)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(decoder);
        double lambda = SharedImbalance(encoder, decoder);
        int inputs = target.Rows;
        Matrix generator = Matrix.Create(inputs + target.Columns, inputs + target.Columns, (i, j) =>
            i == j ? (i < inputs ? lambda : -lambda) / 2
            : i < inputs && j >= inputs ? target[i, j - inputs]
            : j < inputs && i >= inputs ? target[j, i - inputs]
            : 0);
        Matrix stacked = Matrix.Create(generator.Rows, encoder.Columns, (i, j) => i < inputs ? encoder[i, j] : decoder[j, i - inputs]);
        return new(generator, stacked, quadraticFactor: 1);
    }

    /// <summary>G(t), for t ≥ 0.</summary>
    public Matrix Gram(double time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        if (time == 0)
        {
            return initialGram;
        }

        double[] logFactors = [.. eigenvalues.Select(rate => LogGrowth(rate, time) / 2)];
        Matrix range = RegularizedRange.Compute(start, logFactors);
        Matrix rows = Matrix.Create(range.Rows, range.Columns, (k, j) => Scale(eigenvalues[k], time) * range[k, j]);
        Matrix gram = basis.Multiply(rows);
        return gram.Multiply(gram.Transpose());
    }

    /// <summary>The upper right block of <see cref="Gram"/>, from the given number of rows on: We Wd of a <see cref="Balanced"/> network with that many inputs.</summary>
    public Matrix OffDiagonalBlock(double time, int rows)
    {
        Matrix gram = Gram(time);
        return Matrix.Create(rows, gram.Columns - rows, (i, j) => gram[i, rows + j]);
    }

    /// <summary>log c∫₀ᵗe^{2fτ}dτ, beyond the range of the exponential itself.</summary>
    private double LogGrowth(double rate, double time)
    {
        double exponent = 2 * rate * time;
        return exponent > 1
            ? exponent + Math.Log(quadraticFactor * -Exponentials.MinusOne(-exponent) / (2 * rate))
            : Math.Log(quadraticFactor * Exponentials.Integral(2 * rate, time));
    }

    /// <summary>g = e^{ft} / √(c∫e^{2fτ}dτ).</summary>
    private double Scale(double rate, double time) => 1 / Math.Sqrt(quadraticFactor * Exponentials.Integral(-2 * rate, time));

    private static double SharedImbalance(Matrix encoder, Matrix decoder)
    {
        Matrix first = encoder.Transpose().Multiply(encoder);
        Matrix second = decoder.Multiply(decoder.Transpose());
        Matrix difference = first.Subtract(second);
        double lambda = difference[0, 0];
        double largest = Math.Max(first.LargestMagnitude(), second.LargestMagnitude());
        Matrix deviation = Matrix.Create(difference.Rows, difference.Columns, (i, j) => difference[i, j] - (i == j ? lambda : 0));
        return deviation.LargestMagnitude() <= 1e-12 * largest
            ? lambda
            : throw new ArgumentException("The start must have WeᵀWe − WdWdᵀ = λI for one λ; make the start balanced, or integrate the flow.", nameof(encoder));
    }
}
