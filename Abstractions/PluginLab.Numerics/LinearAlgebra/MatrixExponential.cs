using PluginLab.Dynamics;
using PluginLab.Experiments;

namespace PluginLab.Numerics.LinearAlgebra;

/// <summary>Exponentials of matrices.</summary>
public static class MatrixExponential
{
    /// <summary>e^A of a symmetric matrix, by its eigenvalues; exactly symmetric.</summary>
    /// <exception cref="ArgumentException">The matrix is empty, not symmetric, or has an entry that is NaN or infinite.</exception>
    public static Matrix OfSymmetric(Matrix matrix) => SymmetricEigendecomposition.Compute(matrix).Apply(PortableMath.Exp);
}
