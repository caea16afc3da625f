using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.GradientFlows.Superposition;

/// <summary>Gauss–Legendre quadrature.</summary>
internal static class GaussLegendre
{
    /// <summary>Nodes and weights on [0, 1]: exact for polynomials up to degree 2q − 1.</summary>
    /// <remarks>Eigenvalues of the Jacobi matrix with off-diagonal k/√(4k² − 1), and squares of the first components of its eigenvectors (Golub and Welsch, 1969).</remarks>
    public static (IReadOnlyList<double> Nodes, IReadOnlyList<double> Weights) OnUnitInterval(int count)
    {
        var jacobi = SymmetricEigendecomposition.Compute(Matrix.Create(count, count, (i, j) => Math.Abs(i - j) == 1 ? OffDiagonal(Math.Max(i, j)) : 0));
        return ([.. jacobi.Eigenvalues.Select(value => (1 + value) / 2)], [.. jacobi.Eigenvectors.Row(0).Select(component => component * component)]);
    }

    private static double OffDiagonal(int k) => k / Math.Sqrt((4.0 * k * k) - 1);
}
