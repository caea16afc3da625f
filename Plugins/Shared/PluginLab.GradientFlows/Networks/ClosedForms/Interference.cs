using PluginLab.Experiments;

namespace PluginLab.GradientFlows.Networks.ClosedForms;

/// <summary>How the cosines ε_ij between the weight vectors of a tied network move.</summary>
/// <remarks>Source: note 0, section "Speed of lowering interference", with the second-order terms that it leaves out.</remarks>
public static class Interference
{
    /// <summary>The cosines ε_ij = g_ij / √(g_ii g_jj) of a Gram matrix; NaN for a zero vector.</summary>
    public static Matrix Cosines(Matrix gram)
    {
        ArgumentNullException.ThrowIfNull(gram);
        return Matrix.Create(gram.Rows, gram.Columns, (i, j) => gram[i, j] / Math.Sqrt(gram[i, i] * gram[j, j]));
    }

    /// <summary>
    /// ε_ij' = −ε_ij(u_i + u_j) − 2Σ_{k≠i,j} ε_ik ε_kj u_k + ε_ij[Σ_{k≠i} ε_ik² u_k + Σ_{k≠j} ε_jk² u_k] with u_k = |W_k|²; 0 on the diagonal.
    /// </summary>
    /// <param name="gram">WWᵀ, with u_k on its diagonal.</param>
    public static Matrix CosineDerivatives(Matrix gram)
    {
        Matrix cosines = Cosines(gram);
        return Matrix.Create(gram.Rows, gram.Columns, (i, j) => i == j ? 0 : CosineDerivative(gram, cosines, i, j));
    }

    /// <summary>The note's first order −ε_ij(u_i + u_j) of <see cref="CosineDerivatives"/>.</summary>
    public static Matrix CosineDerivativesOfNote(Matrix gram)
    {
        Matrix cosines = Cosines(gram);
        return Matrix.Create(gram.Rows, gram.Columns, (i, j) => i == j ? 0 : -cosines[i, j] * (gram[i, i] + gram[j, j]));
    }

    /// <summary>The cosine after ∫(u₁ + u₂)dt = <paramref name="integral"/> for two modes: cot θ = cot θ₀ e^{−integral}, exactly.</summary>
    public static double CosineOfTwo(double initialCosine, double integral)
    {
        double cotangent = Cotangent(initialCosine) * Math.Exp(-integral);
        return cotangent / Math.Sqrt(1 + (cotangent * cotangent));
    }

    /// <summary>cot θ = ε / √(1 − ε²) from ε = cos θ.</summary>
    public static double Cotangent(double cosine) => cosine / Math.Sqrt((1 - cosine) * (1 + cosine));

    /// <summary>The cosine of i and j once mode k is learned: (ε_ij − ε_ik ε_jk) / √((1 − ε_ik²)(1 − ε_jk²)), their partial correlation.</summary>
    public static double PartialCorrelation(double cosineIJ, double cosineIK, double cosineJK) =>
        (cosineIJ - (cosineIK * cosineJK)) / Math.Sqrt((1 - (cosineIK * cosineIK)) * (1 - (cosineJK * cosineJK)));

    private static double CosineDerivative(Matrix gram, Matrix cosines, int i, int j)
    {
        double direct = 0;
        double back = 0;
        for (int k = 0; k < gram.Rows; k++)
        {
            direct += k == i || k == j ? 0 : cosines[i, k] * cosines[k, j] * gram[k, k];
            back += (k == i ? 0 : cosines[i, k] * cosines[i, k] * gram[k, k]) + (k == j ? 0 : cosines[j, k] * cosines[j, k] * gram[k, k]);
        }

        return (cosines[i, j] * (back - gram[i, i] - gram[j, j])) - (2 * direct);
    }
}
