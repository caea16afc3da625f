using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Observables;

/// <summary>How nearly subspaces agree.</summary>
public static class SubspaceAlignment
{
    private const double DependentPivot = 1e-12;

    /// <summary>The principal angles θ_1 ≤ θ_2 ≤ … ≤ π/2 between the spaces that the columns of two matrices span, in radians; as many as the smaller space has dimensions.</summary>
    /// <remarks>From cosines where they are large and from sines where those are, hence exact to rounding everywhere. Source: Björck and Golub, Math. Comp. 27 (1973), 579–594.</remarks>
    /// <param name="first">Independent columns, as long as those of the second, such as the leading singular vectors of a matrix.</param>
    /// <param name="second">Independent columns.</param>
    /// <exception cref="ArgumentException">The columns differ in length, depend on each other, are more than they have entries, or have an entry that is not finite.</exception>
    public static IReadOnlyList<double> PrincipalAngles(Matrix first, Matrix second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Rows != second.Rows)
        {
            throw new ArgumentException($"Columns of {first.Rows} and of {second.Rows} entries span subspaces of different spaces.", nameof(second));
        }

        (Matrix larger, Matrix smaller) = (OrthonormalBasis(first, nameof(first)), OrthonormalBasis(second, nameof(second)));
        (larger, smaller) = larger.Columns >= smaller.Columns ? (larger, smaller) : (smaller, larger);
        Matrix projection = larger.Transpose().Multiply(smaller);
        Matrix rest = smaller.Subtract(larger.Multiply(projection));
        IReadOnlyList<double> cosines = SingularValueDecomposition.Compute(projection).SingularValues;
        IEnumerable<double> sines = SingularValueDecomposition.Compute(rest).SingularValues.Reverse();
        return [.. cosines.Zip(sines, (cosine, sine) => cosine * cosine < 0.5 ? Math.Acos(cosine) : Math.Asin(sine))];
    }

    private static Matrix OrthonormalBasis(Matrix columns, string parameterName)
    {
        var decomposition = QrDecomposition.Compute(columns);
        double[] pivots = [.. Enumerable.Range(0, columns.Columns).Select(i => decomposition.Triangular[i, i])];
        return pivots.Min() > DependentPivot * pivots.Max()
            ? decomposition.Orthogonal
            : throw new ArgumentException("The columns depend on each other; only independent ones span a space of as many dimensions.", parameterName);
    }
}
