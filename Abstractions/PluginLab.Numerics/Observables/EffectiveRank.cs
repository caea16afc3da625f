using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Observables;

/// <summary>Measures of how many singular values s_i of a matrix matter, as real numbers between 1 and the rank; 0 for a matrix of zeros.</summary>
/// <remarks>Neither depends on the scale of the matrix. NaN if an entry is NaN or infinite.</remarks>
public static class EffectiveRank
{
    /// <summary>The effective rank exp(−Σ p_i log p_i) with p_i = s_i/Σ_j s_j.</summary>
    /// <remarks>Source: Roy and Vetterli, The effective rank, EUSIPCO 2007, definition 1.</remarks>
    public static double OfEntropy(Matrix matrix) => OfEntropy(SingularValues(matrix));

    /// <summary>The effective rank exp(−Σ p_i log p_i) with p_i = s_i/Σ_j s_j of given singular values s_i ≥ 0.</summary>
    /// <exception cref="ArgumentException">A value is negative.</exception>
    public static double OfEntropy(IReadOnlyList<double> singularValues)
    {
        double[] shares = SharesOfLargest(singularValues);
        double sum = shares.Sum();
        return sum == 0 ? 0 : Math.Exp(-shares.Where(share => share != 0).Sum(share => share / sum * Math.Log(share / sum)));
    }

    /// <summary>The stable rank |M|_F²/|M|₂² = Σ s_i²/s_1².</summary>
    /// <remarks>Source: Rudelson and Vershynin, J. ACM 54 (2007), who call it numerical rank.</remarks>
    public static double Stable(Matrix matrix) => Stable(SingularValues(matrix));

    /// <summary>The stable rank Σ s_i²/s_1² of given singular values s_i ≥ 0, of which s_1 is the largest.</summary>
    /// <exception cref="ArgumentException">A value is negative.</exception>
    public static double Stable(IReadOnlyList<double> singularValues) => SharesOfLargest(singularValues).Sum(share => share * share);

    private static IReadOnlyList<double> SingularValues(Matrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        double scale = VectorArithmetic.LargestMagnitude(matrix.Values);
        return !double.IsFinite(scale) ? [double.NaN]
            : scale == 0 ? [0]
            : SingularValueDecomposition.Compute(Matrix.Create(matrix.Rows, matrix.Columns, (i, j) => matrix[i, j] / scale)).SingularValues;
    }

    /// <summary>s_i/s_1, whose squares neither overflow nor vanish.</summary>
    private static double[] SharesOfLargest(IReadOnlyList<double> singularValues)
    {
        ArgumentNullException.ThrowIfNull(singularValues);
        if (singularValues.Any(value => value < 0))
        {
            throw new ArgumentException("Singular values are not negative.", nameof(singularValues));
        }

        double largest = singularValues.Aggregate(0.0, Math.Max);
        return [.. singularValues.Select(value => largest == 0 ? 0 : value / largest)];
    }
}
